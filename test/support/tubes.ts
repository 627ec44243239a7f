import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#platform/database';
import type { Street } from './street.js';

const noHash = Buffer.alloc(32);

/** A tube laid straight into the tables with these members, first swab `minutesAgo`. */
export async function layTube(
  database: Database,
  street: Street,
  barcode: string,
  members: { id: string }[],
  given: { poolClass?: string; open?: boolean; minutesAgo?: number; siteId?: string; occasion?: number } = {},
): Promise<void> {
  const { poolClass = '10', open = false, minutesAgo = 5, siteId = street.siteId, occasion = 0 } = given;
  const purpose = occasion === 0 ? 'screening' : 'retest';
  await database.query('SELECT sampling.ensure_round($1)', [street.roundId]);
  await database.query(
    `INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, filled, state,
                                opened_by, first_swab_at, sealed_by, sealed_at, counted_swabs, body_hash)
     SELECT $1, $2, $3, $4, $5, $6, p.capacity, $7::smallint, $8::text, $9::uuid, now() - make_interval(mins => $10),
            CASE WHEN $8::text = 'sealed' THEN $9::uuid END,
            CASE WHEN $8::text = 'sealed' THEN now() - make_interval(mins => $10) END,
            CASE WHEN $8::text = 'sealed' THEN $7::smallint END, $11
       FROM campaign.pool_class p WHERE p.round_id = $2 AND p.pool_class = $6`,
    [
      barcode, street.roundId, siteId, street.stationId, street.shiftId, poolClass, members.length,
      open ? 'open' : 'sealed', street.scannerId, minutesAgo, noHash,
    ], // prettier-ignore
  );
  if (members.length === 0) return;
  await database.query(
    `WITH given AS (
       SELECT m.id AS resident_id, gen_random_uuid() AS swab_id, m.nth::smallint AS place
         FROM unnest($3::uuid[]) WITH ORDINALITY AS m (id, nth)
     ), attended AS (
       INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
       SELECT $1, resident_id, $6, $7, swab_id, $2, now() - make_interval(mins => $5) FROM given
     )
     INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                                sampled_at, recorded_at, body_hash)
     SELECT $1, swab_id, $2, place, resident_id, $6, $7, $4, now() - make_interval(mins => $5),
            now() - make_interval(mins => $5), now(), $8 FROM given`,
    [street.roundId, barcode, members.map(({ id }) => id), street.scannerId, minutesAgo, occasion, purpose, noHash],
  );
}

/** Another site of the same street. */
export async function laySite(database: Database, code: string, areaCode: string): Promise<string> {
  const id = uuidv7();
  await database.query(
    `INSERT INTO site.site (id, code, name, area_code, address, body_hash) VALUES ($1, $2, $2, $3, '广场', $4)`,
    [id, code, areaCode, randomBytes(32)],
  );
  return id;
}
