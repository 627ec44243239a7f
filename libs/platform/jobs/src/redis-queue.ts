import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import type { JobsOptions } from './jobs-options.js';
import { atMost, queueName, QueueRefused, watchfulness, WorkInHand, type QueueBackend } from './queue-backend.js';
import { queueKeysOf } from './queue-keys.js';
import { watchLine } from './watched-line.js';

/** BullMQ in Redis. The producer fails fast, so that the relay notices; the worker waits as long as it takes. */
export async function openRedisQueue(options: JobsOptions, redisUrl: string): Promise<QueueBackend> {
  const producer = new Redis(redisUrl, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: 5_000,
    connectTimeout: 5_000,
  });
  producer.on('error', () => undefined);
  await checkRedis(producer);
  // Without a command timeout: its blocking copy waits for work with BZPOPMIN.
  const consumer = new Redis(redisUrl, { maxRetriesPerRequest: null });
  consumer.on('error', () => undefined);
  const watches = [producer, consumer].map(watchLine);

  const prefix = queueKeysOf(options.databaseUrl);
  const queue = new Queue(queueName, { connection: producer, prefix });
  queue.on('error', () => undefined);
  const inHand = new WorkInHand();
  let worker: Worker | undefined;

  return {
    kind: 'redis',
    async add(jobs) {
      await queue.addBulk(jobs);
    },
    work(processor, onError) {
      worker = new Worker(queueName, inHand.processing(processor), {
        connection: consumer,
        prefix,
        concurrency: options.concurrency,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
        ...watchfulness,
      });
      worker.on('error', onError);
    },
    async stopWorking(withinMs) {
      if (worker !== undefined) await inHand.part(worker, withinMs);
    },
    async close() {
      for (const end of watches) end();
      await atMost(queue.close(), 2_000);
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

async function checkRedis(redis: Redis): Promise<void> {
  let memory: string;
  try {
    await redis.connect();
    memory = await redis.info('memory');
  } catch (error) {
    redis.disconnect();
    const reason = error instanceof Error ? error.message : String(error);
    throw new QueueRefused(`Redis cannot be reached: ${reason}. Check REDIS_URL, or unset it to work without Redis.`);
  }
  const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1] ?? 'unknown';
  if (policy !== 'noeviction') {
    redis.disconnect();
    throw new QueueRefused(
      `Redis runs with maxmemory-policy ${policy} and may throw work away: set maxmemory-policy noeviction.`,
    );
  }
}
