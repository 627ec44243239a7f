import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { LabRegister } from './lab-register.service.js';
import { reportReviewed } from './lab.events.js';
import { ReportReviewRepository } from './report-review.repository.js';

/** A second person's signature for what a file says is positive. */
export interface ReportReview {
  sha256: string;
  reviewedAt: Date;
}

/**
 * Where somebody of a laboratory signs for a file that a colleague hands in. In Hohhot 2022 negatives were reported as
 * positives (docs/field.md); a positive tube keeps ten people at home, so two people look at it before it counts.
 */
@Injectable()
export class ReportReviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: LabRegister,
    private readonly reviews: ReportReviewRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Signs for the file with these bytes, before or after it was looked at on a page; the same again changes nothing.
   * @param sha256 of the bytes of the file, 64 hexadecimal digits
   * @throws NotOfALab
   */
  async sign(sha256: string, staffId: string): Promise<ReportReview> {
    const labCode = await this.register.labOf(staffId);
    return this.transactions.run(async (tx) => {
      const review = { labCode, sha256: Buffer.from(sha256, 'hex'), by: staffId, at: this.clock.now() };
      const { at, isNew } = await this.reviews.sign(tx, review);
      if (isNew) {
        const subject = `report-file:${sha256}`;
        await this.journal.record(tx, reportReviewed, { actorId: staffId, subject, payload: { sha256 } });
      }
      return { sha256, reviewedAt: at };
    });
  }
}
