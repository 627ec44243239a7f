import { createPostgresBackend, withBackend, type Worker } from 'bullmq';
import pg from 'pg';
import type { JobsOptions } from './jobs-options.js';
import { atMost, queueName, QueueRefused, watchfulness, WorkInHand, type QueueBackend } from './queue-backend.js';

const classes = withBackend(createPostgresBackend);
/** One connection listens, one serves the producer. */
const ownConnections = 2;

/** BullMQ in PostgreSQL, in its own schema `bullmq`, on one pool of its own. */
export async function openPostgresQueue(options: JobsOptions): Promise<QueueBackend> {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    application_name: 'job-runner-queue',
    max: options.concurrency + ownConnections,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // BullMQ's statements name its tables without their schema.
    options: '-c search_path=bullmq -c jit=off',
  });
  pool.on('error', () => undefined);

  const queue = new classes.Queue(queueName, { connection: pool });
  queue.on('error', () => undefined);
  try {
    await queue.waitUntilReady();
  } catch (error) {
    await pool.end().catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new QueueRefused(`The job tables cannot be used: ${reason}. Run node db/migrate.mjs without REDIS_URL.`);
  }
  const inHand = new WorkInHand();
  let worker: Pick<Worker, 'close' | 'pause'> | undefined;

  return {
    kind: 'postgres',
    async add(jobs) {
      await queue.addBulk(jobs);
    },
    work(processor, onError) {
      const working = new classes.Worker(queueName, inHand.processing(processor), {
        connection: pool,
        concurrency: options.concurrency,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
        ...watchfulness,
      });
      working.on('error', onError);
      worker = working;
    },
    async stopWorking(withinMs) {
      if (worker !== undefined) await inHand.part(worker, withinMs);
    },
    async close() {
      await atMost(queue.close(), 2_000);
      await atMost(pool.end(), 2_000);
    },
  };
}
