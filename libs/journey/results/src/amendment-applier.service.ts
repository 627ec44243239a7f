import { Injectable } from '@nestjs/common';
import { LaneGuide } from '#journey/queue';
import { Admissions } from '#journey/sampling';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import type { Amendment } from './amendment.repository.js';
import { AnswerRepository } from './answer.repository.js';
import { noticeChannel } from './notice-sender.js';
import { RecallRepository } from './recall.repository.js';

/** Carries an amendment out: the next version of the answer, and the orders and lanes that go with it. */
@Injectable()
export class AmendmentApplier {
  constructor(
    private readonly answers: AnswerRepository,
    private readonly recalls: RecallRepository,
    private readonly admissions: Admissions,
    private readonly lanes: LaneGuide,
    private readonly clock: Clock,
  ) {}

  /** The dossier is locked. @returns the version that it has become */
  async apply(tx: Tx, { roundId, residentId, status, reason, authorId }: Amendment, by: string): Promise<number> {
    const now = this.clock.now();
    const { version } = await this.answers.amend(
      tx,
      { roundId, residentId, status, reason, authorId, approvedBy: by, publishedAt: now },
      noticeChannel,
    );
    if (status === 'negative' || status === 'positive') {
      const state = status === 'negative' ? 'cleared' : 'confirmed';
      await this.recalls.closeByAmendment(tx, roundId, residentId, state, now);
      await this.lanes.release(tx, [residentId]);
      return version;
    }
    const purpose = status === 'under-review' ? 'retest' : 'resample';
    if (purpose === 'retest') await this.lanes.leadSingly(tx, [residentId]);
    await this.recalls.closeByAmendmentOfOtherKind(tx, roundId, residentId, purpose, now);
    if (await this.recalls.openByAmendment(tx, roundId, residentId, purpose, now)) {
      await this.admissions.admit(tx, [{ roundId, residentId, purpose }]);
      await this.recalls.noteOccasion(tx, roundId, residentId);
    }
    return version;
  }
}
