import { Module } from '@nestjs/common';
import { JournalChainModule } from '#platform/journal';
import { RekeyRepository } from './keys/rekey.repository.js';
import { Rekey } from './keys/rekey.work.js';
import { JournalDays } from './journal-days.work.js';
import { JournalSeal } from './journal-seal.work.js';

/** Periodic work of the house itself, which belongs to no room. */
@Module({
  imports: [JournalChainModule],
  providers: [JournalDays, JournalSeal, Rekey, RekeyRepository],
  exports: [JournalDays, JournalSeal, Rekey],
})
export class RunnerWorksModule {}
