import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { KeyIsNotHere, type Vault } from '#platform/vault';
import { RekeyRepository } from '../keys/rekey.repository.js';
import { sealedTables } from '../keys/sealed-tables.js';

const atOnce = 200;

/** Seals anew with the ledger's new key what is not a resident: imports, exceptions, devices. */
@Injectable()
export class SealedNotes {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: RekeyRepository,
  ) {}

  async sealAnew(vault: Vault, dataKey: number): Promise<void> {
    const places = sealedTables.filter(
      ({ table, purpose }) => table !== 'community.resident' && purpose === `'ledger'`,
    );
    for (const place of places) {
      const { table, columns } = place;
      for (let after: string | undefined = ''; after !== undefined;) {
        const from: string = after;
        after = await this.transactions.run(async (tx) => {
          const old = await this.rows.keysBefore(tx, dataKey);
          const rows = await this.rows.next(tx, place, old, from, atOnce);
          const fresh = rows.map((row) => ({
            ...row,
            sealed: columns.map((column, n) => {
              const sealed = row.sealed[n] ?? null;
              return sealed === null ? null : anew(vault, sealed, { table, column, rowId: row.id });
            }),
          }));
          if (rows.length > 0) await this.rows.replace(tx, place, fresh);
          return rows.at(-1)?.id;
        });
      }
    }
  }
}

function anew(vault: Vault, sealed: Buffer, place: { table: string; column: string; rowId: string }): Buffer {
  try {
    return vault.seal(vault.open(sealed, place), place);
  } catch (error) {
    // Its key was destroyed before: it opens for nobody and may stay as it is.
    if (error instanceof KeyIsNotHere) return sealed;
    throw error;
  }
}
