import { Module } from '@nestjs/common';
import { AdmissionRepository } from './admission.repository.js';
import { Admissions } from './admissions.service.js';
import { SamplingStation } from './sampling-station.service.js';
import { SwabRepository } from './swab.repository.js';
import { TubeInspection } from './tube-inspection.service.js';
import { TubeRepository } from './tube.repository.js';

@Module({
  providers: [AdmissionRepository, SwabRepository, TubeRepository, Admissions, SamplingStation, TubeInspection],
  exports: [Admissions, SamplingStation, TubeInspection],
})
export class SamplingModule {}
