import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { freePort } from '../../../bin/support/ports.mjs';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

/** What happens to Redis, which holds work and no truth. */
export const queueStoreFaults: Fault[] = [
  {
    id: 'F5',
    name: 'kill -9 Redis',
    smoke: true,
    needsRedis: true,
    async run(bench) {
      let slowest = 0;
      const { load } = await bench.underLoad('F5', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 1); n += 1) {
          await bench.house.redis?.kill();
          await pause(bench.plan.isFull ? bench.dice.between(1_000, 20_000) : 1_500);
          await bench.house.redis?.start();
          await pause(1_000);
        }
      });
      slowest = Math.max(...load.devices.filter(({ name }) => name.startsWith('table')).map((one) => one.slowestMs));
      bench.figure('slowest act at a table meanwhile', slowest, 500);
    },
  },
  {
    id: 'F6',
    name: 'FLUSHALL in mid-run',
    smoke: true,
    needsRedis: true,
    async run(bench) {
      await bench.underLoad('F6', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 2); n += 1) {
          await pause(bench.dice.between(500, 1_500));
          await bench.house.redis?.flush();
        }
      });
    },
  },
  {
    id: 'F7',
    name: 'Redis is full; Redis may throw work away',
    smoke: true,
    needsRedis: true,
    async run(bench) {
      const { redis } = bench.house;
      const client = redis?.client();
      if (redis === undefined || client === undefined) return;
      try {
        const refused = await startUnder(bench, 'allkeys-lru', client);
        bench.expect(/maxmemory-policy/.test(refused), `a job-runner starts on allkeys-lru: ${refused}`);
        let alarmed = Infinity;
        await bench.underLoad('F7', {}, async () => {
          await client.config('SET', 'maxmemory', '1');
          alarmed = await bench.until(() => relaysRest(bench), 30_000);
          await pause(1_500);
          await client.config('SET', 'maxmemory', '0');
        });
        bench.figure('the alarm of the relay after Redis was full', alarmed, 30_000);
      } finally {
        await client.config('SET', 'maxmemory', '0', 'maxmemory-policy', 'noeviction').catch(() => undefined);
        client.disconnect();
      }
    },
  },
  {
    id: 'F8',
    name: 'Redis loses the last 64 KB that it wrote down',
    smoke: false,
    needsRedis: true,
    async run(bench) {
      await bench.underLoad('F8', {}, async () => {
        for (let n = 0; n < 3; n += 1) {
          await pause(1_500);
          await bench.house.redis?.kill();
          bench.figure('bytes lost', bench.house.redis?.loseTail(64 * 1_024) ?? 0, undefined, '');
          await bench.house.redis?.start();
        }
      });
    },
  },
];

/** Starts one more job-runner on a Redis with this policy. @returns its last words */
async function startUnder(bench: Bench, policy: string, client: Redis): Promise<string> {
  const [runner] = bench.house.runners;
  if (runner === undefined) return '';
  await client.config('SET', 'maxmemory-policy', policy);
  try {
    return await runner.refusal(await freePort());
  } finally {
    await client.config('SET', 'maxmemory-policy', 'noeviction');
  }
}

/** Whether a runner counts that the queue refused what it was handed. */
async function relaysRest(bench: Bench): Promise<boolean> {
  const texts = await Promise.all(
    bench.house.runners.map(async ({ address }) => (await fetch(`${address}/metrics`)).text().catch(() => '')),
  );
  return texts.some((text) => /relay_failures\S* [1-9]/.test(text));
}
