import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { ResultsModule } from '#journey/results';
import { AmendmentsController } from './amendments.controller.js';
import { MergingsController } from './mergings.controller.js';
import { ProofsController } from './proofs.controller.js';
import { RecallsController } from './recalls.controller.js';
import { ResidentResultsController } from './resident-results.controller.js';

/** The HTTP door of the room `results`. */
@Module({
  imports: [CommunityModule, ResultsModule],
  controllers: [
    ResidentResultsController,
    ProofsController,
    RecallsController,
    AmendmentsController,
    MergingsController,
  ],
})
export class ResultsDoor {}
