import { Global, Module } from '@nestjs/common';
import { AuditSettings } from './audit-settings.js';
import { ReadingLog } from './reading-log.service.js';
import { ReadingRepository } from './reading.repository.js';

/** What every door writes down about reading, and what the auditor reads of it. */
@Global()
@Module({
  providers: [AuditSettings, ReadingLog, ReadingRepository],
  exports: [ReadingLog],
})
export class AuditDoor {}
