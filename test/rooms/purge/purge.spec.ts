import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createPublicKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CampaignModule } from '#journey/campaign';
import { CommunityModule, ResidentRegister } from '#journey/community';
import { SamplingModule } from '#journey/sampling';
import { readSettings, SettingsModule } from '#platform/config';
import { Database, DatabaseModule } from '#platform/database';
import { JournalChainModule, JournalSealer, JournalVerifier } from '#platform/journal';
import { newKeys, readKeys, Vault, VaultModule } from '#platform/vault';
import { isGenuine, type Certificate } from '../../../apps/job-runner/src/purge/certificate.js';
import { JournalRedactor } from '../../../apps/job-runner/src/purge/journal-redactor.service.js';
import { LedgerVerifier } from '../../../apps/job-runner/src/ledgers/ledger-verifier.service.js';
import { LegalHolds } from '../../../apps/job-runner/src/purge/legal-holds.service.js';
import { PurgeDesk } from '../../../apps/job-runner/src/purge/purge-desk.service.js';
import { purgePlan } from '../../../apps/job-runner/src/purge/purge-plan.js';
import { PurgeService } from '../../../apps/job-runner/src/purge/purge.service.js';
import { vouchingOf } from '../../../apps/job-runner/src/purge/vouched-in.js';
import { steps } from '../../../apps/job-runner/src/purge/purge.repository.js';
import { liftHold, placeHold, purge, verifyCertificate } from '../../../apps/job-runner/src/purge.js';
import { hotp, newSecret, stepOf } from '../../../libs/platform/access/src/totp.js';
import { CanaryWatch } from '../../support/canaries.js';
import { openHouse, type House } from '../../support/house.js';
import { canaryPeople, layPurgedDay, openPurge, signersPassword, type PurgedDay } from '../../support/purged-day.js';

const canaries = canaryPeople(24);
const rooms = [CommunityModule, CampaignModule, SamplingModule, JournalChainModule];
let house: House;
let day: PurgedDay;
let contexts: INestApplicationContext[];

beforeEach(async () => {
  house = await openHouse(rooms);
  contexts = [];
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  await house.close();
});

async function purgeProcess(): Promise<INestApplicationContext> {
  const context = await openPurge(house);
  contexts.push(context);
  return context;
}

async function begin(context: INestApplicationContext): Promise<string> {
  const { rounds, through } = await context.get(PurgeDesk).look({ rounds: [day.street.roundId] });
  const ids = rounds.map(({ id }) => id);
  return context
    .get(PurgeService)
    .begin({ rounds: ids, through, k: 10, securityId: day.security, auditorId: day.auditor });
}

async function purgeAll(): Promise<Certificate> {
  const context = await purgeProcess();
  return (await context.get(PurgeService).finish(await begin(context)))!;
}

/** Every row of every table that holds one of these words, as `table: how many`. */
async function rowsWith(words: readonly string[]): Promise<Record<string, number>> {
  const tables = await house.database.query<{ name: string }>(
    `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const rows = await house.database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    const count = rows.filter(({ row }) => words.some((word) => row.includes(word))).length;
    if (count > 0) found[name] = count;
  }
  return found;
}

async function verifyJournal(): Promise<string[]> {
  const context = await purgeProcess();
  await context.get(JournalSealer).seal();
  const signing = createPublicKey(readKeys(house.settings.keysFile).certificateSigning!);
  const vouched = await context.get(JournalRedactor).vouched(signing);
  const { doubtful } = vouched;
  const { findings } = await context.get(JournalVerifier).verify(0, vouchingOf(vouched));
  // Whatever this test laid out, it laid out as the owner.
  const { findings: ofLedgers } = await context.get(LedgerVerifier).verify(['shihe']);
  expect(ofLedgers).toEqual([]);
  return [...findings.map(({ kind }) => kind), ...doubtful.map(() => 'certificate-doubtful')];
}

describe('an epidemic that is over', () => {
  it('leaves nothing of anybody when no other round needs them: in no table, and not to be opened from a backup', async () => {
    day = await layPurgedDay(house, canaries, { other: false });
    const watch = new CanaryWatch(canaries);
    await watch.lookIntoDatabase(house.settings.databaseUrl);
    expect([...watch.found]).toEqual([]);
    const [sealed] = await house.database.query<{ id: string; name_sealed: Buffer }>(
      'SELECT id, name_sealed FROM community.resident ORDER BY id',
    );
    const place = { table: 'community.resident', column: 'name_sealed', rowId: sealed!.id };
    expect(canaries.map(({ name }) => name)).toContain(house.get(Vault).open(sealed!.name_sealed, place));
    const backup = await backupOf(house);
    try {
      expect(Object.keys(await rowsWith(day.residents)).length).toBeGreaterThan(8);
      await house.get(JournalSealer).seal();

      const certificate = await purgeAll();
      expect(certificate.residents).toEqual({ gone: 24, remaining: 0, sealedAnew: 0 });
      // Pseudonyms of nobody: what the ledger's own entries say of an id that stands for nobody any more.
      expect(Object.keys(await rowsWith(day.residents))).toEqual(['journal.entry']);
      for (const table of [
        'community.resident',
        'community.household',
        'results.answer',
        'queue.ticket',
        'purge.going',
      ]) {
        expect(await house.database.query(`SELECT 1 FROM ${table}`)).toEqual([]);
      }
      expect(await house.database.query('SELECT 1 FROM sampling.swab')).toEqual([]);
      const payloads = await house.database.query<{ text: string }>(
        `SELECT payload::text AS text FROM journal.entry WHERE topic = 'sampling.swabs-recorded'`,
      );
      expect(payloads.length).toBeGreaterThan(0);
      expect(payloads.some(({ text }) => day.residents.some((id) => text.includes(id)))).toBe(false);
      await watch.lookIntoDatabase(house.settings.databaseUrl);
      expect([...watch.found]).toEqual([]);
      expect(await verifyJournal()).toEqual([]);

      // The backup of before, with the keys that are left.
      await expect(openVaultOn(backup.url, house.settings.keysFile)).rejects.toThrow(
        'does not belong to this database',
      );
    } finally {
      await backup.drop();
    }
  });

  it('keeps those whom another round needs, sealed and indexed anew, and their links to the purged round go', async () => {
    day = await layPurgedDay(house, canaries);
    const before = await house.database.query<{ id: string; document_index: Buffer }>(
      'SELECT id, document_index FROM community.resident',
    );
    await house.get(JournalSealer).seal();
    const certificate = await purgeAll();
    expect(certificate.residents).toEqual({ gone: 12, remaining: 12, sealedAnew: 12 });
    const remaining = day.residents.filter((_, n) => n % 2 === 0);
    expect(await rowsWith(remaining)).toEqual({
      'community.resident': 12,
      'community.resident_code': 12,
      'journal.entry': 24,
      'journal.imprint': 1,
      'access.session': 2,
    });
    const after = await house.database.query<{ id: string; document_index: Buffer }>(
      'SELECT id, document_index FROM community.resident',
    );
    const old = new Set(before.map(({ document_index }) => document_index.toString('hex')));
    expect(after.some(({ document_index }) => old.has(document_index.toString('hex')))).toBe(false);
    expect(await verifyJournal()).toEqual([]);

    // A new process finds them by number and phone, and nobody else.
    const again = await openHouseOn(house.settings.databaseUrl, house.settings.keysFile, house.settings.dataDir);
    contexts.push(again);
    const register = again.get(ResidentRegister);
    for (const [n, { idNumber, phone, name }] of canaries.entries()) {
      const { residents } = await register.search(
        { idNumber, documentKind: 'passport', nationality: 'JPN' },
        day.security,
      );
      expect(residents.map(({ id }) => id)).toEqual(n % 2 === 0 ? [day.residents[n]] : []);
      expect((await register.search({ phone }, day.security)).residents).toHaveLength(n % 2 === 0 ? 1 : 0);
      if (n % 2 === 1) continue;
      const [row] = await again
        .get(Database)
        .query<{ name_sealed: Buffer }>('SELECT name_sealed FROM community.resident WHERE id = $1', [day.residents[n]]);
      const place = { table: 'community.resident', column: 'name_sealed', rowId: day.residents[n]! };
      expect(again.get(Vault).open(row!.name_sealed, place)).toBe(name);
    }
    // Somebody without a door number keeps a household of their own, under a name made from the new index.
    expect(await again.get(Database).query(`SELECT 1 FROM community.household WHERE door LIKE '~%'`)).toHaveLength(4);
  });

  it('keeps figures of ten people or more, as multiples of ten, and destroys every older key', async () => {
    day = await layPurgedDay(house, canaries);
    const names = readKeys(house.settings.keysFile);
    const { keysDestroyed, keysNow, kept } = await purgeAll();
    const rows = await house.database.query<{ area_code: string; people: number; sampled: number; negative: number }>(
      'SELECT area_code, people, sampled, negative FROM purge.kept_count ORDER BY area_code',
    );
    expect(kept.figures).toBe(rows.length);
    expect(rows.find(({ area_code }) => area_code === '370811013001')).toMatchObject({
      people: 20,
      sampled: 20,
      negative: 20,
    });
    const now = readKeys(house.settings.keysFile);
    expect(now.wrapping.map(({ id }) => id)).toEqual([keysNow.wrappingKey]);
    expect(now.index.map(({ id }) => id)).toEqual([keysNow.indexKey]);
    expect(keysDestroyed.wrappingKeys).toEqual(names.wrapping.map(({ id }) => id));
    expect(keysDestroyed.indexKeys).toEqual(names.index.map(({ id }) => id));
    expect(keysDestroyed.dataKeys.map(({ purpose }) => purpose).sort()).toEqual([
      'ledger',
      `round:${day.street.roundId}`,
    ]);
    const living = await house.database.query<{ id: number }>(
      'SELECT id FROM vault.data_key WHERE wrapped IS NOT NULL',
    );
    expect(living).toEqual([{ id: keysNow.dataKey }]);
  });

  it('takes notices, uploads and jobs of the round with it', async () => {
    day = await layPurgedDay(house, canaries);
    const notices = join(house.settings.dataDir, 'notices.jsonl');
    const line = (roundId: string) => `${JSON.stringify({ roundId, residentId: day.residents[0] })}\n`;
    writeFileSync(notices, line(day.street.roundId) + line(day.otherRound));
    mkdirSync(join(house.settings.dataDir, 'ledger-imports'));
    writeFileSync(join(house.settings.dataDir, 'ledger-imports', 'x.ledger'), 'x');
    const { rowsDestroyed } = await purgeAll();
    expect(readFileSync(notices, 'utf8')).toBe(line(day.otherRound));
    expect(rowsDestroyed).toMatchObject({ notices: 1, uploads: 1, 'sampling.swab': 24, 'results.answer': 24 });
  });
});

describe('a purge that is killed', () => {
  it('after any step is finished by the next one, and nobody else comes in meanwhile', async () => {
    day = await layPurgedDay(house, canaries);
    const expected = (await (await purgeProcess()).get(PurgeDesk).look({ rounds: [day.street.roundId] })).rows;
    const id = await begin(await purgeProcess());
    for (const step of steps.slice(1, -1)) {
      const context = await purgeProcess();
      expect(await context.get(PurgeService).finish(id, step)).toBeUndefined();
      await expect(openVaultOn(house.settings.databaseUrl, house.settings.keysFile)).rejects.toThrow('npm run purge');
    }
    const certificate = await (await purgeProcess()).get(PurgeService).finish(id);
    expect(certificate?.residents).toEqual({ gone: 12, remaining: 12, sealedAnew: 12 });
    expect(certificate?.rowsDestroyed).toMatchObject(expected);
    expect(await (await purgeProcess()).get(PurgeService).finish(id)).toEqual(certificate);
    expect(await verifyJournal()).toEqual([]);
    await (await openVaultOn(house.settings.databaseUrl, house.settings.keysFile)).close();
  });

  it('in the middle of a step goes on in the middle', async () => {
    day = await layPurgedDay(house, canaries);
    const context = await purgeProcess();
    const id = await begin(context);
    await house.database.query('CREATE TABLE public.pin (id uuid REFERENCES community.household)');
    await house.database.query(
      `INSERT INTO public.pin SELECT household_id FROM community.resident WHERE area_code = $1 AND household_id IS NOT NULL`,
      [day.street.buildings[1]],
    );
    await expect(context.get(PurgeService).finish(id)).rejects.toThrow('pin');
    await house.database.query('DROP TABLE public.pin');
    // The wrapping key that an earlier try made before it died is no trouble either.
    await context.get(PurgeService).finish(id, 'emptied');
    const { KeyTurnover } = await import('#platform/vault');
    await context.get(KeyTurnover, { strict: false }).begin();
    const certificate = await (await purgeProcess()).get(PurgeService).finish(id);
    expect(certificate?.rowsDestroyed).toMatchObject({ 'community.resident': 12, 'results.answer': 24 });
    expect(readKeys(house.settings.keysFile).wrapping).toHaveLength(1);
    expect(certificate?.residents.sealedAnew).toBe(12);
    await (await openVaultOn(house.settings.databaseUrl, house.settings.keysFile)).close();
  });

  it('is done by one process, however many try at once', async () => {
    day = await layPurgedDay(house, canaries);
    const all = [await purgeProcess(), await purgeProcess(), await purgeProcess()];
    const id = await begin(all[0]!);
    const outcomes = await Promise.allSettled(all.map((context) => context.get(PurgeService).finish(id)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(String(outcome.reason)).toContain('Another purge is at work');
    }
    expect(readKeys(house.settings.keysFile).wrapping).toHaveLength(1);
    await expect(begin(all[1]!)).rejects.toThrow('purged already');
  });
});

describe('a purge is refused', () => {
  const order = (extra: object = {}) => ({
    rounds: [day.street.roundId],
    dryRun: false,
    k: 10,
    folder: join(house.settings.dataDir, 'certificates'),
    security: () => Promise.resolve({ username: 'anquan', password: signersPassword }),
    auditor: () => Promise.resolve({ username: 'shenji', password: signersPassword }),
    ...extra,
  });
  const environment = () => ({
    DATABASE_URL: house.settings.databaseUrl,
    SHIHE_DATA_DIR: house.settings.dataDir,
    SHIHE_DEMO: 'true',
    SHIHE_PASSWORD_KIB: '64',
    SHIHE_SECOND_FACTOR: 'off',
  });
  const run = (extra: object = {}) => purge(order(extra), environment(), () => undefined);
  beforeEach(async () => {
    day = await layPurgedDay(house, canaries.slice(0, 4));
  });
  const untouched = async () => {
    expect(await house.database.query('SELECT 1 FROM purge.closure')).toEqual([]);
    expect(await house.database.query('SELECT 1 FROM vault.pause')).toEqual([]);
    expect(await house.database.query('SELECT 1 FROM community.resident')).toHaveLength(4);
  };

  it('while a round of it is open, or where it is not known', async () => {
    await expect(run({ rounds: [day.otherRound] })).rejects.toThrow('Close these rounds first');
    await expect(run({ rounds: [day.residents[0]] })).rejects.toThrow('Unknown or purged already');
    await expect(run({ rounds: undefined, through: new Date(0) })).rejects.toThrow('No round is meant');
    await untouched();
  });

  it('without two people, each with their own part and password', async () => {
    const wrong = () => Promise.resolve({ username: 'anquan', password: 'not this one' });
    await expect(run({ security: wrong })).rejects.toThrow('is not right');
    await expect(run({ auditor: order().security })).rejects.toThrow('anquan is security');
    await untouched();
  });

  it('without their second factors, which are still theirs afterwards', async () => {
    const strict = { ...environment(), SHIHE_SECOND_FACTOR: 'on' };
    const refused = purge(order(), strict, () => undefined);
    await expect(refused).rejects.toThrow(/second factor/iu);
    await untouched();
    const secret = newSecret();
    const place = (rowId: string) => ({ table: 'access.second_factor', column: 'secret_sealed', rowId });
    for (const id of [day.security, day.auditor]) {
      await house.database.query(
        `INSERT INTO access.second_factor (account_id, secret_sealed, begun_at, confirmed_at, confirmed_step) VALUES ($1, $2, now(), now(), 1)`,
        [id, house.get(Vault).seal(secret.toString('base64'), place(id))],
      );
    }
    const code = hotp(secret, stepOf(new Date()));
    const withCode = (username: string) => () => Promise.resolve({ username, password: signersPassword, code });
    const wrong = { username: 'anquan', password: signersPassword, code: code === '000000' ? '000001' : '000000' };
    await expect(purge(order({ security: () => Promise.resolve(wrong) }), strict, () => undefined)).rejects.toThrow(
      'is not right',
    );
    await untouched();
    await purge(order({ security: withCode('anquan'), auditor: withCode('shenji') }), strict, () => undefined);
    const again = await openVaultOn(house.settings.databaseUrl, house.settings.keysFile);
    contexts.push(again);
    const [row] = await house.database.query<{ secret_sealed: Buffer }>(
      'SELECT secret_sealed FROM access.second_factor WHERE account_id = $1',
      [day.auditor],
    );
    expect(again.get(Vault).open(row!.secret_sealed, place(day.auditor))).toBe(secret.toString('base64'));
  });

  it('while a legal hold stands that two people placed and two have not lifted', async () => {
    const by = [await order().security(), await order().auditor()] as const;
    const said: string[] = [];
    await placeHold({ roundId: day.street.roundId, reason: '调查', by }, environment(), (line) => said.push(line));
    const id = said[0]!.replace('Held: ', '');
    await expect(run()).rejects.toThrow(`a legal hold stands: ${id}`);
    const holds = (await purgeProcess()).get(LegalHolds);
    await expect(holds.place(null, 'x', [day.security, day.security])).rejects.toThrow('two different people');
    await expect(holds.lift(id, [day.auditor, day.auditor])).rejects.toThrow('two different people');
    await untouched();
    await liftHold(id, by, environment(), () => undefined);
    await expect(liftHold(id, by, environment(), () => undefined)).rejects.toThrow('There is no legal hold');
    await run({ dryRun: true });
    await untouched();
  });

  it('while the house is open or has work left', async () => {
    const app = new pg.Client({ connectionString: house.settings.databaseUrl, application_name: 'site-api' });
    await app.connect();
    await expect(run()).rejects.toThrow('site-api still run');
    await app.end();
    await untouched();
    await house.database.query(
      `INSERT INTO jobs.errand (entry_id, job, payload) VALUES (gen_random_uuid(), 'x', '{}')`,
    );
    await expect(run()).rejects.toThrow('1 errands');
    await untouched();
  });

  it('to whoever does not own the database', async () => {
    const superuser = new URL(process.env.SHIHE_TEST_ADMIN_URL!);
    superuser.pathname = new URL(house.settings.databaseUrl).pathname;
    const other = purge(order(), { ...environment(), DATABASE_URL: superuser.href }, () => undefined);
    await expect(other).rejects.toThrow('Only the owner');
    await untouched();
  });

  it('and otherwise ends with a certificate that nobody can change unseen', async () => {
    await run({ dryRun: true });
    await untouched();
    const said: string[] = [];
    await purge(order(), environment(), (line) => said.push(line));
    const file = said.map((line) => /(\S+\.json) and/u.exec(line)?.[1]).find(Boolean)!;
    expect(verifyCertificate(file, house.settings.keysFile, () => undefined)).toBe(true);
    const certificate = JSON.parse(readFileSync(file, 'utf8')) as Certificate;
    expect(certificate.signers.map(({ username }) => username)).toEqual(['anquan', 'shenji']);
    expect(readFileSync(file.replace('.json', '.html'), 'utf8')).toContain('数据清除证明');
    for (const forged of [
      { ...certificate, residents: { ...certificate.residents, gone: 3 } },
      { ...certificate, signers: [] },
      { ...certificate, signature: { ...certificate.signature, keyId: 'x' } },
    ]) {
      expect(isGenuine(forged)).toBe(false);
    }
    const other = join(mkdtempSync(join(tmpdir(), 'shihe-keys-')), 'keys.json');
    writeFileSync(other, newKeys());
    expect(verifyCertificate(file, other, () => undefined)).toBe(false);
    rmSync(other);
    // What was redacted and then changed again is found, and so is a certificate in the database that was changed.
    expect(await verifyJournal()).toEqual([]);
    await house.database.query(
      `ALTER TABLE journal.entry DISABLE TRIGGER append_only;
       UPDATE journal.entry SET payload = '{"swabs": []}' WHERE topic = 'sampling.swabs-recorded';
       ALTER TABLE journal.entry ENABLE TRIGGER append_only`,
    );
    expect(await verifyJournal()).toContain('changed');
    await house.database.query(
      `UPDATE purge.closure SET certificate = jsonb_set(certificate, '{residents,gone}', '1')`,
    );
    expect(await verifyJournal()).toContain('certificate-doubtful');
  });
});

it('every table has its place in the plan', async () => {
  const rows = await house.database.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname IN ('access', 'community', 'campaign', 'site', 'queue', 'sampling', 'transport', 'lab', 'results',
                          'coverage', 'journal', 'jobs', 'vault', 'purge') ORDER BY 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(purgePlan).sort());
});

/** A copy of the database, as a restored dump would be. */
async function backupOf({ settings }: House): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `${new URL(settings.databaseUrl).pathname.slice(1)}_backup`;
  const url = new URL(settings.databaseUrl);
  const asAdmin = async (...sql: string[]) => {
    const admin = new pg.Client({ connectionString: process.env.SHIHE_TEST_ADMIN_URL });
    await admin.connect();
    for (const one of sql) await admin.query(one);
    await admin.end();
  };
  await asAdmin(`CREATE DATABASE ${name} OWNER shihe`);
  url.pathname = `/${name}`;
  const [from, to] = [settings.databaseUrl, url.href].map((connectionString) => new pg.Client({ connectionString }));
  await from!.connect();
  await to!.connect();
  await to!.query('CREATE SCHEMA vault; CREATE SCHEMA community');
  for (const table of ['vault.data_key', 'vault.index_key', 'vault.pause', 'community.resident']) {
    const { rows } = await from!.query<Record<string, unknown>>(`SELECT * FROM ${table}`);
    const { rows: columns } = await from!.query<{ sql: string }>(
      `SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ') AS sql FROM pg_attribute
        WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    await to!.query(`CREATE TABLE ${table} (${columns[0]!.sql})`);
    for (const row of rows) {
      const names = Object.keys(row);
      await to!.query(
        `INSERT INTO ${table} (${names.join()}) VALUES (${names.map((_, n) => `$${n + 1}`).join()})`,
        Object.values(row),
      );
    }
  }
  await from!.end();
  await to!.end();
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

async function openHouseOn(url: string, keysFile: string, dataDir: string): Promise<INestApplicationContext> {
  const { errandBook } = await import('#journey/errands');
  const { JournalModule } = await import('#platform/journal');
  const { ClockModule } = await import('#platform/clock');
  const settings = readSettings({ DATABASE_URL: url, SHIHE_KEYS_FILE: keysFile, SHIHE_DATA_DIR: dataDir });
  @Module({})
  class Again {}
  return NestFactory.createApplicationContext(
    {
      module: Again,
      imports: [
        SettingsModule.of(settings),
        ClockModule,
        DatabaseModule.to({ url, pool: 2, applicationName: 'test' }),
        JournalModule.routing(errandBook),
        VaultModule.with(readKeys(keysFile)),
        CommunityModule,
      ],
    },
    { logger: false, abortOnError: false },
  );
}

/** Opens the vault as an app does at its start. */
async function openVaultOn(url: string, keysFile: string): Promise<INestApplicationContext> {
  const settings = readSettings({ DATABASE_URL: url, SHIHE_KEYS_FILE: keysFile });
  @Module({})
  class OnlyVault {}
  return NestFactory.createApplicationContext(
    {
      module: OnlyVault,
      imports: [
        SettingsModule.of(settings),
        DatabaseModule.to({ url, pool: 2, applicationName: 'test' }),
        VaultModule.with(readKeys(keysFile)),
      ],
    },
    { logger: false, abortOnError: false },
  );
}
