import type { JobsOptions } from './jobs-options.js';
import { openPostgresQueue } from './postgres-queue.js';
import type { QueueBackend } from './queue-backend.js';
import { openRedisQueue } from './redis-queue.js';

/** @throws QueueRefused when Redis cannot be reached or may forget work, or BullMQ's tables are missing. */
export function openQueue(options: JobsOptions): Promise<QueueBackend> {
  return options.redisUrl === undefined ? openPostgresQueue(options) : openRedisQueue(options, options.redisUrl);
}
