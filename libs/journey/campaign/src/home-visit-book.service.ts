import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { ResidentNotFound, RoundIsClosed, RoundNotFound, VisitorUnknown } from './campaign.errors.js';
import { HomeVisitsAssigned } from './campaign.events.js';
import { ExemptionRepository } from './exemption.repository.js';
import { HomeVisitRepository } from './home-visit.repository.js';

/** Where it is written down who goes to the door of whom. */
@Injectable()
export class HomeVisitBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly visits: HomeVisitRepository,
    private readonly rounds: ExemptionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * One person goes to all of these, or nobody where it is null. Said twice it is once; the journal has what changed.
   * @returns for how many it changed
   * @throws RoundNotFound, RoundIsClosed, VisitorUnknown, ResidentNotFound when one of them is not known: then for nobody
   */
  async assign(
    roundId: string,
    asked: { residentIds: readonly string[]; visitorId: string | null },
    by: string,
  ): Promise<number> {
    const residentIds = [...new Set(asked.residentIds)];
    const { visitorId } = asked;
    return this.transactions.run(async (tx) => {
      const round = await this.rounds.holdRound(tx, roundId);
      if (round === undefined) throw new RoundNotFound();
      if (round.state === 'closed') throw new RoundIsClosed();
      if (visitorId !== null && !(await this.visits.isVisitor(visitorId))) throw new VisitorUnknown();
      if ((await this.visits.known(tx, residentIds)) !== residentIds.length) throw new ResidentNotFound();
      const changed = await this.visits.assign(tx, { roundId, residentIds, visitorId, by, at: this.clock.now() });
      if (changed.length > 0) {
        await this.journal.record(tx, HomeVisitsAssigned, {
          actorId: by,
          subject: `round:${roundId}`,
          payload: { roundId, visitorId, residentIds: changed },
        });
      }
      return changed.length;
    });
  }

  /** For a later room that has found out that two entries of the ledger are one person, in its transaction. */
  carry(tx: Tx, from: string, into: string): Promise<void> {
    return this.visits.carry(tx, from, into);
  }
}
