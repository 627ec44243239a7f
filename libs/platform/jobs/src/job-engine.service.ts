import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Canary, canaryJob } from './canary.js';
import type { ErrandHandler } from './errand-handler.js';
import { ErrandWorker } from './errand-worker.js';
import { ErrandRepository } from './errand.repository.js';
import { handlerTable } from './handler-table.js';
import { JobMetrics } from './job-metrics.js';
import type { JobsOptions } from './jobs-options.js';
import { openQueue } from './open-queue.js';
import { atMost, type QueueBackend } from './queue-backend.js';
import { Relay } from './relay.js';
import type { ScheduledWork } from './scheduled-work.js';
import { Scheduler } from './scheduler.js';
import { Sweeper } from './sweeper.js';

export const JOBS_SETUP = Symbol('JOBS_SETUP');
export const ERRAND_HANDLERS = Symbol('ERRAND_HANDLERS');
export const SCHEDULED_WORKS = Symbol('SCHEDULED_WORKS');

export interface JobsSetup {
  options: JobsOptions;
  /** Topic → the jobs it asks for. */
  routes: Readonly<Record<string, readonly string[]>>;
  /** Called once when the worker is taken for dead; the process is expected to end. */
  onSilence: () => void;
}

interface Parts {
  queue: QueueBackend;
  relay: Relay;
  sweeper: Sweeper;
  scheduler: Scheduler;
  canary: Canary;
}

/** Relay, sweeper, worker, scheduler and canary of one process: they start and stop together. */
@Injectable()
export class JobEngine implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger();
  private parts: Parts | undefined;

  constructor(
    @Inject(JOBS_SETUP) private readonly setup: JobsSetup,
    @Inject(ERRAND_HANDLERS) private readonly handlers: readonly ErrandHandler[],
    @Inject(SCHEDULED_WORKS) private readonly works: readonly ScheduledWork[],
    private readonly errands: ErrandRepository,
    private readonly transactions: Transactions,
    private readonly metrics: JobMetrics,
  ) {}

  get workerAlive(): boolean {
    return this.parts?.canary.alive ?? false;
  }

  get backend(): QueueBackend['kind'] | undefined {
    return this.parts?.queue.kind;
  }

  /**
   * @throws HandlersDoNotFit when a job has no handler or a handler no job
   * @throws QueueRefused when the queue cannot be used
   */
  async onApplicationBootstrap(): Promise<void> {
    const { options, routes, onSilence } = this.setup;
    const { errands, metrics, logger } = this;
    const table = handlerTable(routes, this.handlers);
    await errands.forgetOldRunners();
    const queue = await openQueue(options);
    const worker = new ErrandWorker(table, errands, this.transactions, options, metrics, logger);
    const canary = new Canary(queue, errands, options, metrics, logger, onSilence);
    const relay = new Relay(queue, errands, options, metrics, logger);
    const sweeper = new Sweeper(errands, options, metrics, logger, () => relay.nudge());
    const scheduler = new Scheduler(this.works, errands, logger);
    this.parts = { queue, relay, sweeper, scheduler, canary };

    queue.work(
      (name, data) => {
        if (name === canaryJob) return canary.sing();
        canary.heard();
        return worker.run(data);
      },
      (error) => logger.warn(`the queue is in trouble: ${error.message}`, 'JobEngine'),
    );
    await scheduler.start();
    relay.start();
    sweeper.start();
    canary.start();
    logger.log(`errands are carried by BullMQ on ${queue.kind}`, 'JobEngine');
  }

  /** Stops taking work, lets what is running finish, then closes. What is left waits in PostgreSQL. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.parts === undefined) return;
    const { queue, relay, sweeper, scheduler, canary } = this.parts;
    this.parts = undefined;
    canary.stop();
    await Promise.all([relay.stop(), sweeper.stop()]);
    await queue.stopWorking(this.setup.options.shutdownMs);
    await atMost(scheduler.stop(), this.setup.options.shutdownMs);
    await queue.close();
  }
}
