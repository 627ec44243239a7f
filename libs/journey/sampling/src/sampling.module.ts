import { Module } from '@nestjs/common';
import { AdmissionRepository } from './admission.repository.js';
import { Admissions } from './admissions.service.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { ExceptionRepository } from './exception.repository.js';
import { SamplingStation } from './sampling-station.service.js';
import { SwabRepository } from './swab.repository.js';
import { TubeInspection } from './tube-inspection.service.js';
import { TubeRepository } from './tube.repository.js';

@Module({
  providers: [
    AdmissionRepository,
    ExceptionRepository,
    SwabRepository,
    TubeRepository,
    Admissions,
    ExceptionDesk,
    SamplingStation,
    TubeInspection,
  ],
  exports: [Admissions, ExceptionDesk, SamplingStation, TubeInspection],
})
export class SamplingModule {}
