import { Module } from '@nestjs/common';
import { LabModule } from '#journey/lab';
import { ContradictionsController } from './contradictions.controller.js';
import { LabBodies } from './lab-bodies.js';
import { LabsController } from './labs.controller.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReportReviewsController } from './report-reviews.controller.js';
import { ReportsController } from './reports.controller.js';

/** The HTTP door of the room `lab`. */
@Module({
  imports: [LabModule],
  controllers: [
    LabsController,
    ReceiptsController,
    ReportsController,
    ReportReviewsController,
    ContradictionsController,
  ],
  providers: [LabBodies],
})
export class LabDoor {}
