import { Refusal } from './refusal.mjs';

/**
 * Refuses a Redis that would throw jobs away when it is full.
 * @param {string} url
 * @throws {Refusal}
 */
export async function checkRedis(url) {
  const { Redis } = await import('ioredis');
  let redis;
  try {
    redis = new Redis(url, {
      lazyConnect: true,
      connectTimeout: 5000,
      commandTimeout: 5000,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    let reason;
    redis.on('error', (error) => (reason = error.message));
    const memory = await redis
      .connect()
      .then(() => redis.info('memory'))
      .catch((error) => {
        throw new Refusal(`Redis cannot be reached: ${reason ?? error.message}. Check REDIS_URL, or start without it.`);
      });
    const policy = /maxmemory_policy:(\S+)/.exec(memory)?.[1] ?? 'unknown';
    if (policy !== 'noeviction') {
      throw new Refusal(`Redis has maxmemory-policy ${policy} and would throw jobs away: set it to noeviction.`);
    }
  } finally {
    redis?.disconnect();
  }
}
