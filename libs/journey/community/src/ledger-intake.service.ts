import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { uuidv7 } from 'uuidv7';
import { decodeCursor, pageOf, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { sheetLines, UnreadableSheet, type SheetFormat } from '#platform/sheets';
import { LedgerImportIsUnknown, LedgerIsUnreadable } from './community.errors.js';
import { LedgerReceived } from './community.events.js';
import { LedgerFileStore, type StoredLedger } from './ledger-file-store.service.js';
import {
  LedgerImportRepository,
  type ImportCounts,
  type ImportErrorRow,
  type ImportRow,
} from './ledger-import.repository.js';
import { LedgerLimits } from './ledger-limits.js';
import { tableRows } from './ledger-table.js';
import type { Refusal } from './refusal.js';

/** How far an import has come. `read` is the sum of the other five counts at any moment. */
export interface ImportProgress {
  readonly id: string;
  readonly state: ImportRow['state'];
  readonly format: SheetFormat['format'];
  readonly counts: Readonly<ImportCounts>;
  /** Troubles found in rows, all of them; how many of them are listed is limited. */
  readonly rowErrors: number;
  readonly ignoredColumns: readonly string[];
  /** Why the rest of the file could not be read. */
  readonly refusal?: Refusal;
  readonly createdAt: Date;
  readonly finishedAt?: Date;
}

export const keyPlace = (importId: string) => ({
  table: 'community.ledger_import',
  column: 'file_key_sealed',
  rowId: importId,
});

/** Where grid workers hand in a ledger and ask how far it is. Reading it is the `LedgerReader`'s work. */
@Injectable()
export class LedgerIntake {
  constructor(
    private readonly files: LedgerFileStore,
    private readonly imports: LedgerImportRepository,
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly journal: Journal,
    private readonly limits: LedgerLimits,
  ) {}

  /**
   * Takes a ledger to be worked off later. Files that cannot be a ledger (encoding, kind, missing columns) are refused
   * at once and not kept.
   * @throws LedgerIsUnreadable, LedgerIsTooLarge, LedgerUploadBrokeOff
   */
  async receive(upload: Readable, importedBy: string | null): Promise<string> {
    const id = uuidv7();
    const stored = await this.files.receive(id, upload);
    try {
      const { format, ignored } = await this.look(id, stored);
      await this.transactions.run(async (tx) => {
        const keySealed = this.vault.seal(stored.key.toString('base64'), keyPlace(id));
        await this.imports.add(tx, {
          id,
          format,
          sha256: stored.sha256,
          bytes: stored.bytes,
          keySealed,
          ignored,
          importedBy,
        });
        await this.journal.record(tx, LedgerReceived, {
          actorId: importedBy,
          subject: `ledger-import:${id}`,
          payload: { importId: id, sha256: stored.sha256.toString('hex') },
        });
      });
      return id;
    } catch (trouble) {
      await this.files.remove(id);
      throw trouble;
    }
  }

  /** @throws LedgerImportIsUnknown */
  async progress(id: string): Promise<ImportProgress> {
    const row = await this.imports.one(id);
    if (row === undefined) throw new LedgerImportIsUnknown();
    const { read, added, changed, unchanged, refused, duplicates } = row;
    return {
      id: row.id,
      state: row.state,
      format: row.format.format,
      counts: { read, added, changed, unchanged, refused, duplicates },
      rowErrors: row.row_errors,
      ignoredColumns: row.ignored_columns,
      ...(row.refusal === null ? {} : { refusal: row.refusal }),
      createdAt: row.created_at,
      ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    };
  }

  /** What is wrong in which row, in the order of the file. @throws LedgerImportIsUnknown */
  async errors(id: string, cursor?: string, limit = 100): Promise<{ errors: ImportErrorRow[]; next?: string }> {
    if ((await this.imports.one(id)) === undefined) throw new LedgerImportIsUnknown();
    const [line, field] = cursor === undefined ? [0, ''] : decodeCursor(cursor, 2);
    const rows = await this.imports.errors(id, [Number(line) || 0, String(field)], limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.line, last.field]);
    return { errors: page, ...(next === null ? {} : { next }) };
  }

  private async look(id: string, stored: StoredLedger): Promise<{ format: SheetFormat; ignored: readonly string[] }> {
    if (!stored.format.ok) throw new LedgerIsUnreadable(stored.format.refusal);
    const format = stored.format.value;
    try {
      const lines = sheetLines(this.files.open(id, stored.key, stored.bytes), format, this.limits);
      for await (const { layout } of tableRows(lines)) return { format, ignored: layout.ignored };
    } catch (trouble) {
      if (trouble instanceof UnreadableSheet) throw new LedgerIsUnreadable(trouble.refusal);
      throw trouble;
    }
    return { format, ignored: [] };
  }
}
