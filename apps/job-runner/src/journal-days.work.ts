import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { ScheduledWork } from '#platform/jobs';

/** Makes the journal's partitions for the days to come, so that none is missing when its day begins. */
@Injectable()
export class JournalDays implements ScheduledWork {
  readonly name = 'journal.days';
  readonly everySeconds = 3_600;

  constructor(private readonly database: Database) {}

  async run(): Promise<void> {
    await this.database.query(`SELECT journal.ensure_days((now() AT TIME ZONE 'UTC')::date, 7)`);
  }
}
