import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { SamplingModule, SamplingStation } from '#journey/sampling';
import { isConstraint } from '#platform/database';
import { layDevice, newDevice } from '../../../bench/support/device.mjs';
import { openHouse, type House } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let house: House;
let street: Street;

beforeAll(async () => {
  house = await openHouse([SamplingModule]);
  street = await layStreet(house.database, 30);
});
afterAll(() => house.close());

const all = (sql: string, values: unknown[] = []) => house.database.query(sql, values);
const failureOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => 'done',
    (error: unknown) => error,
  );

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: house.settings.databaseUrl });
  await client.connect();
  return client;
}

async function openTube(barcode: string): Promise<string> {
  const { roundId, stationId, scannerId } = street;
  await house.get(SamplingStation).open({ barcode, roundId, stationId, poolClass: '10', openedBy: scannerId });
  return barcode;
}

const swabInto = `INSERT INTO sampling.swab (round_id, id, tube_barcode, place, occasion, purpose, actor_id, scanned_at,
                                             sampled_at, recorded_at, body_hash)
  VALUES ($1, $2, $3, 1, 0, 'screening', $4, now(), now(), now(), '')`;
const swab = (barcode: string) => [street.roundId, uuidv7(), barcode, street.scannerId];

describe('every swab lies in a tube that exists', () => {
  it('none is put where there is no tube, and none is moved there', async () => {
    const barcode = await openTube('T00001');
    expect(isConstraint(await failureOf(all(swabInto, swab('T99999'))), 'swab_needs_tube')).toBe(true);
    await all(swabInto, swab(barcode));
    const moved = failureOf(all(`UPDATE sampling.swab SET tube_barcode = 'T99999' WHERE tube_barcode = $1`, [barcode]));
    expect(isConstraint(await moved, 'swab_needs_tube')).toBe(true);
  });

  it('no tube with swabs in it goes, or changes its barcode; an empty one may', async () => {
    const [full, empty] = [await openTube('T00002'), await openTube('T00003')];
    await all(swabInto, swab(full));
    const gone = (barcode: string) => failureOf(all('DELETE FROM sampling.tube WHERE barcode = $1', [barcode]));
    const renamed = failureOf(all(`UPDATE sampling.tube SET barcode = 'T99998' WHERE barcode = $1`, [full]));
    expect(isConstraint(await renamed, 'tube_keeps_swabs')).toBe(true);
    expect(isConstraint(await gone(full), 'tube_keeps_swabs')).toBe(true);
    expect(await gone(empty)).toBe('done');
  });

  it('a tube that somebody is putting a swab into waits, and stays', async () => {
    const barcode = await openTube('T00004');
    const [one, other] = await Promise.all([connect(), connect()]);
    await one.query('BEGIN');
    await one.query(swabInto, swab(barcode));
    const gone = failureOf(other.query('DELETE FROM sampling.tube WHERE barcode = $1', [barcode]));
    await one.query('COMMIT');
    expect(isConstraint(await gone, 'tube_keeps_swabs')).toBe(true);
    await Promise.all([one.end(), other.end()]);
  });
});

describe('whether another device had a tube in hand', () => {
  it('is looked up by the tube, however many tubes devices had in hand', async () => {
    const tubes = 3_000;
    const device = newDevice();
    const { siteId, scannerId, collectorId } = street;
    const people = { siteId, madeBy: scannerId, enrolledBy: scannerId, approvedBy: collectorId };
    await layDevice({ sql: all }, device, people);
    const copied = 'round_id, site_id, station_id, shift_id, pool_class, capacity, opened_by, opened_at, body_hash';
    await all(
      `INSERT INTO sampling.tube (barcode, ${copied})
       SELECT 'M' || n, ${copied} FROM sampling.tube, generate_series(1, $1) AS n WHERE barcode = 'T00001'`,
      [tubes],
    );
    const client = await connect();
    const touch = async (first: number) => {
      const { rows } = await client.query<{ shared: boolean }>(
        'SELECT shared FROM sampling.touch_tubes(ARRAY(SELECT $1 || n FROM generate_series($2::int, $2 + 19) AS n), $3)',
        ['M', first, device.id],
      );
      expect(rows.map(({ shared }) => shared)).toEqual(Array<boolean>(20).fill(false));
    };
    // From the sixth call on a connection keeps its plan: here one that was made while hardly any tube had been in hand.
    await touch(1);
    await all('ANALYZE sampling.tube, sampling.tube_device');
    for (let n = 1; n < 9; n += 1) await touch(n * 20 + 1);
    await all(
      `INSERT INTO sampling.tube_device (barcode, device_id) SELECT 'M' || n, $2 FROM generate_series(200, $1) AS n`,
      [tubes, device.id],
    );
    await client.query('BEGIN');
    await touch(181);
    const { rows } = await client.query<{ read: number }>(
      `SELECT (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int AS read
         FROM pg_stat_xact_user_tables WHERE relid = 'sampling.tube_device'::regclass`,
    );
    await client.end();
    expect(rows[0]?.read).toBeLessThan(tubes);
  });
});
