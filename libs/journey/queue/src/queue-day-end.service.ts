import { Injectable } from '@nestjs/common';
import type { ScheduledWork } from '#platform/jobs';
import { QueueKeeper } from './queue-keeper.service.js';

/** Ends the queues of days gone by that nobody closed, so that every day's books balance. Harmless at any time. */
@Injectable()
export class QueueDayEnd implements ScheduledWork {
  readonly name = 'queue.day-end';
  readonly everySeconds = 600;

  constructor(private readonly keeper: QueueKeeper) {}

  async run(): Promise<void> {
    await this.keeper.closeDaysGoneBy();
  }
}
