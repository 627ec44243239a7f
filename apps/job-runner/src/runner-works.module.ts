import { Module } from '@nestjs/common';
import { JournalDays } from './journal-days.work.js';

/** Periodic work of the house itself, which belongs to no room. */
@Module({ providers: [JournalDays], exports: [JournalDays] })
export class RunnerWorksModule {}
