import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { CursorRefused, decodeCursor, pageOf, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { ContradictionRepository, type ContradictionRow } from './contradiction.repository.js';
import { contradictionApplied, contradictionDismissed } from './lab.events.js';
import { outcomeTransitions, type Decision, type Outcome } from './outcome.js';
import { ContradictionIsDecided, DecisionNeedsAnotherPerson, UnknownContradiction } from './report.errors.js';

export interface Contradiction {
  barcode: string;
  version: number;
  labCode: string;
  /** What the laboratory says now, and what counts until somebody decides. */
  outcome: Outcome;
  currentOutcome: Outcome;
  testedAt: Date;
  reportId: string;
  heldSince: Date;
}

export interface Decided {
  barcode: string;
  version: number;
  decision: Decision;
  reason: string;
  decidedAt: Date;
}

/** Where an organiser decides what to do when a laboratory contradicts what it said before. */
@Injectable()
export class ContradictionDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly contradictions: ContradictionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Held outcomes, the oldest first, `limit` a page. @throws CursorRefused */
  async held(
    filter: { labCode?: string | undefined; cursor?: string | undefined },
    limit: number,
  ): Promise<{ contradictions: Contradiction[]; next: string | null }> {
    const after = filter.cursor === undefined ? undefined : positionOf(filter.cursor);
    const rows = await this.contradictions.held({ labCode: filter.labCode, after }, limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.recorded_at.getTime(), last.barcode, last.version]);
    return { contradictions: page.map(contradictionOf), next };
  }

  /**
   * Applies or dismisses a held outcome, with a reason. The same decision again is harmless.
   * @throws DecisionNeedsAnotherPerson when the caller uploaded the report; ContradictionIsDecided; UnknownContradiction
   */
  async decide(
    held: { barcode: string; version: number },
    decision: Decision,
    reason: string,
    organiserId: string,
  ): Promise<Decided> {
    const { barcode, version } = held;
    return this.transactions.run(async (tx) => {
      const known = await this.contradictions.lock(tx, barcode, version);
      if (known === undefined) throw new UnknownContradiction();
      if (known.uploaded_by === organiserId) throw new DecisionNeedsAnotherPerson();
      if (known.state !== 'held') {
        const { decided_at, decision_reason } = known;
        if (decided_at === null || decision_reason === null) throw new UnknownContradiction();
        const before: Decision = known.state === 'dismissed' ? 'dismiss' : 'apply';
        if (before !== decision || decision_reason !== reason) throw new ContradictionIsDecided();
        return { barcode, version, decision, reason, decidedAt: decided_at };
      }
      const at = this.clock.now();
      if (decision === 'apply') await this.contradictions.supersedeCurrent(tx, barcode);
      const state = outcomeTransitions.held[decision];
      await this.contradictions.decide(tx, held, { state, by: organiserId, reason, at });
      const event = decision === 'apply' ? contradictionApplied : contradictionDismissed;
      const entry = { actorId: organiserId, subject: `tube:${barcode}`, payload: { barcode, version } };
      await this.journal.record(tx, event, entry);
      return { barcode, version, decision, reason, decidedAt: at };
    });
  }
}

function positionOf(cursor: string): [Date, string, number] {
  const [at, barcode, version] = decodeCursor(cursor, 3);
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(version)) throw new CursorRefused();
  return [new Date(Number(at)), String(barcode), Number(version)];
}

function contradictionOf(row: ContradictionRow): Contradiction {
  return {
    barcode: row.barcode,
    version: row.version,
    labCode: row.lab_code,
    outcome: row.outcome,
    currentOutcome: row.current_outcome,
    testedAt: row.tested_at,
    reportId: row.report_id,
    heldSince: row.recorded_at,
  };
}
