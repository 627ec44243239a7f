import { Injectable } from '@nestjs/common';
import { LaneGuide } from '#journey/queue';
import { Admissions } from '#journey/sampling';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { AnswerRepository, type CurrentAnswer } from './answer.repository.js';
import type { AnswerStatus } from './gate.js';
import { noticeChannel } from './notice-sender.js';
import { RecallRepository } from './recall.repository.js';
import { AnswerHasMovedOn, AnswerUnknown, SecondPersonNeeded } from './results.errors.js';
import { answerAmended } from './results.events.js';

export interface AmendmentRequest {
  roundId: string;
  residentId: string;
  status: Exclude<AnswerStatus, 'withdrawn'>;
  reason: string;
  /** The account of the second person. */
  approvedBy: string;
  /** The version that was looked at; when given, another one must not have come in between. */
  version?: number | undefined;
}

/** Puts a published answer right by hand: a new version with a reason and two people behind it. Nothing else may. */
@Injectable()
export class AmendmentDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly answers: AnswerRepository,
    private readonly recalls: RecallRepository,
    private readonly admissions: Admissions,
    private readonly lanes: LaneGuide,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** The same amendment sent twice is one version. @throws SecondPersonNeeded, AnswerUnknown, AnswerHasMovedOn */
  async amend(request: AmendmentRequest, authorId: string): Promise<CurrentAnswer> {
    const hash = bodyHash({ ...request, authorId });
    return this.transactions.run(async (tx) => {
      const { roundId, residentId, status, reason, approvedBy } = request;
      if (approvedBy === authorId || !(await this.answers.mayApprove(tx, approvedBy))) throw new SecondPersonNeeded();
      const standing = await this.answers.lockCurrent(tx, roundId, residentId);
      if (standing === undefined || standing.status === 'withdrawn') throw new AnswerUnknown();
      if (standing.bodyHash?.equals(hash) === true) return standing;
      if (request.version !== undefined && request.version !== standing.version) {
        throw new AnswerHasMovedOn(standing.version);
      }
      const now = this.clock.now();
      const amended = await this.answers.amend(
        tx,
        { roundId, residentId, status, reason, authorId, approvedBy, hash, publishedAt: now },
        noticeChannel,
      );
      if (status === 'negative' || status === 'positive') {
        const state = status === 'negative' ? 'cleared' : 'confirmed';
        await this.recalls.closeByAmendment(tx, roundId, residentId, state, now);
        await this.lanes.release(tx, [residentId]);
      } else {
        const purpose = status === 'under-review' ? 'retest' : 'resample';
        if (purpose === 'retest') await this.lanes.leadSingly(tx, [residentId]);
        await this.recalls.closeByAmendmentOfOtherKind(tx, roundId, residentId, purpose, now);
        if (await this.recalls.openByAmendment(tx, roundId, residentId, purpose, now)) {
          await this.admissions.admit(tx, [{ roundId, residentId, purpose }]);
          await this.recalls.noteOccasion(tx, roundId, residentId);
        }
      }
      await this.journal.record(tx, answerAmended, {
        actorId: authorId,
        subject: `answer:${roundId}:${residentId}`,
        payload: { roundId, residentId, version: amended.version, status, approvedBy },
      });
      return amended;
    });
  }
}
