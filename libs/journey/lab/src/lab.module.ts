import { Module } from '@nestjs/common';
import { TransportModule } from '#journey/transport';
import { Settings } from '#platform/config';
import { ContradictionDesk } from './contradiction-desk.service.js';
import { ContradictionRepository } from './contradiction.repository.js';
import { LabCounter } from './lab-counter.service.js';
import { LabRegister } from './lab-register.service.js';
import { LabRepository } from './lab.repository.js';
import { ReceiptRepository } from './receipt.repository.js';
import { ReportDesk } from './report-desk.service.js';
import { ReportLimits } from './report-limits.js';
import { ReportRepository } from './report.repository.js';
import { ReportReviewRepository } from './report-review.repository.js';
import { ReportReviews } from './report-reviews.service.js';

/** What the laboratory received and what it says about each tube. */
@Module({
  imports: [TransportModule],
  providers: [
    LabRepository,
    ReceiptRepository,
    ReportRepository,
    ReportReviewRepository,
    ContradictionRepository,
    { provide: ReportLimits, useFactory: (settings: Settings) => ReportLimits.of(settings), inject: [Settings] },
    LabRegister,
    LabCounter,
    ReportDesk,
    ReportReviews,
    ContradictionDesk,
  ],
  exports: [LabRegister, LabCounter, ReportDesk, ReportReviews, ReportLimits, ContradictionDesk],
})
export class LabModule {}
