import { Injectable } from '@nestjs/common';
import { ExemptionDesk, HomeVisitBook } from '#journey/campaign';
import { MergingBook, type Merging } from '#journey/community';
import { LaneGuide } from '#journey/queue';
import { AttendanceCarrier, ExceptionDesk } from '#journey/sampling';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { AnswerCarrierRepository } from './answer-carrier.repository.js';
import { BothWereSwabbed } from './merging-clash.errors.js';

/**
 * Carries everything that hangs on an entry of the ledger over to the one that stays, when two people have agreed that
 * both are one person. It stands in the last room that keeps something about people, and looks back at all of them.
 */
@Injectable()
export class IdentityMerger {
  constructor(
    private readonly transactions: Transactions,
    private readonly book: MergingBook,
    private readonly exemptions: ExemptionDesk,
    private readonly visits: HomeVisitBook,
    private readonly lanes: LaneGuide,
    private readonly attendance: AttendanceCarrier,
    private readonly exceptions: ExceptionDesk,
    private readonly answers: AnswerCarrierRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The second person agrees: everything is carried over, or nothing. Said again by the same person it is once.
   * @throws BothWereSwabbed when both have a swab at one occasion of a round: then each is an exception of its site, and
   *   the merging is refused; MergingIsDecided, AnotherPersonMustMerge, MergingNotFound, ResidentWasMerged
   */
  async approve(id: string, by: string): Promise<Merging> {
    await this.book.find(id);
    try {
      return await this.transactions.runAs('jobs', (tx) => this.merge(tx, id, by));
    } catch (error) {
      if (error instanceof BothWereSwabbed) {
        await this.transactions.runAs('jobs', (tx) => this.raise(tx, id, error, by));
        await this.book.refuse(id, error.code, by);
      }
      throw error;
    }
  }

  private async merge(tx: Tx, id: string, by: string): Promise<Merging> {
    const { merging, toDo } = await this.book.hold(tx, id, by);
    if (!toDo) return merging;
    const { absorbedId: from, survivorId: into } = merging;
    const clashes = await this.attendance.clashes(tx, from, into);
    if (clashes.length > 0) throw new BothWereSwabbed(clashes);
    const swabbed = await this.attendance.carry(tx, from, into);
    const answered = await this.answers.lockDossiers(tx, from, into);
    await this.answers.answers(tx, from, into);
    await this.answers.orders(tx, from, into, this.clock.now());
    await this.exemptions.carry(tx, from, into);
    await this.visits.carry(tx, from, into);
    await this.lanes.carry(tx, from, into);
    return this.book.complete(tx, merging, by, [...new Set([...swabbed, ...answered])].sort());
  }

  private async raise(tx: Tx, mergingId: string, { clashes }: BothWereSwabbed, by: string): Promise<void> {
    await this.exceptions.raise(
      tx,
      clashes.map(({ roundId, siteId, occasion, tubes }) => ({
        kind: 'person-already-sampled' as const,
        siteId,
        roundId,
        subject: `merging:${mergingId}:${roundId}:${occasion}`,
        details: { mergingId, occasion, tubes },
        raisedBy: by,
      })),
    );
  }
}
