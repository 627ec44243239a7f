import { Module } from '@nestjs/common';
import { ImprintRepository } from './imprint.repository.js';
import { JournalChainRepository } from './journal-chain.repository.js';
import { JournalSealer } from './journal-sealer.service.js';
import { JournalVerifier } from './journal-verifier.service.js';

/** For the process that seals the journal, and for whoever verifies it. */
@Module({
  providers: [ImprintRepository, JournalChainRepository, JournalSealer, JournalVerifier],
  exports: [ImprintRepository, JournalSealer, JournalVerifier],
})
export class JournalChainModule {}
