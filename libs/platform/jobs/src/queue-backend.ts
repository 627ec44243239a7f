import type { Job, JobsOptions as QueuedJobOptions } from 'bullmq';
import { setTimeout as pause } from 'node:timers/promises';

export const queueName = 'errands';

/** How soon BullMQ itself notices a job whose worker died. Milliseconds. */
export const watchfulness = { lockDuration: 20_000, stalledInterval: 10_000, maxStalledCount: 5 };

/** Does one piece of queued work; an error makes the queue try it again. */
export type QueueProcessor = (name: string, data: unknown) => Promise<void>;

export interface QueuedJob {
  name: string;
  data: unknown;
  opts: QueuedJobOptions;
}

/** BullMQ on one of its two backends. What is in it may vanish at any moment; PostgreSQL's errands are the truth. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  add(jobs: QueuedJob[]): Promise<void>;
  /** Starts working; `onError` hears of troubles of the connection, not of failed jobs. */
  work(processor: QueueProcessor, onError: (error: Error) => void): void;
  /** Stops taking work and waits so long for what is running; what is still running then is left to another runner. */
  stopWorking(withinMs: number): Promise<void>;
  close(): Promise<void>;
}

/** The queue cannot be used as it is; the message is one line that says why and what to do. */
export class QueueRefused extends Error {}

interface ClosableWorker {
  pause(doNotWaitActive: boolean): Promise<void>;
  close(force: boolean): Promise<void>;
}

/** The jobs that a worker has in hand, and how to part from them. */
export class WorkInHand {
  private count = 0;

  /** Hands BullMQ's job over without its machinery. */
  processing(processor: QueueProcessor): (job: Job) => Promise<void> {
    return async (job) => {
      this.count += 1;
      try {
        await processor(job.name, job.data);
      } finally {
        this.count -= 1;
      }
    };
  }

  /**
   * Takes no more work, waits so long for what is in hand, and closes the worker. What hangs is left behind: asked to
   * close kindly, BullMQ would wait for it for ever.
   */
  async part(worker: ClosableWorker, withinMs: number): Promise<void> {
    await worker.pause(true);
    const deadline = Date.now() + withinMs;
    while (this.count > 0 && Date.now() < deadline) await pause(20);
    await atMost(worker.close(this.count > 0), 2_000);
  }
}

/** Waits for it, but not for ever; whether it succeeded does not matter any more. */
export async function atMost(work: Promise<unknown>, milliseconds: number): Promise<void> {
  const patience = new AbortController();
  await Promise.race([
    work.catch(() => undefined),
    pause(milliseconds, undefined, { signal: patience.signal }).catch(() => undefined),
  ]);
  patience.abort();
}
