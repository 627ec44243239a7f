import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { PurgeRefused } from './purge-refused.js';
import { LegalHoldLifted, LegalHoldPlaced } from './purge.events.js';
import { PurgeRepository } from './purge.repository.js';

/** Two people keep something from being destroyed, and two let go of it again. */
@Injectable()
export class LegalHolds {
  constructor(
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly books: PurgeRepository,
  ) {}

  /** @param roundId null for everything @throws PurgeRefused */
  async place(roundId: string | null, reason: string, [first, second]: readonly [string, string]): Promise<string> {
    if (first === second) throw new PurgeRefused('A legal hold needs two different people.');
    if (roundId !== null && !(await this.books.rounds()).some(({ id }) => id === roundId)) {
      throw new PurgeRefused(`There is no round ${roundId} that could be held.`);
    }
    return this.transactions.run(async (tx) => {
      const id = await this.books.placeHold(tx, { roundId, reason, placedBy: first, approvedBy: second });
      await this.journal.record(tx, LegalHoldPlaced, {
        actorId: first,
        subject: `legal-hold:${id}`,
        payload: { roundId, signedBy: [first, second] },
      });
      return id;
    });
  }

  /** Lifting it again changes nothing. @throws PurgeRefused */
  async lift(id: string, [first, second]: readonly [string, string]): Promise<void> {
    if (first === second) throw new PurgeRefused('Lifting a legal hold needs two different people.');
    await this.transactions.run(async (tx) => {
      if (!(await this.books.liftHold(tx, id, first, second))) throw new PurgeRefused(`There is no legal hold ${id}.`);
      await this.journal.record(tx, LegalHoldLifted, {
        actorId: first,
        subject: `legal-hold:${id}`,
        payload: { signedBy: [first, second] },
      });
    });
  }
}
