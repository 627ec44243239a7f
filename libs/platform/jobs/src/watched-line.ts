import type { Redis } from 'ioredis';
import { setTimeout as pause } from 'node:timers/promises';

const askEveryMs = 2_000;
const answerWithinMs = 4_000;

/**
 * Notices a line to Redis that is dead and nobody said so: a firewall that was restarted, a cable that was pulled. TCP
 * would wait for a quarter of an hour, and whoever moves a job meanwhile waits with it. Asked every few seconds, a line
 * that does not answer is closed; ioredis opens another and sends again what was under way, which each job bears.
 * @returns ends the watch
 */
export function watchLine(redis: Redis): () => void {
  const over = new AbortController();
  watch(redis, over.signal).catch(() => undefined);
  return () => over.abort();
}

async function watch(redis: Redis, signal: AbortSignal): Promise<void> {
  for (;;) {
    // One that is looking for a new line already is left alone.
    if (redis.status === 'ready' && !(await answers(redis, signal))) redis.disconnect(true);
    await pause(askEveryMs, undefined, { signal, ref: false });
  }
}

/** @throws AbortError when the watch has ended */
async function answers(redis: Redis, signal: AbortSignal): Promise<boolean> {
  // One that says that it is gone, or busy, is not silent.
  const spoken = redis.ping().then(
    () => true,
    () => true,
  );
  const late = pause(answerWithinMs, false, { signal, ref: false });
  // A process that stood still itself hears the answer only in its next turn.
  const lateIndeed = late.then(() => new Promise<false>((done) => setImmediate(() => done(false))));
  return Promise.race([spoken, lateIndeed]);
}
