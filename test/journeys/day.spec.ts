import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { verifyJournal } from '../../apps/job-runner/src/verify-journal.js';
import { simulateDay, type DayResult } from '../../day/src/day.js';
import { Dice } from '../../day/src/dice.js';
import type { DayOptions } from '../../day/src/options.js';
import { inventHouseholds, ledgerOf } from '../../day/src/people.js';
import { Progress } from '../../day/src/progress.js';
import { Installation } from '../../bin/support/installation.mjs';
import { freePort } from '../../bin/support/ports.mjs';
import { CanaryWatch } from '../support/canaries.js';
import { beCareless } from '../support/careless-client.js';
import { hasRedis, openOwnRedis, type OwnRedis } from '../support/own-redis.js';

const options: DayOptions = { residents: 240, stations: 6, seed: 7, prevalence: 0.02, pace: 0, json: false };
const patience = 240_000;

/** A whole house as `npm start` opens it, on free ports and in a folder that goes away. */
async function openWholeHouse(environment: Record<string, string>): Promise<{
  installation: Installation;
  day(given?: Partial<DayOptions>): Promise<DayResult>;
  doors: Parameters<typeof beCareless>[0];
  close(): Promise<void>;
}> {
  const dataDir = mkdtempSync(join(tmpdir(), 'shihe-day-'));
  const ports = [await freePort(), await freePort(), await freePort()] as const;
  const installation = await Installation.open({
    root: process.cwd(),
    dataDir,
    environment: {
      ...process.env,
      SITE_API_PORT: String(ports[0]),
      QUEUE_DISPLAY_PORT: String(ports[1]),
      JOB_RUNNER_PORT: String(ports[2]),
      SHIHE_DEMO: 'on',
      SHIHE_DEMO_RESIDENTS: '0',
      ...environment,
    },
    say: () => undefined,
  });
  const house = {
    siteApi: `http://127.0.0.1:${ports[0]}`,
    queueDisplay: `http://127.0.0.1:${ports[1]}`,
    password: 'shihe-demo',
  };
  return {
    installation,
    doors: { ...house, jobRunner: `http://127.0.0.1:${ports[2]}` },
    day: (given = {}) => simulateDay(house, { ...options, ...given }, new Progress(true)),
    async close() {
      await installation.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function expectBalanced({ books, swabs }: DayResult): void {
  expect(books.filter(({ holds }) => !holds)).toEqual([]);
  expect(books.length).toBeGreaterThan(15);
  expect(swabs).toBeGreaterThan(options.residents * 0.9);
}

/** Does something again and again while the day runs. */
async function meanwhile(day: Promise<DayResult>, everyMs: number, act: () => unknown): Promise<DayResult> {
  const over = new AbortController();
  const ended = day.finally(() => over.abort());
  for (let n = 0; n < 5 && !over.signal.aborted; n += 1) {
    await pause(everyMs, undefined, { signal: over.signal }).catch(() => undefined);
    await act();
  }
  return ended;
}

describe.each([
  ["BullMQ's PostgreSQL backend", false],
  ...(hasRedis() ? [['BullMQ on Redis', true] as const] : []),
] as const)('a test day on %s', (_, onRedis) => {
  let house: Awaited<ReturnType<typeof openWholeHouse>>;
  let redis: OwnRedis | undefined;
  beforeAll(async () => {
    if (onRedis) redis = await openOwnRedis();
    house = await openWholeHouse(redis === undefined ? {} : { REDIS_URL: redis.url });
  }, patience);
  afterAll(async () => {
    await house.close();
    await redis?.stop();
  }, patience);

  it('balances its books from the ledger to the last answer', async () => expectBalanced(await house.day()), patience);

  it(
    'leaves every row as the house wrote it, and a row that is changed by hand is named within a minute',
    async () => {
      const { settings, dataDir } = house.installation;
      const environment = {
        ...settings,
        SHIHE_JOURNAL_HEADS_FILE: join(dataDir ?? '', 'journal-heads.jsonl'),
      } as Record<string, string>;
      const said: string[] = [];
      const { log } = console;
      console.log = (line: string) => void said.push(line);
      try {
        expect([await verifyJournal(environment, true), ...said.filter((line) => line.startsWith('✗'))]).toEqual([0]);
        const owner = new pg.Client({ connectionString: environment.DATABASE_URL });
        await owner.connect();
        const { rows } = await owner.query(
          `UPDATE lab.tube_outcome SET outcome = CASE outcome WHEN 'negative' THEN 'positive' ELSE 'negative' END
            WHERE (barcode, version) = (SELECT barcode, version FROM lab.tube_outcome ORDER BY 1, 2 LIMIT 1)
           RETURNING barcode || '/' || version AS row`,
        );
        await owner.end();
        const metrics = `${house.doors.jobRunner}/metrics`;
        const until = Date.now() + 60_000;
        let findings = '';
        while (findings !== '1' && Date.now() < until) {
          await pause(500);
          findings = /^shihe_ledger_findings (\d+)/mu.exec(await (await fetch(metrics)).text())?.[1] ?? '';
        }
        expect(findings).toBe('1');
        said.length = 0;
        expect(await verifyJournal(environment, true)).toBe(1);
        expect(said).toContain(`✗ changed  lab.tube_outcome  ${(rows[0] as { row: string }).row}  outcome  by shihe`);
      } finally {
        console.log = log;
      }
    },
    patience,
  );

  it(
    'leaves no name, ID number or phone in clear: not in a table, a log, a job, a notice or the journal',
    async () => {
      const people = inventHouseholds(new Dice(options.seed), options.residents, ['']).flatMap((home) => home.people);
      const watch = new CanaryWatch(people);
      const { logs, dataDir, settings } = house.installation;
      watch.lookIntoFolder(logs ?? '');
      watch.look('the notices', readFileSync(join(dataDir ?? '', 'notices.jsonl'), 'utf8'));
      await watch.lookIntoDatabase(settings?.DATABASE_URL ?? '');
      if (redis !== undefined) await watch.lookIntoRedis(redis.url);
      expect([...watch.found]).toEqual([]);
      expect(watch.texts).toBeGreaterThan(2_000);
      // The watch itself sees what is there to be seen.
      watch.look('the ledger', ledgerOf(inventHouseholds(new Dice(options.seed), 3, [''])));
      expect(watch.found.size).toBe(2);
    },
    patience,
  );

  it(
    'repeats no name, ID number or phone to whoever puts it where it does not belong, nor writes it down',
    async () => {
      const [someone] = inventHouseholds(new Dice(77), 12, ['']).flatMap((home) => home.people);
      const watch = new CanaryWatch([someone!]);
      const statuses = await beCareless(house.doors, someone!, watch);
      for (const status of [400, 401, 404]) expect(statuses).toContain(status);
      const { logs, dataDir, settings } = house.installation;
      watch.lookIntoFolder(logs ?? '');
      for (const file of ['notices.jsonl', 'journal-heads.jsonl']) {
        const path = join(dataDir ?? '', file);
        if (existsSync(path)) watch.look(file, readFileSync(path, 'utf8'));
      }
      await watch.lookIntoDatabase(settings?.DATABASE_URL ?? '');
      if (redis !== undefined) await watch.lookIntoRedis(redis.url);
      expect([...watch.found]).toEqual([]);
    },
    patience,
  );

  it(
    'balances its books although the job-runner is killed again and again',
    async () => {
      const day = house.day({ seed: 8 });
      const killRunner = () => {
        const runner = house.installation.keepers?.find((keeper) => keeper.app.name === 'job-runner');
        try {
          if (runner?.pid !== undefined) process.kill(runner.pid, 'SIGKILL');
        } catch {
          // It is dead already and not yet started again.
        }
      };
      expectBalanced(await meanwhile(day, 2_500, killRunner));
    },
    patience,
  );

  if (onRedis) {
    it(
      'balances its books although Redis forgets everything again and again',
      async () => expectBalanced(await meanwhile(house.day({ seed: 9 }), 1_500, () => redis?.server.flush())),
      patience,
    );
  }
});

if (!hasRedis()) {
  it.skip('a test day on Redis: there is no redis-server on the PATH', () => undefined);
}
