import { uuidv7 } from 'uuidv7';
import { LabCounter, ReportDesk } from '#journey/lab';
import { HandoverDesk, PackingBench, TubeLossDesk } from '#journey/transport';
import type { RoundProgress } from '#journey/coverage';
import { ScopeRegister } from '#platform/access';
import { layDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { carryBox, layWay, type Way } from '../../support/lab.js';
import { account, layStreet, type Street } from '../../support/street.js';
import { laySite, layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let way: Way;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 30);
  way = await layWay(front);
});
afterAll(() => front.close());

const people = (from: number, to: number) => street.residents.slice(from, to);
const progress = async (role: 'organiser' | 'admin' = 'organiser') =>
  (await front.send(role, 'GET', `/rounds/${street.roundId}/progress`)).body as RoundProgress;
const stageOf = async (name: string) => (await progress()).stages.find(({ stage }) => stage === name);

/** A day counted by hand: 2 + 3 + 4 + 5 + 6 people, a tube at each stage, and one that was lost. */
async function layDay(): Promise<void> {
  await layTube(front.database, street, 'P-OPEN', people(0, 2), { open: true, minutesAgo: 61 });
  await layTube(front.database, street, 'P-SEAL', people(2, 5), { minutesAgo: 179 });
  await layTube(front.database, street, 'P-ROAD', people(5, 9), { minutesAgo: 241 });
  await layTube(front.database, street, 'P-LAB', people(9, 14), { minutesAgo: 20 });
  await layTube(front.database, street, 'P-DONE', people(14, 20), { minutesAgo: 10, poolClass: '20' });
  await layTube(front.database, street, 'P-LOST', people(20, 27), { minutesAgo: 300 });
  await front.get(TubeLossDesk).declareLost('P-LOST', '丢失', way.packer);
  const bench = front.get(PackingBench);
  await bench.open({ code: 'P-BOX1', siteId: street.siteId }, way.packer);
  await bench.pack('P-BOX1', ['P-ROAD'], way.packer);
  await bench.seal('P-BOX1', 1, way.packer);
  await front.get(HandoverDesk).dispatch('P-BOX1', { givenBy: 'packer' }, way.courier);
  await carryBox(front, street, way, 'P-BOX2', ['P-LAB', 'P-DONE']);
  await front.get(LabCounter).record({ boxCode: 'P-BOX2', accepted: ['P-LAB', 'P-DONE'], rejected: [] }, way.lab);
  const row = { barcode: 'P-DONE', outcome: 'positive', testedAt: new Date().toISOString() };
  await front
    .get(ReportDesk)
    .upload({ bytes: Buffer.from(JSON.stringify(row)), contentType: 'application/x-ndjson' }, way.lab);
}

describe('where a round stands', () => {
  it('counts each tube once, at its stage, and those that are late by the limits of the round', async () => {
    await layDay();
    const { stages, pools } = await progress();
    const seen = stages.map(({ stage, tubes, people: held, late, limitMinutes }) =>
      [stage, tubes, held, late, limitMinutes]); // prettier-ignore
    expect(seen).toEqual([
      ['open', 1, 2, 1, 60],
      ['sealed', 1, 3, 0, 180],
      ['moving', 1, 4, 1, 240],
      ['at-lab', 1, 5, 0, 360],
      ['tested', 1, 6, 0, null],
    ]);
    const age = (Date.now() - new Date((await stageOf('moving'))!.oldestSince!).getTime()) / 60_000;
    expect(Math.round(age)).toBe(241);
    expect(pools).toEqual([{ poolClass: '20', capacity: 20, tubes: 1, people: 6, notNegative: 1 }]);
  });

  it('takes the limits of the site and of the round before those of common practice', async () => {
    await front.database.query(`UPDATE campaign.round SET settings = '{"unreceivedAlarmMinutes": 300}' WHERE id = $1`, [
      street.roundId,
    ]);
    expect(await stageOf('moving')).toMatchObject({ late: 0, limitMinutes: 300 });
    await front.database.query(`UPDATE site.site SET settings = '{"undispatchedAlarmMinutes": 100}' WHERE id = $1`, [
      street.siteId,
    ]);
    expect(await stageOf('sealed')).toMatchObject({ late: 1, limitMinutes: 180 });
    await front.database.query(
      `UPDATE lab.tube SET received_at = now() - interval '361 minutes' WHERE barcode = 'P-LAB'`,
    );
    expect(await stageOf('at-lab')).toMatchObject({ late: 1 });
  });

  it('says of each site how many came in the last hour, at how many tables, how long they waited and what is silent', async () => {
    for (const [n, minutes] of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].entries()) {
      await front.database.query(
        `WITH called AS (
           INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, people, called_by, called_at, body_hash)
           VALUES ($1, $5, $2, current_date, 'general', 1, 1, $1, now() - interval '10 minutes', '') RETURNING id, station_id
         )
         INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, state, issued_by, issued_at,
                                   call_id, station_id, called_at, served_at, body_hash)
         SELECT $1, $2, current_date, 'general', $3::int, 'A' || $3::int, $3::int, 1, 'served', $1,
                now() - interval '10 minutes' - make_interval(mins => $4), id, station_id, now() - interval '10 minutes', now(), ''
           FROM called`,
        [uuidv7(), street.siteId, n + 1, minutes, street.stationId],
      );
    }
    const staff = await account(front.database, 'sitelead');
    const heard = {
      madeBy: staff,
      enrolledBy: street.scannerId,
      approvedBy: await account(front.database, 'organiser'),
    };
    const [silent, spoke] = [
      await layDevice(front.database, street.siteId, heard),
      await layDevice(front.database, street.siteId, heard),
    ];
    const book = `INSERT INTO sampling.device_book (device_id, counter, last_hash, last_contact_at) VALUES ($1, 1, '', now() - make_interval(mins => $2))`;
    await front.database.query(book, [silent.id, 16]);
    await front.database.query(book, [spoke.id, 14]);
    await front.database.query(
      `INSERT INTO sampling.device_line (device_id, boot_id, seen) VALUES ($1, $1, '{[1,5),[8,9)}')`,
      [silent.id],
    );
    const { sites, pace } = await progress();
    expect(sites).toHaveLength(1);
    // 5 + 6 people of the last hour, of tubes of one table; waits of 1…10 minutes; acts 5, 6 and 7 are missing.
    expect(sites[0]).toMatchObject({
      siteId: street.siteId, peopleLastHour: 11, working: 1, tables: 1, onDuty: 1, waitP50: 5.5, waitP90: 9.1,
      devices: 2, silentDevices: 1, missingActs: 3, lateTubes: 3,
    }); // prettier-ignore
    expect(pace).toHaveLength(12);
    const sum = (of: { people: number }[]) => of.reduce((all, one) => all + one.people, 0);
    expect([sum(pace), sum(pace.slice(-4))]).toEqual([16, 11]);
  });

  it('shows a site to those alone in whose scope it is', async () => {
    const other = await laySite(front.database, 'S2', street.buildings[0]);
    await layTube(front.database, street, 'P-OTHER', people(27, 30), { siteId: other, minutesAgo: 1 });
    expect((await progress()).sites).toHaveLength(2);
    const organiser = await account(front.database, 'organiser');
    await front.get(ScopeRegister).put(organiser, [{ kind: 'site', key: other }], null);
    const seen = await progress();
    expect(seen.sites.map(({ code }) => code)).toEqual(['S2']);
    expect(seen.stages.map(({ people: held }) => held)).toEqual([0, 3, 0, 0, 0]);
  });

  it('answers what it cannot answer in words', async () => {
    expect((await front.send('organiser', 'GET', `/rounds/${uuidv7()}/progress`)).body.code).toBe('round-not-found');
    expect((await front.send('gridworker', 'GET', `/rounds/${street.roundId}/progress`)).status).toBe(403);
  });
});
