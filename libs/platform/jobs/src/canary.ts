import type { LoggerService } from '@nestjs/common';
import type { ErrandRepository } from './errand.repository.js';
import type { JobMetrics } from './job-metrics.js';
import type { JobsOptions } from './jobs-options.js';
import type { QueueBackend } from './queue-backend.js';

export const canaryJob = 'canary';
/** Canaries at most in one go. */
const flock = 32;

/**
 * Makes a silently dead worker visible: a job goes through the queue all the time, and whichever worker does it shows
 * that it lives. A worker that is silent sends ever more of them, so that with many runners one reaches itself.
 */
export class Canary {
  private timer: NodeJS.Timeout | undefined;
  private lastSong = Date.now();
  private missed = 0;
  private reported = false;

  constructor(
    private readonly queue: QueueBackend,
    private readonly errands: ErrandRepository,
    private readonly options: JobsOptions,
    private readonly metrics: JobMetrics,
    private readonly logger: LoggerService,
    private readonly onSilence: () => void,
  ) {}

  /** Milliseconds since this process's worker last finished something. */
  get silentFor(): number {
    return Date.now() - this.lastSong;
  }

  get alive(): boolean {
    return this.silentFor <= this.options.silenceMs;
  }

  start(): void {
    this.lastSong = Date.now();
    void this.send();
    this.timer = setInterval(() => {
      this.metrics.canaryAge.set(this.silentFor / 1_000);
      this.missed = this.silentFor > this.options.canaryEveryMs * 1.5 ? this.missed + 1 : 0;
      if (!this.alive && !this.reported) {
        this.reported = true;
        this.logger.error(`the worker has done nothing for ${Math.round(this.silentFor / 1_000)} s`, 'Canary');
        this.onSilence();
      }
      void this.send();
    }, this.options.canaryEveryMs);
  }

  /** Called by the worker for each job it takes, whatever the job is. */
  heard(): void {
    this.lastSong = Date.now();
  }

  async sing(): Promise<void> {
    this.heard();
    await this.errands.sing(this.options.runner);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async send(): Promise<void> {
    const count = Math.min(flock, 2 ** this.missed);
    const one = {
      name: canaryJob,
      data: {},
      // At the head: it measures the worker, not the length of the queue.
      opts: { lifo: true, attempts: 1, removeOnComplete: true, removeOnFail: true },
    };
    await this.queue.add(Array.from({ length: count }, () => one)).catch(() => undefined);
  }
}
