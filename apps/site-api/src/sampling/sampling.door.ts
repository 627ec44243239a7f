import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { SamplingModule } from '#journey/sampling';
import { SiteModule } from '#journey/site';
import { CasesController } from './cases.controller.js';
import { CorrectionsController } from './corrections.controller.js';
import { ExceptionReadingsController } from './exception-readings.controller.js';
import { ExceptionsController } from './exceptions.controller.js';
import { SwabSubjects } from './swab-subjects.js';
import { SwabsController } from './swabs.controller.js';
import { TubeHistoryController } from './tube-history.controller.js';
import { TubesController } from './tubes.controller.js';

/** What the device of a pair at a table calls. */
@Module({
  imports: [CommunityModule, SiteModule, SamplingModule],
  controllers: [
    TubesController,
    SwabsController,
    ExceptionsController,
    ExceptionReadingsController,
    CorrectionsController,
    CasesController,
    TubeHistoryController,
  ],
  providers: [SwabSubjects],
})
export class SamplingDoor {}
