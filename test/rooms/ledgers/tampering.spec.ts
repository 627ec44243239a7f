import pg from 'pg';
import { JournalChainModule, JournalSealer } from '#platform/journal';
import { ledgerList, verifiedLedgers } from '../../../apps/job-runner/src/ledgers/ledger-list.js';
import { LedgerRepository, type GuardedLedger } from '../../../apps/job-runner/src/ledgers/ledger.repository.js';
import { LedgerVerifier } from '../../../apps/job-runner/src/ledgers/ledger-verifier.service.js';
import { RunnerWorksModule } from '../../../apps/job-runner/src/runner-works.module.js';
import { openHouse, type House } from '../../support/house.js';
import { layStreet } from '../../support/street.js';

/** The tests work as the owner, so what they write by the house's own ways counts as the house's. */
const owner = ['shihe'];

interface Column {
  name: string;
  type: string;
  generated: boolean;
}

let house: House;
let hand: pg.Client;
let columns: Map<string, Column[]>;
let keys: Map<string, string[]>;
let guarded: Map<string, GuardedLedger>;

/** A value of each type that no row has yet. */
let counter = 0;
function another(type: string): string {
  counter += 1;
  const uuid = `00000000-0000-4000-8000-${String(counter).padStart(12, '0')}`;
  const of: Record<string, string> = {
    uuid: `'${uuid}'`,
    text: `'w${counter}'`,
    bytea: `sha256('${counter}')`,
    jsonb: `'{"n":${counter}}'`,
    boolean: 'NOT',
    smallint: `${counter % 30_000}`,
    integer: `${counter}`,
    bigint: `${counter}`,
    'double precision': `${counter}`,
    'text[]': `'{w${counter}}'`,
    'uuid[]': `'{${uuid}}'`,
    tstzrange: `tstzrange('2000-01-01', timestamptz '2001-01-01' + interval '${counter} days')`,
    'time without time zone': `time '00:00' + interval '${counter} seconds'`,
    xid8: `'${counter}'`,
  };
  if (type.startsWith('timestamp')) return `timestamptz '2001-01-01' + interval '${counter} minutes'`;
  const value = of[type];
  if (value === undefined) throw new Error(`no value of type ${type}`);
  return value;
}

async function byHand(sql: string, parameters: unknown[] = []): Promise<pg.QueryResult> {
  return hand.query(sql, parameters);
}

function addedRow(ledger: string): string {
  const all = columns.get(ledger)!.filter(({ generated }) => !generated);
  const values = all.map(({ type }) => (type === 'boolean' ? 'true' : another(type)));
  return `INSERT INTO ${ledger} (${all.map(({ name }) => name).join(', ')}) OVERRIDING SYSTEM VALUE VALUES (${values.join(', ')})`;
}

const keyOf = (ledger: string, row: Record<string, unknown>): string =>
  keys
    .get(ledger)!
    .map((name) => (Buffer.isBuffer(row[name]) ? row[name].toString('hex') : String(row[name])))
    .join('/');

const verifier = (): LedgerVerifier => house.get(LedgerVerifier);
const found = async (): Promise<unknown[]> => (await verifier().verify(owner)).findings;
/** Without what the tubes' swabs say of them: here tubes and swabs are made up apart from one another. */
const foundOf = async (ledger: string): Promise<unknown[]> =>
  (await verifier().pass(guarded.get(ledger)!, [...owner, 'journal'])).findings.map(
    ({ kind, row, columns: differing, by }) => ({
      kind,
      row,
      columns: differing,
      by,
    }),
  );

beforeAll(async () => {
  house = await openHouse([RunnerWorksModule, JournalChainModule]);
  await layStreet(house.database, 3);
  const address = new URL(process.env.SHIHE_TEST_ADMIN_URL!);
  address.pathname = new URL(house.settings.databaseUrl).pathname;
  hand = new pg.Client({ connectionString: address.href });
  await hand.connect();
  // Whoever owns the database can put constraints aside, and here rows are made up.
  await hand.query(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS name, conname FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
              WHERE contype IN ('c', 'f', 'x') AND k.conparentid = 0 AND NOT t.relispartition
                AND t.relnamespace::regnamespace::text IN ('access','community','campaign','site','sampling','transport','lab','results') LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I CASCADE', c.name, c.conname);
    END LOOP; END $$`);
  await hand.query(`CREATE TABLE sampling.swab_rest PARTITION OF sampling.swab DEFAULT;
                    CREATE TABLE sampling.attendance_rest PARTITION OF sampling.attendance DEFAULT`);
  // A tube that is not sealed gets into no box; that is not the question here.
  await hand.query(`ALTER TABLE transport.packing DISABLE TRIGGER sealed_only;
                    ALTER TABLE transport.tube_end DISABLE TRIGGER sealed_only;
                    ALTER TABLE sampling.swab DISABLE TRIGGER needs_tube`);
  const all = await hand.query<{ ledger: string } & Column>(
    `SELECT l.name AS ledger, a.attname AS name, regexp_replace(format_type(a.atttypid, NULL), '\\(\\d\\)', '') AS type,
            a.attgenerated <> '' AS generated
       FROM journal.ledger l JOIN pg_attribute a ON a.attrelid = l.name::regclass
      WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY l.name, a.attnum`,
  );
  columns = new Map();
  for (const { ledger, ...column } of all.rows) columns.set(ledger, [...(columns.get(ledger) ?? []), column]);
  guarded = new Map((await house.get(LedgerRepository).guarded()).map((one) => [one.name, one]));
  const named = await hand.query<{ name: string; keys: string[] }>('SELECT name, keys FROM journal.ledger');
  keys = new Map(named.rows.map((row) => [row.name, row.keys]));
});
afterAll(async () => {
  await hand.end();
  await house.close();
});

it('each table is verified or says why not, and the verified ones leave imprints of every column', async () => {
  const tables = await house.database.query<{ name: string }>(
    `SELECT n.nspname || '.' || c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND n.nspname !~ '^(pg_|information_schema$|bullmq$|diary$|public$)' ORDER BY 1`,
  );
  expect(Object.keys(ledgerList).sort()).toEqual(tables.map(({ name }) => name).sort());
  expect([...keys.keys()].sort()).toEqual([...verifiedLedgers].sort());
  expect(await found()).toEqual([]);
});

describe.each(verifiedLedgers.map((ledger) => ({ ledger })))('$ledger', ({ ledger }) => {
  let key: string;
  let row: Record<string, unknown>;
  const where = () =>
    keys
      .get(ledger)!
      .map((name, nth) => `${name} = $${nth + 1}`)
      .join(' AND ');
  const named = () => keys.get(ledger)!.map((name) => row[name]);
  const sameRow = () =>
    keys
      .get(ledger)!
      .map((name) => `t.${name} = k.${name}`)
      .join(' AND ');
  const written = () =>
    columns
      .get(ledger)!
      .flatMap(({ name, generated }) => (generated ? [] : [name]))
      .join(', ');

  beforeAll(async () => {
    // Two rows by the house's own ways: with the triggers, as a login that counts as the house's.
    await house.database.query(addedRow(ledger));
    const added = await house.database.query(`${addedRow(ledger)} RETURNING *`);
    row = added[0]!;
    key = keyOf(ledger, row);
    await byHand('DROP TABLE IF EXISTS pg_temp.kept');
    await byHand(`CREATE TEMP TABLE kept AS SELECT * FROM ${ledger} WHERE ${where()}`, named());
    await house.get(JournalSealer).seal();
    expect(await foundOf(ledger)).toEqual([]);
  });

  it('says which column of which row was changed, past the triggers', async () => {
    await byHand('SET session_replication_role = replica');
    // What follows from other rows is compared with them, below.
    const derived = ledger === 'sampling.tube' ? ['filled', 'first_swab_at'] : [];
    for (const { name, type } of columns.get(ledger)!) {
      if (keys.get(ledger)!.includes(name) || derived.includes(name)) continue;
      const value = type === 'boolean' ? `NOT ${name}` : another(type);
      await byHand(`UPDATE ${ledger} SET ${name} = ${value} WHERE ${where()}`, named());
      expect([name, await foundOf(ledger)]).toEqual([name, [{ kind: 'changed', row: key, columns: [name], by: null }]]);
      await byHand(`UPDATE ${ledger} t SET ${name} = k.${name} FROM kept k WHERE ${sameRow()}`);
    }
    await byHand('SET session_replication_role = origin');
    expect(await foundOf(ledger)).toEqual([]);
  });

  it('says which row was taken out, past the triggers', async () => {
    await byHand('SET session_replication_role = replica');
    await byHand(`DELETE FROM ${ledger} t USING kept k WHERE ${sameRow()}`);
    expect(await foundOf(ledger)).toEqual([{ kind: 'removed', row: key, columns: [], by: null }]);
    await byHand(`INSERT INTO ${ledger} (${written()}) OVERRIDING SYSTEM VALUE SELECT ${written()} FROM kept`);
    await byHand('SET session_replication_role = origin');
    expect(await foundOf(ledger)).toEqual([]);
  });

  it('says which row was slipped in, past the triggers', async () => {
    await byHand('SET session_replication_role = replica');
    const { rows } = await byHand(`${addedRow(ledger)} RETURNING *`);
    const slipped = keyOf(ledger, rows[0] as Record<string, unknown>);
    expect(await foundOf(ledger)).toEqual([{ kind: 'slipped-in', row: slipped, columns: [], by: null }]);
    await byHand(
      `DELETE FROM ${ledger} WHERE ${where()}`,
      keys.get(ledger)!.map((name) => rows[0][name]),
    );
    await byHand('SET session_replication_role = origin');
    expect(await foundOf(ledger)).toEqual([]);
  });

  it('says who wrote with the triggers on and is not the house', async () => {
    const { rows } = await byHand(`${addedRow(ledger)} RETURNING *`);
    const slipped = keyOf(ledger, rows[0] as Record<string, unknown>);
    await house.get(JournalSealer).seal();
    expect(await foundOf(ledger)).toContainEqual({ kind: 'slipped-in', row: slipped, columns: [], by: 'postgres' });
  });
});
