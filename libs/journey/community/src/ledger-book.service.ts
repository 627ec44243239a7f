import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { LedgerFinished, LedgerPartApplied } from './community.events.js';
import { LedgerImportRepository, type ImportRow } from './ledger-import.repository.js';
import { LedgerLimits } from './ledger-limits.js';
import type { LedgerPart } from './ledger-part.js';
import type { Refusal } from './refusal.js';
import { ResidentLedgerRepository } from './resident-ledger.repository.js';
import { ResidentWriter } from './resident-writer.service.js';

/** Somebody else goes on with this import; whatever is not committed yet is theirs to do again. */
export class TakenOver extends Error {}

/** Who is reading which import, and what they have read: each part with its people and counts in one transaction. */
@Injectable()
export class LedgerBook {
  constructor(
    private readonly imports: LedgerImportRepository,
    private readonly writer: ResidentWriter,
    private readonly residents: ResidentLedgerRepository,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly limits: LedgerLimits,
  ) {}

  /** Imports that nobody reads at this moment. */
  unclaimed(): Promise<string[]> {
    return this.imports.unclaimed();
  }

  /** Undefined when the import has ended or somebody else reads it. */
  claim(id: string, reader: string): Promise<ImportRow | undefined> {
    return this.transactions.run((tx) => this.imports.claim(tx, id, reader, this.limits.claimSeconds));
  }

  /** @throws TakenOver */
  async keepClaim(id: string, reader: string): Promise<void> {
    if (!(await this.transactions.run((tx) => this.imports.keepClaim(tx, id, reader, this.limits.claimSeconds))))
      throw new TakenOver();
  }

  /** Lets go of the import for another try. Answers how often it has failed. */
  release(id: string, reader: string, failed: boolean): Promise<number> {
    return this.transactions.run((tx) => this.imports.release(tx, id, reader, failed));
  }

  /** @throws TakenOver, and then nothing of the part was written */
  async enter(row: ImportRow, reader: string, part: LedgerPart): Promise<void> {
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

  /** @param refusal why the rest of the file could not be read @throws TakenOver */
  async finish(id: string, reader: string, refusal: Refusal | undefined): Promise<void> {
    await this.transactions.run(async (tx) => {
      await this.residents.tieGuardians(tx);
      const row = await this.imports.finish(tx, id, reader, refusal);
      if (row === undefined) throw new TakenOver();
      const { read, added, changed, unchanged, refused, duplicates } = row;
      const state = refusal === undefined ? 'done' : 'refused';
      await this.journal.record(tx, LedgerFinished, {
        actorId: row.imported_by,
        subject: `ledger-import:${id}`,
        payload: { importId: id, state, read, added, changed, unchanged, refused, duplicates },
      });
    });
  }
}
