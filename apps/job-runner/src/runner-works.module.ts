import { Module } from '@nestjs/common';
import { JournalChainModule } from '#platform/journal';
import { RekeyRepository } from './keys/rekey.repository.js';
import { Rekey } from './keys/rekey.work.js';
import { JournalDays } from './journal-days.work.js';
import { JournalSeal } from './journal-seal.work.js';
import { LedgerRepository } from './ledgers/ledger.repository.js';
import { LedgerVerifier } from './ledgers/ledger-verifier.service.js';
import { LedgerVerify } from './ledgers/ledger-verify.work.js';
import { JournalVerify } from './journal-verify.work.js';
import { JournalRedactor } from './purge/journal-redactor.service.js';
import { RedactionRepository } from './purge/redaction.repository.js';
import { VerificationRepository } from './verification.repository.js';

/** Periodic work of the house itself, which belongs to no room. */
@Module({
  imports: [JournalChainModule],
  providers: [
    JournalDays,
    JournalSeal,
    JournalVerify,
    LedgerRepository,
    LedgerVerifier,
    LedgerVerify,
    JournalRedactor,
    RedactionRepository,
    Rekey,
    RekeyRepository,
    VerificationRepository,
  ],
  exports: [JournalDays, JournalSeal, JournalVerify, LedgerRepository, LedgerVerifier, LedgerVerify, Rekey],
})
export class RunnerWorksModule {}
