import { Global, Injectable, Module, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Database, DatabaseModule, Transactions, type Tx } from '#platform/database';
import { DomainError } from '#platform/errors';
import {
  JobEngine,
  JobMetrics,
  JobsModule,
  readJobsOptions,
  type ErrandHandler,
  type JobsOptions,
} from '#platform/jobs';
import { defineEvent, Journal, JournalModule } from '#platform/journal';
import { FaultProxy } from '../../faults/bench/fault-proxy.js';
import { SeededDice } from '../../faults/seeded-dice.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { hasRedis, openOwnRedis, type OwnRedis } from '../../support/own-redis.js';

const payload = z.object({ nth: z.int() });
const asked = defineEvent('test.asked', payload);

class NotPossible extends DomainError {
  readonly kind = 'conflict';
  readonly code = 'not-possible';
  constructor() {
    super({ 'zh-CN': '不行', en: 'This cannot be done.' });
  }
}

/** What the handler does beside its effect; each test sets it. */
let mishap: (nth: number) => Promise<void> = async () => undefined;

@Injectable()
class Count implements ErrandHandler<z.output<typeof payload>> {
  readonly job = 'test.count';
  readonly payload = payload;

  async handle(tx: Tx, { nth }: z.output<typeof payload>): Promise<void> {
    await tx.query('INSERT INTO public.effect (nth) VALUES ($1)', [nth]);
    await mishap(nth);
  }
}

@Injectable()
class Stranger implements ErrandHandler {
  readonly job = 'test.nobody-asks-for-this';
  readonly payload = z.unknown();

  async handle(): Promise<void> {
    await Promise.resolve();
  }
}

@Global()
@Module({ providers: [Count, Stranger], exports: [Count, Stranger] })
class Handlers {}

const book = { 'test.asked': ['test.count'] };

let database: TestDatabase;
beforeEach(async () => {
  mishap = async () => undefined;
  database = await createTestDatabase();
});
afterEach(() => database.drop());

interface Runner {
  app: INestApplicationContext;
  engine: JobEngine;
  rows: Database;
  silences: number;
}

async function run(
  changes: Partial<JobsOptions> = {},
  handlers: Type<ErrandHandler>[] = [Count],
  routes: Record<string, string[]> = book,
): Promise<Runner> {
  const options: JobsOptions = {
    ...readJobsOptions({}, { databaseUrl: database.url, runner: 'test' }),
    relayPauseMs: 20,
    sweepAfterMs: 600,
    canaryEveryMs: 200,
    backoffMs: 20,
    shutdownMs: 2_000,
    ...changes,
  };
  const runner: Partial<Runner> = { silences: 0 };
  @Module({
    imports: [
      DatabaseModule.to({ url: database.url, pool: 10, applicationName: 'test' }),
      JournalModule.routing(routes),
      JobsModule.running({
        options,
        routes,
        imports: [Handlers],
        handlers,
        works: [],
        onSilence: () => (runner.silences = (runner.silences ?? 0) + 1),
      }),
    ],
  })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { abortOnError: false, logger: false } as never);
  return Object.assign(runner, { app, engine: app.get(JobEngine), rows: app.get(Database) }) as Runner;
}

async function ask({ app }: Runner, count: number, from = 0): Promise<void> {
  const journal = app.get(Journal);
  await app.get(Transactions).run(async (tx) => {
    await tx.query('CREATE TABLE IF NOT EXISTS public.effect (nth int)');
    for (let n = 0; n < count; n += 1) {
      await journal.record(tx, asked, { actorId: null, subject: 'test', payload: { nth: from + n } });
    }
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    if (await condition()) return;
    await pause(20);
  }
  throw new Error('it did not come to pass within 30 seconds');
}

async function countOf({ rows }: Runner, state: string): Promise<number> {
  const [row] = await rows.query<{ n: number }>('SELECT count(*)::int AS n FROM jobs.errand WHERE state = $1', [state]);
  return row!.n;
}

async function effects({ rows }: Runner): Promise<{ all: number; different: number }> {
  const [row] = await rows.query<{ all: number; different: number }>(
    'SELECT count(*)::int AS all, count(DISTINCT nth)::int AS different FROM public.effect',
  );
  return row!;
}

let redis: OwnRedis | undefined;
beforeAll(async () => {
  if (hasRedis()) redis = await openOwnRedis();
  else console.warn('skipped on Redis: there is no redis-server on the PATH');
});
afterAll(() => redis?.stop());

describe.each(['PostgreSQL', ...(hasRedis() ? ['Redis'] : [])])('errands carried by BullMQ on %s', (store) => {
  const backend: { redisUrl: string | undefined } = { redisUrl: undefined };
  beforeAll(() => {
    if (store === 'Redis') backend.redisUrl = redis?.url;
  });

  it('does each errand once', async () => {
    const runner = await run(backend);
    await ask(runner, 300);
    await until(async () => (await countOf(runner, 'done')) === 300);
    expect(await effects(runner)).toEqual({ all: 300, different: 300 });
    expect(await runner.app.get(JobMetrics).registry.metrics()).toContain('outcome="done"} 300');
    await runner.app.close();
  });

  it('shares the work among two runners and still does each errand once', async () => {
    const [one, other] = await Promise.all([run(backend), run({ ...backend, runner: 'other' })]);
    await ask(one, 200);
    await until(async () => (await countOf(one, 'done')) === 200);
    expect(await effects(one)).toEqual({ all: 200, different: 200 });
    await Promise.all([one.app.close(), other.app.close()]);
  });

  it('tries again what failed, and keeps nothing of the failed tries', async () => {
    const failures = new Map<number, number>();
    mishap = async (nth) => {
      const before = failures.get(nth) ?? 0;
      failures.set(nth, before + 1);
      if (before < 2) throw new Error('a passing trouble');
    };
    const runner = await run(backend);
    await ask(runner, 5);
    await until(async () => (await countOf(runner, 'done')) === 5);
    expect(await effects(runner)).toEqual({ all: 5, different: 5 });
    const attempts = await runner.rows.query<{ attempts: number }>('SELECT attempts FROM jobs.errand');
    expect(attempts.every((row) => row.attempts === 3)).toBe(true);
    await runner.app.close();
  });

  it('gives up at once what the rules forbid, and says why', async () => {
    mishap = async () => Promise.reject(new NotPossible());
    const runner = await run(backend);
    await ask(runner, 1);
    await until(async () => (await countOf(runner, 'dead')) === 1);
    const [row] = await runner.rows.query<{ last_error: string; attempts: number }>('SELECT * FROM jobs.errand');
    expect(row).toMatchObject({ last_error: 'not-possible: This cannot be done.', attempts: 1 });
    expect((await effects(runner)).all).toBe(0);
    await runner.app.close();
  });

  it('gives up what fails again and again', async () => {
    mishap = async () => Promise.reject(new Error('for ever'));
    const runner = await run({ ...backend, deadAfter: 3 });
    await ask(runner, 1);
    await until(async () => (await countOf(runner, 'dead')) === 1);
    await runner.app.close();
  });

  it('leaves an errand whose transaction never committed to the next runner, with one effect in the end', async () => {
    // The effect is written, then the worker hangs until its process stops: neither commit nor acknowledgement.
    mishap = () => new Promise(() => undefined);
    const first = await run({ ...backend, shutdownMs: 50 });
    await ask(first, 3);
    await until(async () => (await countOf(first, 'enqueued')) === 3);
    await pause(200);
    await first.rows.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                             WHERE state = 'idle in transaction' AND datname = current_database()`);
    await Promise.race([first.app.close(), pause(1_500)]);
    mishap = async () => undefined;
    const second = await run({ ...backend, runner: 'second' });
    await until(async () => (await countOf(second, 'done')) === 3);
    expect(await effects(second)).toEqual({ all: 3, different: 3 });
    await second.app.close();
  });

  it('runs an errand a second time without a second effect when the queue delivers it again', async () => {
    const runner = await run(backend);
    await ask(runner, 20);
    await until(async () => (await countOf(runner, 'done')) === 20);
    // As if the worker had died after its commit and before its acknowledgement.
    const { ErrandWorker } = await import('../../../libs/platform/jobs/src/errand-worker.js');
    const { ErrandRepository } = await import('../../../libs/platform/jobs/src/errand.repository.js');
    const outcomes: string[] = [];
    const worker = new ErrandWorker(
      new Map([['test.count', new Count()]]),
      new ErrandRepository(runner.rows),
      runner.app.get(Transactions),
      { deadAfter: 5 },
      { outcomes: { inc: ({ outcome }: { outcome: string }) => outcomes.push(outcome) } } as never,
      { log() {}, warn() {}, error() {} },
    );
    const errands = await runner.rows.query<{ entryId: string; job: string }>(
      'SELECT entry_id AS "entryId", job FROM jobs.errand',
    );
    await Promise.all(errands.map((errand) => worker.run(errand)));
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => 'skipped'));
    expect(await effects(runner)).toEqual({ all: 20, different: 20 });
    await runner.app.close();
  });

  it('finishes what is running when the process stops', async () => {
    mishap = () => pause(300);
    const runner = await run(backend);
    await ask(runner, 4);
    const watcher = await run({ ...backend, runner: 'watcher', concurrency: 1 });
    await until(async () => (await countOf(watcher, 'enqueued')) + (await countOf(watcher, 'done')) === 4);
    await runner.app.close();
    await until(async () => (await countOf(watcher, 'done')) === 4);
    expect(await effects(watcher)).toEqual({ all: 4, different: 4 });
    await watcher.app.close();
  });

  it('lets the canary sing through the queue', async () => {
    const runner = await run(backend);
    await until(async () => (await runner.rows.query('SELECT 1 FROM jobs.canary')).length === 1);
    expect(runner.engine.workerAlive).toBe(true);
    expect(runner.engine.backend).toBe(store === 'Redis' ? 'redis' : 'postgres');
    await runner.app.close();
  });

  it('notices a worker that hangs', async () => {
    mishap = () => new Promise(() => undefined);
    const runner = await run({ ...backend, concurrency: 1, silenceMs: 500, shutdownMs: 50 });
    await ask(runner, 1);
    await until(async () => runner.silences === 1);
    expect(runner.engine.workerAlive).toBe(false);
    await runner.rows.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                              WHERE state = 'idle in transaction' AND datname = current_database()`);
    await Promise.race([runner.app.close(), pause(1_500)]);
  });
});

describe('errands on Redis', () => {
  const onRedis = hasRedis() ? it : it.skip;

  onRedis('lose nothing when Redis forgets everything, again and again', async () => {
    const admin = redis!.server.client();
    const runner = await run({ redisUrl: redis!.url });
    for (let wave = 0; wave < 5; wave += 1) {
      await ask(runner, 200, wave * 200);
      await pause(60);
      await admin.flushall();
    }
    await until(async () => (await countOf(runner, 'done')) === 1_000);
    expect(await effects(runner)).toEqual({ all: 1_000, different: 1_000 });
    await runner.app.close();
    admin.disconnect();
  });

  onRedis('go on over a new line when the old one died without a word', async () => {
    const address = new URL(redis!.url);
    const line = await FaultProxy.before({ port: Number(address.port) }, new SeededDice(1));
    address.port = String(line.port);
    const runner = await run({ redisUrl: address.href });
    await ask(runner, 20);
    await until(async () => (await countOf(runner, 'done')) === 20);
    expect(line.loseAll()).toBeGreaterThan(1);
    await ask(runner, 20, 20);
    await until(async () => (await countOf(runner, 'done')) === 40);
    expect(await effects(runner)).toEqual({ all: 40, different: 40 });
    // The same process, which nobody had to end.
    expect(runner.silences).toBe(0);
    await runner.app.close();
    await line.close();
  });

  onRedis('are refused by a Redis that may throw work away', async () => {
    const admin = redis!.server.client();
    await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
    try {
      await expect(run({ redisUrl: redis!.url })).rejects.toThrow(/maxmemory-policy allkeys-lru/);
    } finally {
      await admin.config('SET', 'maxmemory-policy', 'noeviction');
      admin.disconnect();
    }
  });

  it('are refused in one line when nothing answers at the address', async () => {
    await expect(run({ redisUrl: 'redis://127.0.0.1:1' })).rejects.toThrow(/^Redis cannot be reached: .*REDIS_URL/);
  });
});

describe('the errand book', () => {
  it('does not let a runner start when a job has no handler', async () => {
    await expect(run({}, [])).rejects.toThrow('the job test.count has no handler');
  });

  it('does not let a runner start when nobody asks for what a handler does', async () => {
    await expect(run({}, [Count, Stranger])).rejects.toThrow('no event asks for the job test.nobody-asks-for-this');
  });
});
