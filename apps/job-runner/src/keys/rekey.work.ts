import { Injectable, Logger } from '@nestjs/common';
import { Transactions, type Tx } from '#platform/database';
import type { ScheduledWork } from '#platform/jobs';
import { DataKeys, Vault } from '#platform/vault';
import { RekeyRepository, type SealedRow } from './rekey.repository.js';
import { sealedTables, type SealedTable } from './sealed-tables.js';

const rowsAtOnce = 200;
/** A run ends after this many milliseconds, the next one goes on. */
const longestRun = 20_000;
/** A replaced key is kept for so many seconds, longer than any transaction or any process that did not look lives. */
const keptFor = 600;

/**
 * Seals anew what was sealed with a key that has been replaced, some rows at a time, while everybody goes on reading and
 * writing; when nothing is left of a replaced key, it is forgotten.
 */
@Injectable()
export class Rekey implements ScheduledWork {
  readonly name = 'vault.rekey';
  readonly everySeconds = 60;
  private readonly logger = new Logger(Rekey.name);
  private nothingOfTheFirst = false;

  constructor(
    private readonly vault: Vault,
    private readonly dataKeys: DataKeys,
    private readonly transactions: Transactions,
    private readonly rows: RekeyRepository,
  ) {}

  async run(): Promise<void> {
    await this.sealAnew(keptFor);
  }

  /**
   * @param keptForSeconds how long a key that was replaced is kept at least
   * @param enoughBatches a run may be cut off after so many
   * @returns whether nothing is left to do
   */
  async sealAnew(keptForSeconds: number, enoughBatches = Infinity): Promise<boolean> {
    const until = Date.now() + longestRun;
    await this.vault.lookAgain();
    const replaced = await this.dataKeys.replaced();
    const keys = this.nothingOfTheFirst ? replaced : [0, ...replaced];
    if (keys.length === 0) return true;
    let batches = 0;
    for (const place of sealedTables) {
      for (let sealed = rowsAtOnce; sealed > 0; batches += 1) {
        if (batches >= enoughBatches || Date.now() > until) return false;
        sealed = await this.transactions.run((tx) => this.sealBatch(tx, place, keys));
      }
    }
    for (const place of sealedTables) if (await this.rows.holds(place, keys)) return false;
    this.nothingOfTheFirst = true;
    const forgotten = await this.dataKeys.forget(replaced, keptForSeconds);
    if (forgotten > 0) this.logger.log(`${forgotten} data keys are forgotten: nothing is sealed with them any more`);
    return true;
  }

  private async sealBatch(tx: Tx, place: SealedTable, keys: readonly number[]): Promise<number> {
    const after = await this.rows.hold(tx, place);
    const rows = await this.rows.next(tx, place, keys, after, rowsAtOnce);
    const fresh: SealedRow[] = [];
    for (const row of rows) fresh.push(await this.sealRow(place, row));
    if (rows.length > 0) await this.rows.replace(tx, place, fresh);
    await this.rows.note(tx, place, rows.at(-1)?.id ?? '', rows.length);
    return rows.length;
  }

  /** Everything of a row, also what the present key sealed already: one way for all. */
  private async sealRow({ table, columns, clear }: SealedTable, row: SealedRow): Promise<SealedRow> {
    await this.vault.prepare(row.purpose);
    const sealed = columns.map((column, n) => {
      const place = { table, column, rowId: row.id };
      const before = row.sealed[n] ?? null;
      const text = before === null || before.length === 0 ? undefined : this.vault.open(before, place);
      const said = text ?? (clear?.sealedIn === column ? row.clear : null);
      return said === null ? before : this.vault.seal(said, place, row.purpose);
    });
    return { ...row, sealed };
  }
}
