import { uuidv7 } from 'uuidv7';
import type { Database } from '#platform/database';
import type { Front } from './house.js';
import { streetCode } from './street.js';

export interface TestSite {
  siteId: string;
  /** Stations 1… of the general lane. */
  stations: string[];
}

let sites = 0;

/** A site of its own for one test, made through the doors. */
export async function openSite(front: Front, stations = 1, extra: object = {}): Promise<TestSite> {
  sites += 1;
  const siteId = uuidv7();
  await made(front, '/sites', {
    id: siteId,
    code: `Q${sites}`,
    name: `采样点${sites}`,
    areaCode: streetCode,
    address: '广场',
    ...extra,
  });
  const ids: string[] = [];
  for (let number = 1; number <= stations; number += 1) {
    const id = uuidv7();
    await made(front, `/sites/${siteId}/stations`, { id, number, lane: 'general' });
    ids.push(id);
  }
  return { siteId, stations: ids };
}

/** Pretends that the lane was called every `gaps` minutes until now, each time for `people` people. */
export async function layPace(database: Database, siteId: string, gaps: number[], people = 1): Promise<void> {
  let minutesAgo = 0;
  for (const gap of [0, ...gaps]) {
    minutesAgo += gap;
    await database.query(
      `INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, people, called_by, called_at, body_hash)
       SELECT $1, (SELECT id FROM site.station WHERE site_id = $2 ORDER BY number LIMIT 1), $2, business_day, 'general',
              $3, $3, $1, now() - make_interval(secs => $4 * 60), '' FROM queue.today WHERE site_id = $2`,
      [uuidv7(), siteId, people, minutesAgo],
    );
  }
}

async function made(front: Front, path: string, body: object): Promise<void> {
  const answer = await front.send('organiser', 'POST', path, body);
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status} ${JSON.stringify(answer.body)}`);
}
