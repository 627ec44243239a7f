import { UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import type { LoggerService } from '@nestjs/common';
import { isUnavailable, type Transactions } from '#platform/database';
import { DomainError } from '#platform/errors';
import type { ErrandHandler } from './errand-handler.js';
import type { ErrandRef } from './errand-id.js';
import type { ErrandRepository } from './errand.repository.js';
import type { JobMetrics } from './job-metrics.js';
import type { JobsOptions } from './jobs-options.js';

const reference = z.object({ entryId: z.uuid(), job: z.string() });

/** The errand's payload does not have the shape its handler expects; trying again would not help. */
class PayloadRefused extends Error {}

/**
 * Does an errand: marking it done and its effect are one transaction, so however often the queue delivers it, and
 * whenever a worker dies, the effect is there exactly once.
 */
export class ErrandWorker {
  constructor(
    private readonly handlers: ReadonlyMap<string, ErrandHandler>,
    private readonly errands: ErrandRepository,
    private readonly transactions: Transactions,
    private readonly options: Pick<JobsOptions, 'deadAfter'>,
    private readonly metrics: Pick<JobMetrics, 'outcomes'>,
    private readonly logger: LoggerService,
  ) {}

  /** @throws UnrecoverableError when the errand is dead, any other error when it is to be tried again. */
  async run(data: unknown): Promise<void> {
    const read = reference.safeParse(data);
    const handler = read.success ? this.handlers.get(read.data.job) : undefined;
    if (!read.success || handler === undefined) throw new UnrecoverableError('unknown errand');
    const errand = read.data;
    try {
      const done = await this.transactions.run(async (tx) => {
        const taken = await this.errands.takeAndFinish(tx, errand);
        if (taken === undefined) return false;
        const payload = handler.payload.safeParse(taken.payload);
        if (!payload.success) throw new PayloadRefused(`the payload does not fit: ${payload.error.message}`);
        await handler.handle(tx, payload.data);
        return true;
      });
      this.metrics.outcomes.inc({ job: errand.job, outcome: done ? 'done' : 'skipped' });
    } catch (error) {
      await this.fail(errand, error);
    }
  }

  private async fail(errand: ErrandRef, error: unknown): Promise<never> {
    const hopeless = error instanceof DomainError || error instanceof PayloadRefused;
    const limit = hopeless ? 0 : isUnavailable(error) ? 2_147_483_647 : this.options.deadAfter;
    const dead = await this.errands.keepFailure(errand, describe(error), limit);
    this.metrics.outcomes.inc({ job: errand.job, outcome: dead ? 'dead' : 'failed' });
    const line = `errand ${errand.job} of entry ${errand.entryId} ${dead ? 'is dead' : 'failed'}: ${describe(error)}`;
    if (dead) this.logger.error(line, 'ErrandWorker');
    else this.logger.warn(line, 'ErrandWorker');
    if (dead) throw new UnrecoverableError(describe(error));
    throw error;
  }
}

function describe(error: unknown): string {
  if (error instanceof DomainError) return `${error.code}: ${error.words.en}`.slice(0, 500);
  return (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
}
