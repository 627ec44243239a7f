import type { INestApplicationContext } from '@nestjs/common';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CampaignModule } from '#journey/campaign';
import { CommunityModule } from '#journey/community';
import { SamplingModule } from '#journey/sampling';
import { readSettings } from '#platform/config';
import { JournalChainModule } from '#platform/journal';
import { PurgeDesk } from '../../../apps/job-runner/src/purge/purge-desk.service.js';
import { PurgeService } from '../../../apps/job-runner/src/purge/purge.service.js';
import { openHouse, type House } from '../../support/house.js';
import { canaryPeople, layPurgedDay, openPurge, type PurgedDay } from '../../support/purged-day.js';

const canaries = canaryPeople(24);
let house: House;
let day: PurgedDay;
let contexts: INestApplicationContext[];

beforeEach(async () => {
  house = await openHouse([CommunityModule, CampaignModule, SamplingModule, JournalChainModule]);
  contexts = [];
  day = await layPurgedDay(house, canaries, { other: false });
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  await house.close();
});

/** A process that purges, and what it has begun. */
async function beginPurge(settings = house.settings): Promise<{ purge: PurgeService; id: string }> {
  const purge = await purgeProcess(settings);
  const { rounds, through } = await purge.get(PurgeDesk).look({ rounds: [day.street.roundId] });
  const signed = {
    rounds: rounds.map(({ id }) => id),
    through,
    k: 10,
    securityId: day.security,
    auditorId: day.auditor,
  };
  const service = purge.get(PurgeService);
  return { purge: service, id: await service.begin(signed) };
}

async function purgeProcess(settings = house.settings): Promise<INestApplicationContext> {
  const context = await openPurge(house, settings);
  contexts.push(context);
  return context;
}

describe('what was purged', () => {
  it('is not in the files of the database either', async () => {
    const bytes = await sealedBytes();
    expect(await inFiles(bytes)).toBeGreaterThan(20);
    const { purge, id } = await beginPurge();
    await purge.finish(id);
    expect(await inFiles(bytes)).toBe(0);
  });

  it.each(['one who reads in this database', 'one who writes in another database'])(
    'waits for whoever still sees it: for %s too when they are the last',
    async (lastOne) => {
      const bytes = await sealedBytes();
      const elsewhere = await onlooker(process.env.SHIHE_TEST_ADMIN_URL!, 'BEGIN; SELECT pg_current_xact_id()');
      const here = await onlooker(house.settings.databaseUrl, glance);
      const { purge, id } = await beginPurge();
      const purged = purge.finish(id);
      await reached(id, 'destroyed');
      for (const one of lastOne.includes('reads') ? [elsewhere, here] : [here, elsewhere]) {
        // Long enough for a purge that does not wait to write its files.
        await Promise.race([purged, sleep(2_000)]);
        await one.end();
      }
      await purged;
      expect(await inFiles(bytes)).toBe(0);
    },
  );

  it('does not say that it is gone while somebody sees it: it names them, and goes on when they have ended', async () => {
    const bytes = await sealedBytes();
    const impatient = readSettings({
      DATABASE_URL: house.settings.databaseUrl,
      SHIHE_KEYS_FILE: house.settings.keysFile,
      SHIHE_DATA_DIR: house.settings.dataDir,
      SHIHE_PURGE_PATIENCE_SECONDS: '0',
    });
    const { purge, id } = await beginPurge(impatient);
    const here = await onlooker(house.settings.databaseUrl, glance);
    expect(await refusalNaming(here, () => purge.finish(id))).toMatch(/database .*run npm run purge again/u);
    await here.end();
    const certificate = await (await purgeProcess()).get(PurgeService).finish(id);
    expect(certificate?.residents.gone).toBe(24);
    expect(await inFiles(bytes)).toBe(0);
  });
});

/** Why it was refused on account of this onlooker: a purge without patience names whoever else writes in the cluster first. */
async function refusalNaming(onlooker: { pid: number }, attempt: () => Promise<unknown>): Promise<string> {
  for (;;) {
    const outcome = await attempt().then(() => 'it was done', String);
    if (outcome === 'it was done' || outcome.includes(`process ${String(onlooker.pid)} (somebody at psql,`))
      return outcome;
    if (!outcome.includes('older transactions still see them')) throw new Error(outcome);
  }
}

/** What of each resident no other row holds. */
async function sealedBytes(): Promise<Buffer[]> {
  const rows = await house.database.query<{ name_sealed: Buffer; document_index: Buffer }>(
    'SELECT name_sealed, document_index FROM community.resident',
  );
  return rows.flatMap((row) => [row.name_sealed.subarray(6, 24), row.document_index.subarray(0, 16)]);
}

const glance = 'BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM campaign.round';

/** Somebody whose transaction lasts. */
async function onlooker(url: string, sql: string): Promise<{ pid: number; end: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: 'somebody at psql' });
  await client.connect();
  await client.query(sql);
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return { pid: rows[0]!.pid, end: () => client.end() };
}

async function reached(id: string, state: string): Promise<void> {
  const asked = 'SELECT 1 FROM purge.closure WHERE id = $1 AND state = $2';
  while ((await house.database.query(asked, [id, state])).length === 0) await sleep(20);
}

/** How many of these byte strings stand in a file of this database, after a checkpoint. */
async function inFiles(bytes: readonly Buffer[]): Promise<number> {
  const admin = new pg.Client({ connectionString: process.env.SHIHE_TEST_ADMIN_URL });
  await admin.connect();
  const { rows } = await admin.query<{ folder: string; oid: number }>(
    `SELECT current_setting('data_directory') AS folder, oid FROM pg_database WHERE datname = $1`,
    [new URL(house.settings.databaseUrl).pathname.slice(1)],
  );
  await admin.query('CHECKPOINT');
  await admin.end();
  const folder = join(rows[0]!.folder, 'base', String(rows[0]!.oid));
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file)));
  return bytes.filter((one) => files.some((file) => file.includes(one))).length;
}
