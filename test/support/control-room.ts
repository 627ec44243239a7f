import { uuidv7 } from 'uuidv7';
import { checkCharacterOf } from '../../libs/journey/community/src/check-digit.js';
import { isTakingPictures } from './browser.js';
import type { Front } from './house.js';
import { carryBox, layWay, type Way } from './lab.js';
import { account, layStreet, streetCode, type Street } from './street.js';
import { laySite, layTube } from './tubes.js';

/** A name that would run if a page took it for anything but a name. */
export const hostile = isTakingPictures ? '运河新城' : '<img src=x onerror=alert(1)>"><script>alert(2)</script>';

export interface ControlRoom {
  street: Street;
  way: Way;
  sites: string[];
  /** People of each community, in the order of the communities; the first ones of each were sampled. */
  people: { id: string }[][];
}

const communities: [string, number][] = [
  ['红星社区', 0.35],
  ['济安桥社区', 0.96],
  ['翰林社区', 0.71],
  ['南菜市社区', 0.52],
  ['古槐社区', 0.88],
  ['仙营社区', 1],
  ['柳行社区', 0.64],
  ['观音阁社区', 0.79],
  ['洸河社区', 0.93],
  [`${hostile}社区`, 0.45],
];
const households = 10;
const perHousehold = 3;
const members = households * perHousehold;

/** An evening of a round: ten communities at different shares, tubes at every stage, two sites with a queue, a positive tube. */
export async function layControlRoom(front: Front): Promise<ControlRoom> {
  const { database } = front;
  const street = await layStreet(database, 12);
  const way = await layWay(front);
  const people: { id: string }[][] = [];
  for (const [n, [name]] of communities.entries()) people.push(await layCommunity(front, n + 2, name));
  const sites = [
    street.siteId,
    await laySite(database, '东门采样点', streetCode),
    await laySite(database, hostile, streetCode),
  ];
  await database.query(`UPDATE site.site SET name = '阜桥小学采样点' WHERE id = $1`, [street.siteId]);
  await database.query(`UPDATE campaign.round SET name = '第二轮全员核酸' WHERE id = $1`, [street.roundId]);
  const at = [street];
  for (const siteId of sites.slice(1)) {
    const stationId = uuidv7();
    await database.query(
      `WITH lane AS (INSERT INTO site.lane (site_id, lane, prefix) VALUES ($2, 'general', 'A') RETURNING site_id, lane)
       INSERT INTO site.station (id, site_id, number, lane, body_hash) SELECT $1, site_id, 1, lane, '' FROM lane`,
      [stationId, siteId],
    );
    at.push({ ...street, siteId, stationId });
  }
  let tube = 0;
  const sent: string[] = [];
  for (const [n, [, share]] of communities.entries()) {
    const sampled = (people[n] ?? []).slice(0, Math.round(members * share));
    for (let first = 0; first < sampled.length; first += 10) {
      tube += 1;
      const place = at[tube % at.length] ?? street;
      const barcode = `ZY${String(20_260_000 + tube)}`;
      await layTube(database, place, barcode, sampled.slice(first, first + 10), {
        siteId: place.siteId,
        minutesAgo: 8 + ((tube * 23) % 250),
      });
      if (tube % 4 !== 0 && place.siteId === street.siteId) sent.push(barcode);
    }
  }
  await carryBox(front, street, way, 'XZ-0001', sent);
  await layWaits(front, street);
  return { street, way, sites, people };
}

async function layCommunity(front: Front, number: number, name: string): Promise<{ id: string }[]> {
  const community = `${streetCode}${String(number).padStart(3, '0')}`;
  const lineage = ['3708', '370811', streetCode];
  const below = [
    [community, streetCode, 'community', name],
    [`${community}-01`, community, 'grid', '第一网格'],
    [`${community}-01-01`, `${community}-01`, 'building', `${number}号楼`],
  ] as const;
  for (const [code, parent, level, areaName] of below) {
    lineage.push(code);
    await front.database.query(
      'INSERT INTO community.area (code, parent_code, level, name, lineage) VALUES ($1, $2, $3, $4, $5)',
      [code, parent, level, areaName, lineage],
    );
  }
  return front.database.query<{ id: string }>(
    `WITH home AS (
       INSERT INTO community.household (id, area_code, door)
       SELECT gen_random_uuid(), $1, lpad((100 * (1 + n / 2) + n % 2 + 1)::text, 4, '0') FROM generate_series(1, $2::int) n RETURNING id
     )
     INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind, document_index,
                                     document_masked, document_sealed, phone_masked)
     SELECT gen_random_uuid(), $1, home.id, (ARRAY['王*','李*','张*强','陈*'])[1 + k % 4], '', 'resident-id', decode(md5(home.id::text || k), 'hex'),
            '0001**********' || lpad((k * 17)::text, 4, '0'), '', '1**********'
       FROM home, generate_series(1, $3::int) k RETURNING id`,
    [`${community}-01-01`, households, perHousehold],
  );
}

/** Somebody whom the vault knows, with a name that only its owner could have typed. */
export async function registerSomebody(front: Front, name: string): Promise<{ id: string; number: string }> {
  // Of a place that does not exist, with a check digit that fits.
  const nowhere = '00010219900101001';
  const number = `${nowhere}${checkCharacterOf(nowhere)}`;
  const { status, body } = await front.send('organiser', 'POST', '/residents', {
    name,
    document: { kind: 'resident-id', number },
    phone: '13800000001',
    areaCode: '370811013001-01-01',
    household: '0101',
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return { id: body.id as string, number };
}

async function layWaits({ database }: Front, street: Street): Promise<void> {
  const marshal = await account(database, 'marshal');
  await database.query(
    `INSERT INTO queue.counter (site_id, business_day, lane, issued)
     SELECT site_id, business_day, 'general', 10 FROM queue.today WHERE site_id = $1`,
    [street.siteId],
  );
  for (let n = 1; n <= 10; n += 1) {
    await database.query(
      `WITH called AS (
         INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, people, called_by, called_at, body_hash)
         SELECT $1, $4, $2, business_day, 'general', 1, 1, $5, now() - interval '12 minutes', '' FROM queue.today WHERE site_id = $2
         RETURNING id, station_id, called_at, business_day
       )
       INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, state, issued_by, issued_at,
                                 call_id, station_id, called_at, served_at, body_hash)
       SELECT $1, $2, business_day, 'general', $3::int, 'A' || $3::int, $3::int, 1, 'served', $5,
              called_at - make_interval(mins => 3 * $3::int), id, station_id, called_at, called_at, '' FROM called`,
      [uuidv7(), street.siteId, n, street.stationId, marshal],
    );
  }
}
