import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { SamplingModule } from '#journey/sampling';
import { SwabSubjects } from './swab-subjects.js';
import { SwabsController } from './swabs.controller.js';
import { TubesController } from './tubes.controller.js';

/** What the device of a pair at a table calls. */
@Module({
  imports: [CommunityModule, SamplingModule],
  controllers: [TubesController, SwabsController],
  providers: [SwabSubjects],
})
export class SamplingDoor {}
