import { uuidv7 } from 'uuidv7';
import { ShiftRoster } from '#journey/site';
import { PublicSiteRepository } from '../../../libs/journey/queue/src/public-site.repository.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, streetCode } from '../../support/street.js';

let front: Front;
beforeAll(async () => {
  front = await openFront();
  await layStreet(front.database, 3);
});
afterAll(() => front.close());

let number = 0;
function sitePlan(extra: object = {}): Record<string, unknown> {
  number += 1;
  return { id: uuidv7(), code: `P${number}`, name: `第${number}点`, areaCode: streetCode, address: '小广场', ...extra };
}

async function newSite(): Promise<string> {
  const made = await front.send('organiser', 'POST', '/sites', sitePlan());
  expect(made.status).toBe(201);
  return String(made.body.id);
}

async function newStation(siteId: string, stationNumber: number): Promise<string> {
  const made = await front.send('organiser', 'POST', `/sites/${siteId}/stations`, {
    number: stationNumber,
    lane: 'general',
  });
  expect(made.status).toBe(201);
  return String(made.body.id);
}

async function newPair(): Promise<{ scannerId: string; collectorId: string }> {
  const name = uuidv7();
  return {
    scannerId: await account(front.database, `s-${name}`, 'scanner'),
    collectorId: await account(front.database, `c-${name}`, 'collector'),
  };
}

function hours(from: number, to: number): { startsAt: string; endsAt: string } {
  const at = (hour: number) => new Date(Date.now() + hour * 3_600_000).toISOString();
  return { startsAt: at(from), endsAt: at(to) };
}

async function count(sql: string, parameters: unknown[]): Promise<number> {
  const [row] = await front.database.query<{ count: number }>(sql, parameters);
  return row!.count;
}

describe('where a site lies', () => {
  it('is said when it is added or later, and the public list shows it with the opening hours', async () => {
    const place = { latitude: 35.407, longitude: 116.587 };
    const { body: placed } = await front.send('organiser', 'POST', '/sites', sitePlan({ coordinates: place }));
    expect(placed.coordinates).toEqual(place);
    const siteId = await newSite();
    expect((await front.send(undefined, 'GET', `/sites/${siteId}`)).body.coordinates).toBeNull();
    const moved = { latitude: 35.4, longitude: 116.6 };
    for (const said of [moved, moved]) {
      const answer = await front.send('organiser', 'PUT', `/sites/${siteId}/coordinates`, said);
      expect([answer.status, answer.body.coordinates]).toEqual([200, moved]);
    }
    const events = `SELECT count(*)::int FROM journal.entry WHERE topic = 'site.placed' AND subject = $1`;
    expect(await count(events, [`site:${siteId}`])).toBe(1);
    const opensAt = new Date(Date.now() - 60_000).toISOString();
    const closesAt = new Date(Date.now() + 3_600_000).toISOString();
    await front.send('organiser', 'POST', `/sites/${siteId}/sessions`, { kind: 'day', opensAt, closesAt });
    const fresh = front.get(PublicSiteRepository);
    expect((await fresh.list(5_000)).find(({ id }) => id === siteId)).toMatchObject({
      coordinates: moved,
      timeZone: 'Asia/Shanghai',
      sessions: [{ kind: 'day', opensAt, closesAt, lastEntryAt: expect.any(String) as string }],
    });
  });

  it('is on this earth, and whole', async () => {
    const siteId = await newSite();
    for (const wrong of [{ latitude: 91, longitude: 0 }, { latitude: 1 }, { latitude: '1', longitude: 1 }]) {
      expect((await front.send('organiser', 'PUT', `/sites/${siteId}/coordinates`, wrong)).status).toBe(400);
    }
  });
});

describe('a change of a site', () => {
  it('is journalled once, reaches the boards, and leaves alone what it does not name', async () => {
    const siteId = await newSite();
    const { body: before } = await front.send('organiser', 'GET', `/sites/${siteId}`);
    const change = {
      serves: '东区',
      bands: { busyAfterMinutes: 20, crowdedAfterMinutes: 40 },
      settings: { partyAtMost: 6 },
    };
    const answers = await Promise.all(
      [1, 2, 3].map(() => front.send('organiser', 'PATCH', `/sites/${siteId}`, change)),
    );
    const after = { ...before, ...change, settings: { ...before.settings, partyAtMost: 6 } };
    expect(answers.map(({ status, body }) => [status, body])).toEqual([1, 2, 3].map(() => [200, after]));
    expect((await front.send(undefined, 'GET', `/sites/${siteId}`)).body).toEqual(after);
    const events = `SELECT count(*)::int FROM journal.entry WHERE topic = 'site.changed' AND subject = $1`;
    expect(await count(events, [`site:${siteId}`])).toBe(1);
    const versions = 'SELECT version::int AS count FROM site.site WHERE id = $1';
    const version = await count(versions, [siteId]);
    const { body } = await front.send('organiser', 'PATCH', `/sites/${siteId}`, { serves: '', name: '体育馆' });
    expect([body.serves, body.name, body.settings.partyAtMost]).toEqual([null, '体育馆', 6]);
    expect(await count(versions, [siteId])).toBe(version + 1);
  });

  it('holds from the next act on', async () => {
    const siteId = await newSite();
    await front.send('organiser', 'PATCH', `/sites/${siteId}`, { settings: { lastEntryMinutes: 45 } });
    const times = { opensAt: '2026-03-01T08:00:00Z', closesAt: '2026-03-01T12:00:00Z' };
    const { body } = await front.send('organiser', 'POST', `/sites/${siteId}/sessions`, { kind: 'day', ...times });
    expect(body.lastEntryAt).toBe('2026-03-01T11:15:00.000Z');
  });

  it.each([
    [{}],
    [{ settings: { enrolmentTries: 6 } }],
    [{ bands: { busyAfterMinutes: 0 } }],
    [{ name: ' ' }],
    [{ areaCode: '370811' }],
  ])('is refused when it is %j', async (change) => {
    const answer = await front.send('organiser', 'PATCH', `/sites/${await newSite()}`, change);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-request']);
  });

  it('moves one band alone, never across the other', async () => {
    const siteId = await newSite();
    const moved = await Promise.all(
      [{ busyAfterMinutes: 30 }, { crowdedAfterMinutes: 60 }].map((bands) =>
        front.send('organiser', 'PATCH', `/sites/${siteId}`, { bands }),
      ),
    );
    expect(moved.map(({ status }) => status)).toEqual([200, 200]);
    const bands = { busyAfterMinutes: 30, crowdedAfterMinutes: 60 };
    expect((await front.send('organiser', 'GET', `/sites/${siteId}`)).body.bands).toEqual(bands);
    for (const crossing of [
      { busyAfterMinutes: 60 },
      { crowdedAfterMinutes: 30 },
      { ...bands, busyAfterMinutes: 61 },
    ]) {
      const answer = await front.send('organiser', 'PATCH', `/sites/${siteId}`, { bands: crossing, name: '新' });
      expect([answer.status, answer.body.code]).toEqual([409, 'bands-cross']);
    }
    expect((await front.send('organiser', 'GET', `/sites/${siteId}`)).body).toMatchObject({
      bands,
      name: expect.not.stringMatching('新'),
    });
  });

  it('is the organiser’s', async () => {
    const siteId = await newSite();
    expect((await front.send('marshal', 'PATCH', `/sites/${siteId}`, { name: '新' })).status).toBe(403);
    expect((await front.send('organiser', 'PATCH', `/sites/${uuidv7()}`, { name: '新' })).body.code).toBe(
      'site-not-found',
    );
  });
});

describe('a site', () => {
  it('opens with a general, a green and a single lane unless told otherwise, and everybody can see it', async () => {
    const body = sitePlan();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('organiser', 'POST', '/sites', body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(answers[0]?.body).toMatchObject({
      state: 'open',
      lanes: [
        { lane: 'general', prefix: 'A' },
        { lane: 'green', prefix: 'G' },
        { lane: 'single', prefix: 'Y' },
      ],
      bands: { busyAfterMinutes: 25, crowdedAfterMinutes: 50 },
      settings: { relieveAfterMinutes: 240 },
    });
    const list = await front.send(undefined, 'GET', '/sites');
    expect(JSON.stringify(list.body)).toContain(String(body.id));
    const other = await front.send('organiser', 'POST', '/sites', { ...body, name: '别的' });
    expect([other.status, other.body.code]).toEqual([409, 'id-taken']);
    const sameCode = await front.send('organiser', 'POST', '/sites', { ...body, id: uuidv7() });
    expect([sameCode.status, sameCode.body.code]).toEqual([409, 'site-code-taken']);
  });

  it.each<[string, object, string]>([
    ['an area nobody knows', { areaCode: '000000' }, 'site-area-unknown'],
    ['a time zone that does not exist', { timeZone: 'Asia/Nowhere' }, 'invalid-request'],
    ['a day that starts at noon-ish', { dayStarts: '25:00' }, 'invalid-request'],
    ['bands that cross', { bands: { busyAfterMinutes: 50, crowdedAfterMinutes: 25 } }, 'invalid-request'],
    [
      'a lane twice',
      {
        lanes: [
          { lane: 'green', prefix: 'G' },
          { lane: 'green', prefix: 'H' },
        ],
      },
      'invalid-request',
    ],
  ])('is refused with %s', async (_, extra, code) => {
    const answer = await front.send('organiser', 'POST', '/sites', sitePlan(extra));
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('pauses with a reason, and pausing twice is one pause', async () => {
    const siteId = await newSite();
    const path = `/sites/${siteId}/state`;
    expect((await front.send('marshal', 'PUT', path, { state: 'paused' })).status).toBe(400);
    const pause = { state: 'paused', reason: '暴雨' };
    const answers = await Promise.all([1, 2, 3].map(() => front.send('marshal', 'PUT', path, pause)));
    expect(answers.map((answer) => `${answer.status} ${answer.body.pauseReason}`)).toEqual(Array(3).fill('200 暴雨'));
    const entries = `SELECT count(*) FROM journal.entry WHERE topic = 'site.state-changed' AND site_id = $1`;
    expect(await count(entries, [siteId])).toBe(1);
    const reopened = await front.send('marshal', 'PUT', path, { state: 'open' });
    expect(reopened.body).toMatchObject({ state: 'open', pauseReason: null });
  });

  it('numbers its stations once', async () => {
    const siteId = await newSite();
    const path = `/sites/${siteId}/stations`;
    const body = { id: uuidv7(), number: 1, lane: 'general' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('organiser', 'POST', path, body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    const taken = await front.send('organiser', 'POST', path, { number: 1, lane: 'green' });
    expect([taken.status, taken.body.code]).toEqual([409, 'station-number-taken']);
    expect((await front.send('scanner', 'GET', path)).body.items).toEqual([{ ...body, siteId }]);
  });

  it('has opening hours that do not overlap', async () => {
    const siteId = await newSite();
    const path = `/sites/${siteId}/sessions`;
    const day = { kind: 'day', opensAt: '2026-03-01T08:00:00+08:00', closesAt: '2026-03-01T12:00:00+08:00' };
    const made = await front.send('organiser', 'POST', path, day);
    expect(made.body.lastEntryAt).toBe('2026-03-01T03:30:00.000Z');
    const overlapping = {
      ...day,
      kind: 'night',
      opensAt: '2026-03-01T11:00:00+08:00',
      closesAt: '2026-03-01T20:00:00+08:00',
    };
    const refused = await front.send('organiser', 'POST', path, overlapping);
    expect([refused.status, refused.body.code, refused.body.closes]).toEqual([409, 'sessions-overlap', '12:00']);
    const backwards = await front.send('organiser', 'POST', path, { ...day, closesAt: '2026-03-01T07:00:00+08:00' });
    expect([backwards.status, backwards.body.code]).toEqual([400, 'session-window-refused']);
    expect((await front.send(undefined, 'GET', path)).body.items).toHaveLength(1);
  });
});

describe('a shift', () => {
  it('puts one pair on one station, however often it is sent', async () => {
    const stationId = await newStation(await newSite(), 1);
    const body = { id: uuidv7(), ...(await newPair()), ...hours(-1, 4) };
    const path = `/stations/${stationId}/shifts`;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('organiser', 'POST', path, body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(await count('SELECT count(*) FROM site.duty WHERE shift_id = $1', [body.id])).toBe(2);
    const onDuty = await front.get(ShiftRoster).onDuty(stationId, new Date());
    expect(onDuty).toMatchObject({ shiftId: body.id, scannerId: body.scannerId, collectorId: body.collectorId });
    expect(await front.get(ShiftRoster).onDuty(stationId, new Date(Date.now() + 5 * 3_600_000))).toBeUndefined();
  });

  it('tells who is already where and until when', async () => {
    const siteId = await newSite();
    const [first, second] = [await newStation(siteId, 1), await newStation(siteId, 2)];
    const pair = await newPair();
    await front.send('organiser', 'POST', `/stations/${first}/shifts`, { ...pair, ...hours(-1, 4) });
    const station = await front.send('organiser', 'POST', `/stations/${first}/shifts`, {
      ...(await newPair()),
      ...hours(1, 5),
    });
    expect([station.status, station.body.code]).toEqual([409, 'station-is-taken']);
    expect(station.body.detail).toMatch(/1 号台.*至 \d\d:\d\d/);
    const id = uuidv7();
    const person = await front.send('organiser', 'POST', `/stations/${second}/shifts`, { id, ...pair, ...hours(0, 2) });
    expect([person.status, person.body.code]).toEqual([409, 'person-is-on-duty']);
    expect(person.body.detail).toMatch(/1 号台.*至 \d\d:\d\d/);
    expect(await count('SELECT count(*) FROM site.shift WHERE id = $1', [id])).toBe(0);
  });

  it('gives a person to one of two stations that ask at the same moment', async () => {
    const siteId = await newSite();
    const stations = await Promise.all([1, 2, 3, 4].map((each) => newStation(siteId, each)));
    const pair = { ...(await newPair()), ...hours(0, 2) };
    const answers = await Promise.all(
      stations.map((stationId) => front.send('organiser', 'POST', `/stations/${stationId}/shifts`, pair)),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
  });

  it('needs a scanner and a collector', async () => {
    const stationId = await newStation(await newSite(), 1);
    const { scannerId, collectorId } = await newPair();
    const swapped = { scannerId: collectorId, collectorId: scannerId, ...hours(0, 1) };
    const refused = await front.send('organiser', 'POST', `/stations/${stationId}/shifts`, swapped);
    expect([refused.status, refused.body.code]).toEqual([400, 'not-a-pair']);
    const backwards = { scannerId, collectorId, ...hours(2, 1) };
    expect((await front.send('organiser', 'POST', `/stations/${stationId}/shifts`, backwards)).body.code).toBe(
      'shift-window-refused',
    );
    expect((await front.send('organiser', 'POST', `/stations/${uuidv7()}/shifts`, swapped)).status).toBe(404);
  });

  it('tells the time on duty, insists on relief, and ends once', async () => {
    const stationId = await newStation(await newSite(), 1);
    const plan = { ...(await newPair()), ...hours(-5, 1) };
    const { body: made } = await front.send('organiser', 'POST', `/stations/${stationId}/shifts`, plan);
    expect(made).toMatchObject({ minutesOnDuty: 300, warning: 'relieve-now' });
    const ended = await front.send('scanner', 'PUT', `/shifts/${made.id}/end`);
    expect(ended.status).toBe(200);
    expect((await front.send('scanner', 'PUT', `/shifts/${made.id}/end`)).body.endsAt).toBe(ended.body.endsAt);
    const next = { ...plan, ...hours(0, 3) };
    expect((await front.send('organiser', 'POST', `/stations/${stationId}/shifts`, next)).status).toBe(201);
    const later = { ...(await newPair()), ...hours(4, 5) };
    const { body: planned } = await front.send('organiser', 'POST', `/stations/${stationId}/shifts`, later);
    expect((await front.send('scanner', 'PUT', `/shifts/${planned.id}/end`)).body.code).toBe('shift-has-not-begun');
  });
});
