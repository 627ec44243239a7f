import { Global, Module } from '@nestjs/common';
import { CommunityModule } from '#journey/community';
import { AuditSettings } from './audit-settings.js';
import { JournalController } from './journal.controller.js';
import { JournalEntryRepository } from './journal-entry.repository.js';
import { JournalReader } from './journal-reader.service.js';
import { PersonJournalController } from './person-journal.controller.js';
import { ReadingLog } from './reading-log.service.js';
import { ReadingRepository } from './reading.repository.js';

/** What every door writes down about reading, and what the auditor reads of it. */
@Global()
@Module({
  imports: [CommunityModule],
  controllers: [JournalController, PersonJournalController],
  providers: [AuditSettings, JournalEntryRepository, JournalReader, ReadingLog, ReadingRepository],
  exports: [ReadingLog],
})
export class AuditDoor {}
