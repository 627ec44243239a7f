import pg from 'pg';
import { journey } from '../../../architecture/journey.mjs';
import { openFront, type Front } from '../../support/house.js';
import { layNeighbours, type Neighbour } from '../../support/neighbours.js';

const schemas = journey.map(({ room }) => room);
const logins = ['door', 'scan', 'desk', 'reader', 'jobs', 'auditor'].map((name) => `shihe_${name}`);

let front: Front;
let here: Neighbour;
let there: Neighbour;

beforeAll(async () => {
  front = await openFront();
  [here, there] = await layNeighbours(front.database);
});
afterAll(() => front.close());

/** Somebody's rows as their login sees them, whatever the code above would ask for. */
async function seenBy(login: string, actor: string | undefined, sql: string): Promise<Record<string, unknown>[]> {
  const address = new URL(front.settings.databaseUrl);
  address.username = `shihe_${login}`;
  address.password = (JSON.parse(process.env.SHIHE_TEST_LOGINS ?? '{}') as Record<string, string>)[login] ?? '';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await client.query('BEGIN');
    if (actor !== undefined) await client.query(`SET LOCAL shihe.actor = '${actor}'`);
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function accountOf(username: string): Promise<string> {
  const [row] = await front.database.query<{ id: string }>('SELECT id FROM access.account WHERE username = $1', [
    username,
  ]);
  return row!.id;
}

describe('the database itself', () => {
  it('guards every table of every room, against its owner as well', async () => {
    const open = await front.database.query(
      `SELECT c.relnamespace::regnamespace || '.' || c.relname AS name FROM pg_class c
        WHERE c.relnamespace::regnamespace::text = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
          AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
      [schemas],
    );
    expect(open).toEqual([]);
  });

  it('lets no login of the apps own, delete or empty anything of a room or of the journal', async () => {
    const rights = await front.database.query(
      `SELECT login, c.oid::regclass::text AS name FROM unnest($1::text[]) AS login, pg_class c
        WHERE c.relnamespace::regnamespace::text = ANY ($2) AND c.relkind IN ('r', 'p')
          AND (has_table_privilege(login, c.oid, 'DELETE') OR has_table_privilege(login, c.oid, 'TRUNCATE')
               OR c.relowner = login::regrole OR has_table_privilege(login, c.oid, 'TRIGGER'))`,
      [logins, [...schemas, 'journal']],
    );
    expect(rights).toEqual([]);
    const mighty = await front.database.query(
      'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1) AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)',
      [logins],
    );
    expect(mighty).toEqual([]);
  });

  it('lets nobody change or take away what stands in the journal', async () => {
    const rights = await front.database.query(
      `SELECT login FROM unnest($1::text[]) AS login, pg_class c
        WHERE c.relnamespace = 'journal'::regnamespace AND c.relkind IN ('r', 'p')
          -- A count of how many people somebody was shown grows by the hour; what happened never changes.
          AND c.relname <> 'reading' AND has_table_privilege(login, c.oid, 'UPDATE')`,
      [logins],
    );
    expect(rights).toEqual([]);
  });

  it('gives the swab path a login that may read and write no table at all', async () => {
    const rights = await front.database.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c
        WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace::regnamespace::text <> ALL ('{pg_catalog,information_schema}')
          AND (has_table_privilege('shihe_scan', c.oid, 'SELECT') OR has_table_privilege('shihe_scan', c.oid, 'INSERT'))`,
    );
    expect(rights).toEqual([]);
    await expect(seenBy('scan', undefined, 'SELECT * FROM community.resident')).rejects.toThrow('permission denied');
  });

  it('shows whoever acts for nobody no person, no tube and no answer', async () => {
    for (const table of [
      'community.resident',
      'sampling.tube',
      'sampling.swab',
      'results.answer',
      'queue.ticket',
      'transport.box',
    ]) {
      expect([table, await seenBy('reader', undefined, `SELECT * FROM ${table}`)]).toEqual([table, []]);
    }
  });

  it('shows a grid worker the people of their grids and no others', async () => {
    const seen = await seenBy('reader', await accountOf('gridworker-1'), 'SELECT id FROM community.resident');
    expect(seen).toHaveLength(4);
    expect(seen.map(({ id }) => id)).toContain(here.things.resident);
    expect(seen.map(({ id }) => id)).not.toContain(there.things.resident);
  });

  it('shows a site’s staff their tubes, a laboratory what it received, a courier what they carry', async () => {
    const tubes = async (username: string): Promise<unknown[]> =>
      (await seenBy('reader', await accountOf(username), 'SELECT barcode FROM sampling.tube ORDER BY barcode')).map(
        ({ barcode }) => barcode,
      );
    expect(await tubes('scanner-1')).toHaveLength(7);
    expect(await tubes('lab-1')).toContain('N1LAB');
    expect(await tubes('lab-1')).not.toContain('N2LAB');
    expect((await tubes('scanner-1')).every((barcode) => String(barcode).startsWith('N1'))).toBe(true);
  });

  it('ends a scope at the moment it is withdrawn or runs out', async () => {
    const id = await accountOf('sitelead-2');
    const tubes = () => seenBy('reader', id, 'SELECT barcode FROM sampling.tube');
    expect(await tubes()).toHaveLength(7);
    await front.database.query(`UPDATE access.scope SET until = now() - interval '1 second' WHERE account_id = $1`, [
      id,
    ]);
    expect(await tubes()).toEqual([]);
    await front.database.query(`UPDATE access.scope SET until = 'infinity' WHERE account_id = $1`, [id]);
    await front.database.query('UPDATE access.account SET disabled_at = now() WHERE id = $1', [id]);
    expect(await tubes()).toEqual([]);
  });

  it('refuses a row that somebody writes for another site', async () => {
    const writing = seenBy(
      'desk',
      await accountOf('marshal-1'),
      `INSERT INTO queue.announcement (id, site_id, zh, made_by, made_at, expires_at, body_hash)
       VALUES (gen_random_uuid(), '${there.things.site}', 'x', gen_random_uuid(), now(), now() + interval '1 hour', '')`,
    );
    await expect(writing).rejects.toThrow('row-level security');
  });
});
