import { Injectable } from '@nestjs/common';
import { RoundNotFound } from '#journey/campaign';
import { Clock } from '#platform/clock';
import { decodeMomentCursor, pageOf, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { RecallRepository, type Recall, type RecallState } from './recall.repository.js';
import { AssigneeUnknown, RecallIsClosed, RecallUnknown } from './results.errors.js';
import { recallAssigned } from './results.events.js';

/** Who must come back, until when, and who sees to it. */
@Injectable()
export class RecallDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly recalls: RecallRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws RoundNotFound, CursorRefused */
  async list(
    roundId: string,
    state: RecallState | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Recall[]; next: string | null }> {
    if (!(await this.recalls.roundExists(roundId))) throw new RoundNotFound();
    const rows = await this.recalls.list(roundId, state, decodeMomentCursor(cursor), limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.deadline.toISOString(), last.id]);
    return { items: page, next };
  }

  /** Said twice it is once. @throws RecallUnknown, AssigneeUnknown, RecallIsClosed */
  async assign(roundId: string, orderId: string, assigneeId: string, by: string): Promise<Recall> {
    return this.transactions.run(async (tx) => {
      const before = await this.recalls.find(tx, roundId, orderId);
      if (before === undefined) throw new RecallUnknown();
      if (!(await this.recalls.isActiveStaff(tx, assigneeId))) throw new AssigneeUnknown();
      const changed = await this.recalls.assign(tx, orderId, assigneeId, by, this.clock.now());
      if (changed) {
        await this.journal.record(tx, recallAssigned, {
          actorId: by,
          subject: `recall:${orderId}`,
          payload: { orderId, assigneeId },
        });
      }
      const after = await this.recalls.find(tx, roundId, orderId);
      if (after === undefined) throw new RecallUnknown();
      if (after.assigneeId !== assigneeId) throw new RecallIsClosed(after.state);
      return after;
    });
  }
}
