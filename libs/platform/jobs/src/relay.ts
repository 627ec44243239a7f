import type { LoggerService } from '@nestjs/common';
import { queueIdOf } from './errand-id.js';
import type { ErrandRepository } from './errand.repository.js';
import type { JobMetrics } from './job-metrics.js';
import type { JobsOptions } from './jobs-options.js';
import type { QueueBackend } from './queue-backend.js';
import { Repeating } from './repeating.js';

/**
 * Carries waiting errands to the queue. They are marked first and handed over afterwards, so that no transaction waits
 * for the queue; a runner that dies in between leaves them to the sweeper, a queue that refuses gives them back at once.
 */
export class Relay {
  private readonly repeating = new Repeating(() => this.turn());
  private failures = 0;

  constructor(
    private readonly queue: QueueBackend,
    private readonly errands: ErrandRepository,
    private readonly options: JobsOptions,
    private readonly metrics: JobMetrics,
    private readonly logger: LoggerService,
  ) {}

  start(): void {
    this.repeating.start();
  }

  nudge(): void {
    this.repeating.nudge();
  }

  stop(): Promise<void> {
    return this.repeating.stop();
  }

  private async turn(): Promise<number> {
    try {
      const carried = await this.carry();
      this.failures = 0;
      return carried === this.options.batch ? 0 : this.options.relayPauseMs;
    } catch (error) {
      this.failures += 1;
      this.metrics.relayFailures.inc();
      if (this.failures === 1) this.logger.warn(`the relay rests: ${String(error)}`, 'Relay');
      return Math.min(5_000, this.options.relayPauseMs * 2 ** this.failures);
    }
  }

  private async carry(): Promise<number> {
    const claimed = await this.errands.claimWaiting(this.options.batch);
    if (claimed.length === 0) return 0;
    try {
      await this.queue.add(
        claimed.map(({ entryId, job, ageMs }) => ({
          name: job,
          data: { entryId, job },
          opts: {
            jobId: queueIdOf({ entryId, job }, ageMs, this.options.sweepAfterMs),
            attempts: this.options.attempts,
            backoff: { type: 'exponential', delay: this.options.backoffMs },
            removeOnComplete: true,
            removeOnFail: true,
          },
        })),
      );
    } catch (error) {
      await this.errands.giveBack(claimed);
      throw error;
    }
    this.metrics.relayed.inc(claimed.length);
    return claimed.length;
  }
}
