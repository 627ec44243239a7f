import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { businessDay, Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { AreaRegister } from './area-register.service.js';
import { LedgerFinished, LedgerPartApplied } from './community.events.js';
import { ledgerColumns } from './ledger-columns.js';
import { LedgerFileStore } from './ledger-file-store.service.js';
import { LedgerImportRepository, type ImportRow } from './ledger-import.repository.js';
import { keyPlace } from './ledger-intake.service.js';
import { ledgerLines } from './ledger-lines.js';
import { LedgerLimits } from './ledger-limits.js';
import { LedgerPart } from './ledger-part.js';
import { readLedgerRow, type RowSurroundings } from './ledger-row.js';
import { tableRows } from './ledger-table.js';
import type { Refusal } from './refusal.js';
import { ResidentLedgerRepository } from './resident-ledger.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { ResidentWriter } from './resident-writer.service.js';
import { SeenDocuments } from './seen-documents.js';
import { UnreadableLedger } from './unreadable-ledger.js';

/** Somebody else goes on with this import; whatever is not committed yet is theirs to do again. */
class TakenOver extends Error {}

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
    private readonly imports: LedgerImportRepository,
    private readonly writer: ResidentWriter,
    private readonly residents: ResidentLedgerRepository,
    private readonly areas: AreaRegister,
    private readonly sealer: ResidentSealer,
    private readonly transactions: Transactions,
    private readonly vault: Vault,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly limits: LedgerLimits,
  ) {}

  /** Works off everything that waits and whose file lies here. */
  async workOffAll(): Promise<void> {
    for (const id of await this.imports.unclaimed()) {
      if (this.stopping) return;
      await this.workOff(id);
    }
  }

  /** Works off one import unless it has ended, its file is elsewhere, or somebody else is at it. */
  async workOff(id: string): Promise<void> {
    if (!(await this.files.has(id))) return;
    const reader = uuidv7();
    const row = await this.transactions.run((tx) => this.imports.claim(tx, id, reader, this.limits.claimSeconds));
    if (row?.file_key_sealed == null) return;
    try {
      const refusal = await this.read(
        row,
        reader,
        Buffer.from(this.vault.open(row.file_key_sealed, keyPlace(id)), 'base64'),
      );
      if (this.stopping) await this.transactions.run((tx) => this.imports.release(tx, id, reader, false));
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
    const failures = await this.transactions
      .run((tx) => this.imports.release(tx, id, reader, true))
      // The database is away; then the claim ends by itself.
      .catch(() => 0);
    if (failures >= this.limits.failures) await this.finish(id, reader, readingFailed);
  }

  private async read(row: ImportRow, reader: string, key: Buffer): Promise<Refusal | undefined> {
    const surroundings: RowSurroundings = {
      today: businessDay(this.clock.now(), 'Asia/Shanghai'),
      areas: await this.areas.known(),
    };
    const lines = ledgerLines(this.files.open(row.id, key, row.bytes), row.format, this.limits);
    const seen = new SeenDocuments();
    let part = new LedgerPart();
    let passed = 0;
    let refusal: Refusal | undefined;
    try {
      for await (const { layout, line } of tableRows(lines)) {
        if (line === undefined) continue;
        const reading = readLedgerRow(line, layout, surroundings);
        const before = reading.ok
          ? seen.note(this.sealer.documentIndex(reading.draft.document.identityKey), line.line)
          : undefined;
        passed += 1;
        // Rows of an earlier reader are only looked at to know who stood in them.
        if (passed > row.read) part.take(line.line, reading, before, ledgerColumns.documentNumber[0]);
        else if (passed % this.limits.rowsAtOnce === 0) await this.keepClaim(row.id, reader);
        if (part.read >= this.limits.rowsAtOnce) {
          await this.apply(row, reader, part);
          part = new LedgerPart();
          if (this.stopping) return undefined;
        }
      }
    } catch (trouble) {
      if (!(trouble instanceof UnreadableLedger)) throw trouble;
      ({ refusal } = trouble);
    }
    if (part.read > 0) await this.apply(row, reader, part);
    return refusal;
  }

  private async apply(row: ImportRow, reader: string, part: LedgerPart): Promise<void> {
    await this.transactions.run(async (tx) => {
      const { added, changed, unchanged } = await this.writer.write(tx, part.drafts);
      const outcome = {
        ...part.counts,
        added: added.length,
        changed: changed.length,
        unchanged,
        lastLine: part.lastLine,
        errors: part.errors,
      };
      if (!(await this.imports.advance(tx, row.id, reader, outcome, this.limits))) throw new TakenOver();
      if (added.length + changed.length === 0) return;
      await this.journal.record(tx, LedgerPartApplied, {
        actorId: row.imported_by,
        subject: `ledger-import:${row.id}`,
        payload: { importId: row.id, lastLine: part.lastLine, added: [...added], changed: [...changed] },
      });
    });
  }

  private async finish(id: string, reader: string, refusal: Refusal | undefined): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.residents.tieGuardians(tx);
      const row = await this.imports.finish(tx, id, reader, refusal);
      if (row === undefined) throw new TakenOver();
      const { read, added, changed, unchanged, refused, duplicates } = row;
      await this.journal.record(tx, LedgerFinished, {
        actorId: row.imported_by,
        subject: `ledger-import:${id}`,
        payload: {
          importId: id,
          state: refusal === undefined ? 'done' : 'refused',
          read,
          added,
          changed,
          unchanged,
          refused,
          duplicates,
        },
      });
    });
    await this.files.remove(id);
  }

  private async keepClaim(id: string, reader: string): Promise<void> {
    if (!(await this.transactions.run((tx) => this.imports.keepClaim(tx, id, reader, this.limits.claimSeconds))))
      throw new TakenOver();
  }
}
