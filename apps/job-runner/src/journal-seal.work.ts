import { Injectable } from '@nestjs/common';
import type { ScheduledWork } from '#platform/jobs';
import { JournalSealer } from '#platform/journal';

/** Ties what happened in the last second into the chains of the journal. */
@Injectable()
export class JournalSeal implements ScheduledWork {
  readonly name = 'journal.seal';
  readonly everySeconds = 1;

  constructor(private readonly sealer: JournalSealer) {}

  async run(): Promise<void> {
    await this.sealer.seal();
  }
}
