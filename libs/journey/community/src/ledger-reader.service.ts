import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { UnreadableSheet } from '#platform/sheets';
import { LedgerBook, TakenOver } from './ledger-book.service.js';
import { ledgerColumns } from './ledger-columns.js';
import { LedgerFileStore } from './ledger-file-store.service.js';
import type { ImportRow } from './ledger-import.repository.js';
import { LedgerLimits } from './ledger-limits.js';
import { LedgerPart } from './ledger-part.js';
import { LedgerRows } from './ledger-rows.service.js';
import type { Refusal } from './refusal.js';

const readingFailed: Refusal = {
  code: 'ledger-reading-failed',
  zh: '台账没有读完（已读的行已保存）。请重新上传；若仍失败，请把导入编号告诉管理员。',
  en: 'The ledger was not read to its end (rows read so far are kept). Upload it again; if it fails again, give the import id to the administrator.',
};

/**
 * Works off ledgers that were handed in: some thousand rows in memory at a time, each part with its counts in one
 * transaction. After a crash the next reader goes on behind the last part that was committed.
 */
@Injectable()
export class LedgerReader {
  private stopping = false;

  constructor(
    private readonly files: LedgerFileStore,
    private readonly rows: LedgerRows,
    private readonly book: LedgerBook,
    private readonly limits: LedgerLimits,
  ) {}

  /** Works off everything that waits and whose file lies here. */
  async workOffAll(): Promise<void> {
    for (const id of await this.book.unclaimed()) {
      if (this.stopping) return;
      await this.workOff(id);
    }
  }

  /** Works off one import unless it has ended, its file is elsewhere, or somebody else is at it. */
  async workOff(id: string): Promise<void> {
    if (!(await this.files.has(id))) return;
    const reader = uuidv7();
    const row = await this.book.claim(id, reader);
    if (row?.file_key_sealed == null) return;
    try {
      const refusal = await this.read(row, reader, row.file_key_sealed);
      if (this.stopping) await this.book.release(id, reader, false);
      else await this.finish(id, reader, refusal);
    } catch (trouble) {
      if (trouble instanceof TakenOver) return;
      await this.giveUp(id, reader);
      throw trouble;
    }
  }

  /** Ends after the part at hand; the import is gone on with by the next process that starts. */
  stop(): void {
    this.stopping = true;
  }

  /** Lets go of the import for another try; after some failed ones it ends, so that it does not fail for ever. */
  private async giveUp(id: string, reader: string): Promise<void> {
    // The database may be away; then the claim ends by itself.
    const failures = await this.book.release(id, reader, true).catch(() => 0);
    if (failures >= this.limits.failures) await this.finish(id, reader, readingFailed);
  }

  private async read(row: ImportRow, reader: string, keySealed: Buffer): Promise<Refusal | undefined> {
    let part = new LedgerPart();
    let passed = 0;
    let refusal: Refusal | undefined;
    try {
      for await (const { line, reading, before } of this.rows.of(row, keySealed)) {
        passed += 1;
        // Rows of an earlier reader are only looked at to know who stood in them.
        if (passed > row.read) part.take(line, reading, before, ledgerColumns.documentNumber[0]);
        else if (passed % this.limits.rowsAtOnce === 0) await this.book.keepClaim(row.id, reader);
        if (part.read >= this.limits.rowsAtOnce) {
          await this.book.enter(row, reader, part);
          part = new LedgerPart();
          if (this.stopping) return undefined;
        }
      }
    } catch (trouble) {
      if (!(trouble instanceof UnreadableSheet)) throw trouble;
      ({ refusal } = trouble);
    }
    if (part.read > 0) await this.book.enter(row, reader, part);
    return refusal;
  }

  private async finish(id: string, reader: string, refusal: Refusal | undefined): Promise<void> {
    await this.book.finish(id, reader, refusal);
    await this.files.remove(id);
  }
}
