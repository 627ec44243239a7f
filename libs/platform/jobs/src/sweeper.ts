import type { LoggerService } from '@nestjs/common';
import type { ErrandRepository } from './errand.repository.js';
import type { JobMetrics } from './job-metrics.js';
import type { JobsOptions } from './jobs-options.js';
import { Repeating } from './repeating.js';

/** Hands over again what the queue lost: errands that were handed over and that nobody finished. Reports dead ones. */
export class Sweeper {
  private readonly repeating = new Repeating(() => this.turn());
  private dead = 0;

  constructor(
    private readonly errands: ErrandRepository,
    private readonly options: JobsOptions,
    private readonly metrics: JobMetrics,
    private readonly logger: LoggerService,
    private readonly onSwept: () => void,
  ) {}

  start(): void {
    this.repeating.start();
  }

  stop(): Promise<void> {
    return this.repeating.stop();
  }

  private async turn(): Promise<number> {
    const pause = this.options.sweepAfterMs / 3;
    try {
      const swept = await this.errands.sweep(this.options.sweepAfterMs);
      if (swept > 0) {
        this.metrics.swept.inc(swept);
        this.logger.warn(`${swept} errands were not finished in time and are handed over again`, 'Sweeper');
        this.onSwept();
      }
      const { dead } = await this.errands.counts();
      if (dead > this.dead) this.logger.error(`${dead} errands are dead and wait for a decision`, 'Sweeper');
      this.dead = dead;
    } catch (error) {
      this.logger.warn(`the sweeper rests: ${String(error)}`, 'Sweeper');
    }
    return pause;
  }
}
