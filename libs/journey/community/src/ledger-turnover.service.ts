import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { Transactions } from '#platform/database';
import type { Vault } from '#platform/vault';
import { doorOfNobodyElse } from './door.js';
import { readIdentityDocument, type DocumentKind } from './identity-document.js';
import { LedgerTurnoverRepository, type TurnedRow, type TurningRow } from './ledger-turnover.repository.js';

const atOnce = 500;
const nobody = '00000000-0000-0000-0000-000000000000';
const table = 'community.resident';

/** What the sealed document of a resident says. */
interface DocumentText {
  number: string;
  nationality?: string;
  identity?: string;
  guardian?: string;
}

/** Seals and indexes every resident of the ledger anew, with keys that have nothing in common with the old ones. */
@Injectable()
export class LedgerTurnover {
  constructor(
    private readonly transactions: Transactions,
    private readonly rows: LedgerTurnoverRepository,
  ) {}

  /**
   * Goes on where an earlier one was cut off. Nobody may register anybody meanwhile.
   * @param vault opens with the old keys, seals and indexes with the new ones
   * @param dataKey whoever is sealed with this key is done already
   * @returns how many residents were sealed anew
   */
  async sealAnew(vault: Vault, dataKey: number): Promise<number> {
    let turned = 0;
    let after: string | undefined = nobody;
    while (after !== undefined) {
      const from: string = after;
      after = await this.transactions.run(async (tx) => {
        const rows = await this.rows.next(tx, dataKey, from, atOnce);
        if (rows.length > 0) {
          await this.rows.replace(
            tx,
            rows.map((row) => this.turn(vault, row)),
          );
        }
        turned += rows.length;
        return rows.at(-1)?.id;
      });
    }
    return turned;
  }

  private turn(vault: Vault, row: TurningRow): TurnedRow {
    const place = (column: string, rowId = row.id) => ({ table, column, rowId });
    const open = (sealed: Buffer, column: string, rowId?: string) => vault.open(sealed, place(column, rowId));
    const said = JSON.parse(open(row.document, 'document_sealed')) as DocumentText;
    const identity = said.identity ?? identityOf(row.documentKind, said);
    const phone = row.phone === null ? null : open(row.phone, 'phone_sealed');
    const guardian = said.guardian ?? this.guardianOf(vault, row);
    // A document that cannot be read any more is found by nobody, and belongs to nobody else.
    const documentIndex = identity === undefined ? randomBytes(32) : vault.blindIndex('document', identity);
    return {
      id: row.id,
      householdId: row.householdId,
      door: row.door === doorOfNobodyElse(row.documentIndex) ? doorOfNobodyElse(documentIndex) : undefined,
      documentIndex,
      name: vault.seal(open(row.name, 'name_sealed'), place('name_sealed')),
      document: vault.seal(JSON.stringify({ ...said, identity, guardian }), place('document_sealed')),
      phone: phone === null ? null : vault.seal(phone, place('phone_sealed')),
      phoneIndex: phone === null ? null : vault.blindIndex('phone', phone),
      guardianIndex: guardian === undefined ? null : vault.blindIndex('document', guardian),
    };
  }

  /** Who was sealed before documents said so: the guardian's own document does, where it is not sealed anew yet. */
  private guardianOf(vault: Vault, row: TurningRow): string | undefined {
    if (row.guardianId === null || row.guardianDocument === null || row.guardianDocument.length === 0) return undefined;
    const place = { table, column: 'document_sealed', rowId: row.guardianId };
    const said = JSON.parse(vault.open(row.guardianDocument, place)) as DocumentText;
    return said.identity ?? identityOf(row.guardianKind ?? '', said);
  }
}

function identityOf(kind: string, { number, nationality }: DocumentText): string | undefined {
  const reading = readIdentityDocument({ kind: kind as DocumentKind, number, nationality });
  return reading.ok ? reading.value.identityKey : undefined;
}
