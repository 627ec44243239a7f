import { Module } from '@nestjs/common';
import { AdmissionRepository } from './admission.repository.js';
import { Admissions } from './admissions.service.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { ExceptionRepository } from './exception.repository.js';
import { CorrectionApplier } from './correction-applier.service.js';
import { CorrectionDesk } from './correction-desk.service.js';
import { CorrectionGroundRepository } from './correction-ground.repository.js';
import { CorrectionGrounds } from './correction-ground.service.js';
import { CorrectionRepository } from './correction.repository.js';
import { SamplingStation } from './sampling-station.service.js';
import { SwabLinkRepository } from './swab-link.repository.js';
import { SwabRepository } from './swab.repository.js';
import { TubeCodeRepository } from './tube-code.repository.js';
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
    CorrectionRepository,
    CorrectionGroundRepository,
    SwabLinkRepository,
    TubeCodeRepository,
    CorrectionGrounds,
    CorrectionApplier,
    CorrectionDesk,
  ],
  exports: [Admissions, ExceptionDesk, SamplingStation, TubeInspection, CorrectionDesk],
})
export class SamplingModule {}
