import { Module } from '@nestjs/common';
import { Settings } from '#platform/config';
import { AreaRegister } from './area-register.service.js';
import { AreaRepository } from './area.repository.js';
import { DemonstrationStreet } from './demonstration-street.service.js';
import { EncounterRepository } from './encounter.repository.js';
import { Encounters } from './encounters.service.js';
import { LedgerBook } from './ledger-book.service.js';
import { LedgerFileStore } from './ledger-file-store.service.js';
import { LedgerImportRepository } from './ledger-import.repository.js';
import { LedgerIntake } from './ledger-intake.service.js';
import { LedgerLimits } from './ledger-limits.js';
import { LedgerReader } from './ledger-reader.service.js';
import { LedgerRows } from './ledger-rows.service.js';
import { LedgerTurnoverRepository } from './ledger-turnover.repository.js';
import { LedgerTurnover } from './ledger-turnover.service.js';
import { MergingBook } from './merging-book.service.js';
import { MergingRepository } from './merging.repository.js';
import { ResidentCodeDesk } from './resident-code-desk.service.js';
import { ResidentCodeLimits } from './resident-code-limits.js';
import { ResidentCodeRepository } from './resident-code.repository.js';
import { ResidentLedgerRepository } from './resident-ledger.repository.js';
import { ResidentRegister } from './resident-register.service.js';
import { ResidentRepository } from './resident.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { ResidentWriter } from './resident-writer.service.js';
import { WorkingLedgerRepository } from './working-ledger.repository.js';
import { WorkingLedger } from './working-ledger.service.js';
import { UnmaskingBook } from './unmasking-book.service.js';
import { UnmaskingDesk } from './unmasking-desk.service.js';
import { UnmaskingLimits } from './unmasking-limits.js';
import { UnmaskingRepository } from './unmasking.repository.js';

@Module({
  providers: [
    AreaRegister,
    AreaRepository,
    DemonstrationStreet,
    EncounterRepository,
    Encounters,
    LedgerBook,
    LedgerFileStore,
    LedgerImportRepository,
    LedgerIntake,
    { provide: LedgerLimits, useFactory: (settings: Settings) => LedgerLimits.of(settings), inject: [Settings] },
    LedgerReader,
    LedgerRows,
    LedgerTurnover,
    LedgerTurnoverRepository,
    MergingBook,
    MergingRepository,
    ResidentCodeDesk,
    {
      provide: ResidentCodeLimits,
      useFactory: (settings: Settings) => ResidentCodeLimits.of(settings),
      inject: [Settings],
    },
    ResidentCodeRepository,
    ResidentLedgerRepository,
    ResidentRegister,
    ResidentRepository,
    ResidentSealer,
    ResidentWriter,
    WorkingLedger,
    WorkingLedgerRepository,
    UnmaskingBook,
    UnmaskingDesk,
    { provide: UnmaskingLimits, useFactory: (settings: Settings) => UnmaskingLimits.of(settings), inject: [Settings] },
    UnmaskingRepository,
  ],
  exports: [
    AreaRegister,
    DemonstrationStreet,
    Encounters,
    LedgerIntake,
    LedgerLimits,
    LedgerReader,
    LedgerTurnover,
    MergingBook,
    ResidentCodeDesk,
    ResidentRegister,
    WorkingLedger,
    UnmaskingBook,
    UnmaskingDesk,
  ],
})
export class CommunityModule {}
