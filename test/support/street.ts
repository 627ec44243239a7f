import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#platform/database';

/** A small street laid straight into the tables, so that a room can be tested without the rooms before it. */
export interface Street {
  roundId: string;
  siteId: string;
  stationId: string;
  shiftId: string;
  scannerId: string;
  collectorId: string;
  /** Two buildings of one grid. */
  buildings: [string, string];
  /** Households of three, in the order of `residents`. */
  residents: { id: string; householdId: string; maskedName: string; areaCode: string }[];
}

export const streetCode = '370811013';

const noHash = Buffer.alloc(32);

/** An open round over 阜桥街道 with pool classes single, household, 5, 10 and 20, one site, one station, one shift on duty. */
export async function layStreet(database: Database, count = 30): Promise<Street> {
  const areas: [string, string | null, string, string][] = [
    ['3708', null, 'city', '济宁市'],
    ['370811', '3708', 'district', '任城区'],
    [streetCode, '370811', 'street', '阜桥街道'],
    ['370811013001', streetCode, 'community', '第一社区'],
    ['370811013001-01', '370811013001', 'grid', '第一网格'],
    ['370811013001-01-01', '370811013001-01', 'building', '1号楼'],
    ['370811013001-01-02', '370811013001-01', 'building', '2号楼'],
  ];
  const lineages = new Map<string, string[]>();
  for (const [code, parent, level, name] of areas) {
    const lineage = [...(parent === null ? [] : (lineages.get(parent) ?? [])), code];
    lineages.set(code, lineage);
    await database.query(
      'INSERT INTO community.area (code, parent_code, level, name, lineage) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
      [code, parent, level, name, lineage],
    );
  }
  const buildings: [string, string] = ['370811013001-01-01', '370811013001-01-02'];
  const residents: Street['residents'] = [];
  for (let n = 0; n < count; n += 1) {
    const previous = residents.at(-1);
    const areaCode = buildings[n < count / 2 ? 0 : 1];
    let householdId = previous?.householdId ?? '';
    if (n % 3 === 0 || previous?.areaCode !== areaCode) {
      householdId = uuidv7();
      await database.query('INSERT INTO community.household (id, area_code, door) VALUES ($1, $2, $3)', [
        householdId,
        areaCode,
        `${n + 1}`,
      ]);
    }
    const resident = { id: uuidv7(), householdId, maskedName: '王*', areaCode };
    residents.push(resident);
    await database.query(
      `INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind,
                                       document_index, document_masked, document_sealed)
       VALUES ($1, $2, $3, $4, '', 'resident-id', $5, '0***************01', '')`,
      [resident.id, areaCode, householdId, resident.maskedName, randomBytes(32)],
    );
  }
  const street = { roundId: uuidv7(), siteId: uuidv7(), stationId: uuidv7(), shiftId: uuidv7() };
  const scannerId = await account(database, 'scanner');
  const collectorId = await account(database, 'collector');
  await openRound(database, street.roundId);
  await database.query(
    `INSERT INTO site.site (id, code, name, area_code, address, body_hash) VALUES ($1, 'S1', '第一采样点', $2, '广场', $3)`,
    [street.siteId, streetCode, noHash],
  );
  await database.query(
    `INSERT INTO site.lane (site_id, lane, prefix) VALUES ($1, 'general', 'A'), ($1, 'green', 'G'), ($1, 'single', 'Y')`,
    [street.siteId],
  );
  await addStation(database, street.siteId, street.stationId, 1);
  await putOnShift(database, street.shiftId, street.stationId, scannerId, collectorId);
  return { ...street, scannerId, collectorId, buildings, residents };
}

export async function openRound(database: Database, roundId: string): Promise<void> {
  await database.source.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO campaign.round (id, name, state, starts_at, deadline, default_pool_class, settings, body_hash, created_by, opened_at)
       VALUES ($1, '第一轮', 'open', now() - interval '1 hour', now() + interval '1 day', '10', $3, $2, $1, now())`,
      // One person reports for a laboratory here, except where it is about the second one.
      [roundId, noHash, JSON.stringify({ positivesNeedSecondPerson: false })],
    );
    await manager.query('INSERT INTO campaign.round_area (round_id, area_code) VALUES ($1, $2)', [roundId, streetCode]);
    await manager.query(
      `INSERT INTO campaign.pool_class (round_id, pool_class, capacity)
       VALUES ($1, 'single', 1), ($1, 'household', 10), ($1, '5', 5), ($1, '10', 10), ($1, '20', 20)`,
      [roundId],
    );
  });
}

async function addStation(database: Database, siteId: string, stationId: string, number: number): Promise<void> {
  await database.query(
    `INSERT INTO site.station (id, site_id, number, lane, body_hash) VALUES ($1, $2, $3, 'general', $4)`,
    [stationId, siteId, number, noHash],
  );
}

async function putOnShift(
  database: Database,
  shiftId: string,
  stationId: string,
  scannerId: string,
  collectorId: string,
): Promise<void> {
  await database.query(
    `WITH given AS (SELECT tstzrange(now() - interval '1 hour', now() + interval '12 hours') AS during),
          shift AS (INSERT INTO site.shift (id, station_id, scanner_id, collector_id, during, body_hash)
                    SELECT $1, $2, $3, $4, during, $5 FROM given RETURNING id, during)
     INSERT INTO site.duty (shift_id, person_id, during)
     SELECT shift.id, person, shift.during FROM shift, unnest(ARRAY[$3::uuid, $4::uuid]) AS person`,
    [shiftId, stationId, scannerId, collectorId, noHash],
  );
}

/** The account of that name; added with a password that fits nothing when it does not exist yet. */
export async function account(database: Database, username: string, role = username): Promise<string> {
  const [row] = await database.query<{ id: string }>(
    `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, $2, $3, $2, '!')
     ON CONFLICT (username) DO UPDATE SET username = excluded.username RETURNING id`,
    [uuidv7(), username, role],
  );
  return row!.id;
}
