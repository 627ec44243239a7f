import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { SeededDice } from '../faults/seeded-dice.js';
import { Door, Findings } from '../fuzz/door.js';
import { Fuzz } from '../fuzz/fuzz.js';
import { houseStaff, Lane } from '../fuzz/lane.js';
import { keyOf } from '../fuzz/request.js';
import { CanaryWatch } from '../support/canaries.js';
import { beCareless } from '../support/careless-client.js';
import { operations } from '../support/contract.js';
import { installedPrograms, openInstalledPostgres, type InstalledPostgres } from '../support/installed-postgres.js';
import { hasRedis, openOwnRedis, type OwnRedis } from '../support/own-redis.js';
import {
  embeddedDatabaseUrl,
  plainEnvironment,
  somePlace,
  StartedShihe,
  type Place,
} from '../support/started-shihe.js';

const patience = 900_000;
const programs = installedPrograms();
const password = 'shihe-demo';

let place: Place;
let server: InstalledPostgres | undefined;
let redis: OwnRedis | undefined;
let environment: Record<string, string>;
let shihe: StartedShihe;
const findings = new Findings();
let lane: Lane;
let watch = new CanaryWatch([]);
/** What people were sealed with before the end: bytes that must be gone afterwards. */
let sealed: Buffer[] = [];
/** A backup from before the end: SQL, or a copy of the stopped server's folder. */
let backup = '';

beforeAll(async () => {
  if (programs === undefined) {
    process.stderr.write(
      'no PostgreSQL with pg_dump is installed: a copy of the server’s folder stands for the backup\n',
    );
  }
  place = await somePlace();
  if (hasRedis()) redis = await openOwnRedis();
  if (programs !== undefined) server = await openInstalledPostgres(programs, dirname(place.dataDir));
  environment = {
    SHIHE_DEMO: 'on', SHIHE_DEMO_RESIDENTS: '0', SHIHE_PASSWORD_KIB: '64', SHIHE_SECOND_FACTOR: 'off',
    SHIHE_SIGN_IN_ADDRESS_TRIES: '10000', SHIHE_UNMASK_RATION: '10000',
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
    ...(server === undefined ? {} : { DATABASE_URL: server.url }),
  }; // prettier-ignore
  await start();
}, patience);

afterAll(async () => {
  await shihe.stop();
  await server?.stop();
  await redis?.stop();
  place.remove();
}, patience);

async function start(): Promise<void> {
  shihe = new StartedShihe(place, environment);
  await shihe.ready();
}

const databaseUrl = () => server?.url ?? embeddedDatabaseUrl(place.dataDir);
const keysFile = () => join(place.dataDir, 'keys.json');
const keyNames = () => {
  const { wrapping, index } = JSON.parse(readFileSync(keysFile(), 'utf8')) as Record<
    'wrapping' | 'index',
    { id: string }[]
  >;
  return { wrapping: wrapping.map(({ id }) => id), index: index.map(({ id }) => id) };
};

async function ask<Row extends object>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** One of the programs in bin/, as somebody at a terminal runs it. */
async function program(name: string, words: string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, [`bin/${name}.mjs`, ...words], {
    env: { ...plainEnvironment(), ...environment, SHIHE_DATA_DIR: place.dataDir, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  watch.look(`what ${name} says`, output);
  return { code, output };
}

async function nothingLeftToDo(): Promise<void> {
  for (;;) {
    const [left] = await ask<{ count: number }>(
      `SELECT ((SELECT count(*) FROM jobs.errand WHERE state IN ('waiting', 'enqueued'))
             + (SELECT count(*) FROM community.ledger_import WHERE state IN ('waiting', 'reading')))::int AS count`,
    );
    if (left?.count === 0) return;
    await pause(300);
  }
}

/** Everywhere something could have stayed: files with their write-ahead log, tables, Redis, and a dump as it is kept. */
async function lookEverywhere(): Promise<void> {
  watch.lookIntoFolder(place.dataDir);
  await watch.lookIntoDatabase(databaseUrl());
  if (redis !== undefined) await watch.lookIntoRedis(redis.url);
  if (server === undefined) return;
  watch.lookIntoFolder(server.folder);
  const dump = server.dump();
  expect(dump.length).toBeGreaterThan(1_000_000);
  watch.look('pg_dump', dump);
}

/** How many of the sealed values still stand in a file of the tables. */
function sealedInFiles(): number {
  const base = join(server?.folder ?? join(place.dataDir, 'postgresql'), 'base');
  const files = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  return sealed.filter((bytes) => files.some((file) => file.includes(bytes))).length;
}

describe('a day of people who would be recognised, to the end of the epidemic', () => {
  it(
    'goes through every door, and no answer, frame, log, job, table, file or dump shows one of them',
    async () => {
      const siteApi = `http://127.0.0.1:${place.ports.SITE_API_PORT}`;
      const door = new Door(`${siteApi}/api/v1`, findings);
      lane = await Lane.open(door, new SeededDice(5), 1, await houseStaff(door, password));
      const fuzz = new Fuzz(door, lane, new SeededDice(6), operations());
      let spoilt = 0;
      await fuzz.run(() => (spoilt += 1) <= 150);
      expect([...fuzz.obstacles]).toEqual([]);
      expect(operations().map(keyOf).filter((key) => !findings.carriedOut.has(key))).toEqual([]); // prettier-ignore
      expect(findings.offenders).toEqual([]);
      watch = new CanaryWatch(findings.canaries);
      const doors = {
        siteApi, password,
        queueDisplay: `http://127.0.0.1:${place.ports.QUEUE_DISPLAY_PORT}`,
        jobRunner: `http://127.0.0.1:${place.ports.JOB_RUNNER_PORT}`,
      }; // prettier-ignore
      await beCareless(doors, findings.canaries[0]!, watch);
      await nothingLeftToDo();
      await lookEverywhere();
      expect([...watch.found]).toEqual([]);
      expect(watch.texts).toBeGreaterThan(5_000);
    },
    patience,
  );

  it(
    'has its keys renewed by `npm run keys` while it runs, and afterwards opens what it sealed before',
    async () => {
      const resident = await lane.newResident();
      const before = keyNames();
      expect(await program('keys', ['rotate'])).toMatchObject({ code: 0 });
      expect(await program('keys', ['rotate-wrapping'])).toMatchObject({ code: 0 });
      expect(keyNames().wrapping).toEqual([...before.wrapping, expect.any(String)]);
      expect(await program('keys', ['forget'])).toMatchObject({ code: 0 });
      expect(keyNames().wrapping).toHaveLength(1);
      expect(keyNames().wrapping).not.toEqual(before.wrapping);
      expect((await program('keys', ['new', keysFile()])).output).toContain('exists already');
      const elsewhere = join(dirname(place.dataDir), 'other-keys.json');
      expect(await program('keys', ['new', elsewhere])).toMatchObject({ code: 0 });
      expect(existsSync(elsewhere)).toBe(true);
      for (const words of [[], ['turn'], ['new']]) expect(await program('keys', words)).toMatchObject({ code: 1 });
      expect(await shihe.stop()).toBe(0);
      await start();
      const path = `/residents/${resident.id}/unmasking`;
      const shown = await lane.as('gridworker', 'POST', path, {
        reason: 'home-visit',
        text: '上门找人',
        fields: ['phone'],
      });
      expect(shown.phone).toContain(resident.phone);
    },
    patience,
  );

  it(
    'ends with `npm run purge`: sealed values and keys are gone, the certificate holds, and so does the journal',
    async () => {
      for (const next of ['opening', 'closing', 'closure']) {
        const { items } = await lane.as('organiser', 'GET', '/rounds?limit=200');
        const state = { opening: 'draft', closing: 'open', closure: 'closing' }[next];
        for (const round of items)
          if (round.state === state) await lane.as('organiser', 'PUT', `/rounds/${round.id}/${next}`);
      }
      await nothingLeftToDo();
      const rows = await ask<{ name_sealed: Buffer; document_index: Buffer }>(
        'SELECT name_sealed, document_index FROM community.resident',
      );
      sealed = rows.flatMap((row) => [row.name_sealed.subarray(6, 24), row.document_index.subarray(0, 16)]);
      if (server !== undefined) backup = server.dump();
      expect(await shihe.stop()).toBe(0);
      if (server === undefined) {
        backup = join(dirname(place.dataDir), 'backup');
        spawnSync('cp', ['-a', place.dataDir, backup]);
      }
      const signed = { SHIHE_SECURITY_PASSWORD: password, SHIHE_AUDITOR_PASSWORD: password };
      const through = new Date(Date.now() + 86_400_000).toISOString();
      const order = ['--through', through, '--security', 'security', '--auditor', 'auditor'];
      const looked = await program('purge', [...order, '--dry-run'], signed);
      expect(looked).toMatchObject({ code: 0, output: expect.stringContaining('Nothing was changed') as string });
      const before = keyNames();
      const done = await program('purge', order, signed);
      expect(done).toMatchObject({ code: 0, output: expect.stringContaining('The certificate') as string });
      const certificate = /(\S+\.json) and/.exec(done.output)?.[1] ?? '';
      const keys = { SHIHE_KEYS_FILE: keysFile() };
      expect(await program('purge', ['verify', certificate], keys)).toMatchObject({ code: 0 });
      for (const kind of ['wrapping', 'index'] as const) {
        expect(keyNames()[kind].filter((id) => before[kind].includes(id))).toEqual([]);
      }
      expect(sealed.length).toBeGreaterThan(20);
      expect(sealedInFiles()).toBe(0);
      await start();
      expect(await ask('SELECT 1 FROM community.resident')).toEqual([]);
      expect(await program('verify-journal', [])).toMatchObject({ code: 0 });
      await lookEverywhere();
      expect([...watch.found]).toEqual([]);
    },
    patience,
  );

  it(
    'does not come back with a backup from before: the keys that are left do not open it',
    async () => {
      const folder = join(dirname(place.dataDir), 'restored');
      await shihe.stop();
      if (server === undefined) spawnSync('cp', ['-a', backup, folder]);
      else mkdirSync(folder, { mode: 0o711 });
      for (const file of ['keys.json', 'logins.json']) copyFileSync(join(place.dataDir, file), join(folder, file));
      const restored: Record<string, string> =
        server === undefined ? {} : { DATABASE_URL: server.restore(backup, 'restored') };
      const again = new StartedShihe({ ...place, dataDir: folder }, { ...environment, ...restored });
      expect(await again.exitCode).toBe(1);
      // The apps and the demonstration start side by side: whichever reads the keys first says so.
      const logs = ['demonstration', 'site-api', 'job-runner'].map((name) => join(folder, 'logs', `${name}.log`));
      const said = logs.filter((log) => existsSync(log)).map((log) => readFileSync(log, 'utf8'));
      expect(said.join('')).toContain('does not belong to this database');
      // The purged house itself opens.
      await start();
    },
    patience,
  );
});
