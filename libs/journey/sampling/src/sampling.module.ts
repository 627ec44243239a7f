import { Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { SiteModule } from '#journey/site';
import { DeviceActKeeper } from './device-act-keeper.service.js';
import { DeviceActRepository } from './device-act.repository.js';
import { DeviceBooksDesk } from './device-books-desk.service.js';
import { DeviceBooksRepository } from './device-books.repository.js';
import { DeviceIntake } from './device-intake.service.js';
import { HeldBatchDesk } from './held-batch-desk.service.js';
import { HeldBatchKeeper } from './held-batch-keeper.service.js';
import { HeldBatchRepository } from './held-batch.repository.js';
import { DeviceTubeRepository } from './device-tube.repository.js';
import { DiscardActs } from './discard-acts.handler.js';
import { NoteActs } from './note-acts.handler.js';
import { OpenTubeActs } from './open-tube-acts.handler.js';
import { SealActs } from './seal-acts.handler.js';
import { SwabActs } from './swab-acts.handler.js';
import { SwabSubjects } from './swab-subjects.service.js';
import { SwabWithdrawal } from './swab-withdrawal.service.js';
import { VoidActs } from './void-acts.handler.js';
import { AdmissionRepository } from './admission.repository.js';
import { Admissions } from './admissions.service.js';
import { ExceptionReadings } from './exception-readings.service.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { ExceptionRepository } from './exception.repository.js';
import { AttendanceCarrierRepository } from './attendance-carrier.repository.js';
import { AttendanceCarrier } from './attendance-carrier.service.js';
import { CaseDesk } from './case-desk.service.js';
import { CaseRepository } from './case.repository.js';
import { CorrectionApplier } from './correction-applier.service.js';
import { CorrectionDesk } from './correction-desk.service.js';
import { CorrectionGroundRepository } from './correction-ground.repository.js';
import { CorrectionGrounds } from './correction-ground.service.js';
import { CorrectionRepository } from './correction.repository.js';
import { SamplingStation } from './sampling-station.service.js';
import { SwabLinkRepository } from './swab-link.repository.js';
import { SwabRepository } from './swab.repository.js';
import { TubeCodeRepository } from './tube-code.repository.js';
import { TubeHistoryRepository } from './tube-history.repository.js';
import { TubeHistory } from './tube-history.service.js';
import { TubeInspection } from './tube-inspection.service.js';
import { TubeRepository } from './tube.repository.js';
import { WorkingSetRepository } from './working-set.repository.js';
import { WorkingSet } from './working-set.service.js';

@Module({
  imports: [CommunityModule, SiteModule],
  providers: [
    AdmissionRepository,
    ExceptionRepository,
    SwabRepository,
    TubeRepository,
    Admissions,
    ExceptionDesk,
    ExceptionReadings,
    SamplingStation,
    TubeInspection,
    AttendanceCarrierRepository,
    AttendanceCarrier,
    TubeHistoryRepository,
    TubeHistory,
    CaseRepository,
    CaseDesk,
    CorrectionRepository,
    CorrectionGroundRepository,
    SwabLinkRepository,
    TubeCodeRepository,
    CorrectionGrounds,
    CorrectionApplier,
    CorrectionDesk,
    DeviceActRepository,
    DeviceBooksRepository,
    DeviceTubeRepository,
    SwabSubjects,
    SwabWithdrawal,
    OpenTubeActs,
    SwabActs,
    VoidActs,
    SealActs,
    DiscardActs,
    NoteActs,
    DeviceActKeeper,
    HeldBatchRepository,
    HeldBatchKeeper,
    DeviceIntake,
    HeldBatchDesk,
    DeviceBooksDesk,
    WorkingSet,
    WorkingSetRepository,
  ],
  exports: [
    WorkingSet,
    Admissions,
    ExceptionDesk,
    ExceptionReadings,
    SamplingStation,
    TubeInspection,
    OpenTubeActs,
    SwabActs,
    VoidActs,
    SealActs,
    DiscardActs,
    NoteActs,
    DeviceIntake,
    HeldBatchDesk,
    DeviceBooksDesk,
    CorrectionDesk,
    AttendanceCarrier,
    CaseDesk,
    TubeHistory,
  ],
})
export class SamplingModule {}
