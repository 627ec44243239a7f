import { Module } from '@nestjs/common';
import { JournalChainModule } from '#platform/journal';
import { JournalDays } from './journal-days.work.js';
import { JournalSeal } from './journal-seal.work.js';

/** Periodic work of the house itself, which belongs to no room. */
@Module({ imports: [JournalChainModule], providers: [JournalDays, JournalSeal], exports: [JournalDays, JournalSeal] })
export class RunnerWorksModule {}
