import { uuidv7 } from 'uuidv7';
import { BoardReader, LaneCaller, QueueBooks, QueueDayEnd, QueueKeeper } from '#journey/queue';
import { openFront, type Front } from '../../support/house.js';
import { openSite } from '../../support/queue.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
});
afterAll(() => front.close());

async function take(siteId: string, extra: object = {}): Promise<{ id: string; label: string }> {
  const body = { partySize: 1, lane: 'general', ...extra };
  const answer = await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, body);
  expect(answer.status).toBe(201);
  return answer.body as { id: string; label: string };
}

async function call(stationId: string, count: number, id = uuidv7()) {
  return front.send('scanner', 'POST', `/stations/${stationId}/calls`, { id, count });
}

function labels(answer: { body: { tickets: { label: string }[] } }): string[] {
  return answer.body.tickets.map((ticket) => ticket.label);
}

function put(ticketId: string, noun: string) {
  return front.send('marshal', 'PUT', `/tickets/${ticketId}/${noun}`);
}

describe('calling', () => {
  it('takes the next one, or the next ten people, in order', async () => {
    const { siteId, stations } = await openSite(front);
    for (let n = 0; n < 12; n += 1) await take(siteId);
    expect(labels(await call(stations[0]!, 1))).toEqual(['A001']);
    const ten = await call(stations[0]!, 10);
    expect(ten.status).toBe(201);
    expect(ten.body).toMatchObject({ people: 10, station: 1, lane: 'general' });
    expect(labels(ten)).toEqual(['A002', 'A003', 'A004', 'A005', 'A006', 'A007', 'A008', 'A009', 'A010', 'A011']);
    expect(labels(await call(stations[0]!, 10))).toEqual(['A012']);
    const nobody = await call(stations[0]!, 10);
    expect([nobody.status, nobody.body.people]).toEqual([201, 0]);
  });

  it('never splits a party: it stops before it, unless the party is the first', async () => {
    const { siteId, stations } = await openSite(front);
    for (const partySize of [4, 4, 4, 10]) await take(siteId, { partySize });
    expect(labels(await call(stations[0]!, 10))).toEqual(['A001', 'A002']);
    expect(labels(await call(stations[0]!, 10))).toEqual(['A003']);
    expect((await call(stations[0]!, 1)).body).toMatchObject({ people: 10 });
  });

  it('is one call when the same request is sent five times at once', async () => {
    const { siteId, stations } = await openSite(front, 2);
    for (let n = 0; n < 8; n += 1) await take(siteId);
    const id = uuidv7();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => call(stations[0]!, 3, id)));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(labels(answers[0]!)).toEqual(['A001', 'A002', 'A003']);
    const elsewhere = await call(stations[1]!, 3, id);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'call-id-taken']);
    expect(labels(await call(stations[1]!, 1))).toEqual(['A004']);
  });

  it('calls nobody to two tables when eight stations call at the same moment', async () => {
    const { siteId, stations } = await openSite(front, 8);
    for (let n = 0; n < 60; n += 1) await take(siteId, { partySize: 1 + (n % 3) });
    const called: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const answers = await Promise.all(stations.map((stationId) => call(stationId, 5)));
      called.push(...answers.flatMap(labels));
    }
    expect(called).toHaveLength(new Set(called).size);
    let more = await call(stations[0]!, 10);
    for (; more.body.people > 0; more = await call(stations[0]!, 10)) called.push(...labels(more));
    expect(new Set(called).size).toBe(60);
    const { lanes, balanced } = await front.get(QueueBooks).of(siteId);
    expect(balanced).toBe(true);
    expect(lanes[0]).toMatchObject({ lane: 'general', issued: 60, called: 60, waiting: 0 });
  });

  it('leaves everybody in the queue when it is stopped half-way', async () => {
    const { siteId, stations } = await openSite(front);
    await take(siteId);
    const before = await front.get(BoardReader).read(siteId);
    const id = uuidv7();
    await front.database.query(
      `CREATE FUNCTION queue.lights_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'the lights went out'; END $$`,
    );
    await front.database.query(
      'CREATE TRIGGER lights_out BEFORE UPDATE ON queue.board_version FOR EACH ROW EXECUTE FUNCTION queue.lights_out()',
    );
    await expect(front.get(LaneCaller).call(stations[0]!, { id, count: 1 }, uuidv7())).rejects.toThrow('lights');
    await front.database.query('DROP TRIGGER lights_out ON queue.board_version');
    const after = await front.get(BoardReader).read(siteId);
    expect({ ...after, asOf: '' }).toEqual({ ...before, asOf: '' });
    expect(labels(await call(stations[0]!, 1, id))).toEqual(['A001']);
  });

  it('waits while the site is paused, and refuses more people than the site allows', async () => {
    const { siteId, stations } = await openSite(front);
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'paused', reason: '消毒' });
    expect((await call(stations[0]!, 1)).body.code).toBe('site-is-paused');
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'open' });
    expect((await call(stations[0]!, 21)).body.code).toBe('call-is-too-large');
    expect((await call(uuidv7(), 1)).body.code).toBe('station-not-found');
  });
});

describe('a ticket that was called', () => {
  it('can be missed, and returns three places behind the front', async () => {
    const { siteId, stations } = await openSite(front);
    const first = await take(siteId);
    for (let n = 0; n < 6; n += 1) await take(siteId);
    expect((await put(first.id, 'miss')).body.code).toBe('ticket-state-refused');
    await call(stations[0]!, 1);
    const missed = await Promise.all([1, 2, 3].map(() => put(first.id, 'miss')));
    expect(missed.map((answer) => `${answer.status} ${answer.body.state}`)).toEqual(Array(3).fill('200 missed'));
    expect((await front.get(BoardReader).read(siteId))?.missed).toEqual(['A001']);
    const returned = await Promise.all([1, 2, 3].map(() => put(first.id, 'return')));
    expect(returned.map((answer) => `${answer.status} ${answer.body.ahead}`)).toEqual(Array(3).fill('200 3'));
    expect(labels(await call(stations[0]!, 4))).toEqual(['A002', 'A003', 'A004', 'A001']);
    const rows = await front.database.query<{ topic: string }>(
      'SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at',
      [`ticket:${first.id}`],
    );
    expect(rows.map((row) => row.topic)).toEqual([
      'queue.ticket-issued',
      'queue.ticket-missed',
      'queue.ticket-returned',
    ]);
  });

  it('cannot return beside another ticket with which the same resident already waits', async () => {
    const { siteId, stations } = await openSite(front);
    const residentId = street.residents[0]!.id;
    const first = await take(siteId, { residentId });
    await call(stations[0]!, 1);
    await put(first.id, 'miss');
    await take(siteId, { residentId });
    const refused = await put(first.id, 'return');
    expect([refused.status, refused.body.code, refused.body.label]).toEqual([409, 'already-waiting', 'A002']);
  });

  it('can be called out again, served, or given up, once', async () => {
    const { siteId, stations } = await openSite(front);
    const [first, second] = [await take(siteId), await take(siteId)];
    expect((await put(first.id, 'recall')).body.code).toBe('ticket-state-refused');
    await call(stations[0]!, 1);
    await call(stations[0]!, 1);
    expect((await put(first.id, 'recall')).status).toBe(200);
    const board = await front.get(BoardReader).read(siteId);
    expect(board?.calls[0]).toMatchObject({ labels: [first.label], station: 1 });
    expect((await put(first.id, 'service')).body.state).toBe('served');
    expect((await put(first.id, 'service')).status).toBe(200);
    expect((await put(first.id, 'miss')).body.code).toBe('ticket-state-refused');
    expect((await put(second.id, 'departure')).body.state).toBe('left');
    expect((await put(second.id, 'departure')).status).toBe(200);
  });
});

describe('the end of the day', () => {
  it('lets whoever still waits leave, takes no more tickets, and balances its books', async () => {
    const { siteId, stations } = await openSite(front, 1, { settings: { returnBehind: 0 } });
    const tickets = [];
    for (let n = 0; n < 6; n += 1) tickets.push(await take(siteId));
    await call(stations[0]!, 3);
    await put(tickets[1]!.id, 'miss');
    const closed = await Promise.all(
      [1, 2, 3].map(() => front.send('marshal', 'PUT', `/sites/${siteId}/queue/closure`)),
    );
    expect(closed.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const { body: books } = await front.send('organiser', 'GET', `/sites/${siteId}/queue/books`);
    const general = (books.lanes as { lane: string }[]).find((lane) => lane.lane === 'general');
    expect(general).toMatchObject({ issued: 6, waiting: 0, called: 2, served: 0, missed: 1, left: 3 });
    expect(books.balanced).toBe(true);
    const noDay = await front.send('organiser', 'GET', `/sites/${siteId}/queue/books?day=0000-01-01`);
    expect([noDay.status, noDay.body.code]).toEqual([400, 'invalid-request']);
    const late = await front.send('marshal', 'POST', `/sites/${siteId}/tickets`, { partySize: 1, lane: 'general' });
    expect([late.status, late.body.code]).toEqual([409, 'queue-is-closed']);
    expect((await put(tickets[1]!.id, 'return')).body.code).toBe('queue-is-closed');
    expect((await front.send('organiser', 'PUT', `/sites/${siteId}/queue/opening`)).status).toBe(200);
    expect((await take(siteId)).label).toBe('A007');
  });

  it('loses nobody who takes a ticket at the moment the queue is closed', async () => {
    const { siteId } = await openSite(front);
    const body = { partySize: 1, lane: 'general' };
    await Promise.all([
      ...Array.from({ length: 15 }, () => front.send('marshal', 'POST', `/sites/${siteId}/tickets`, body)),
      front.send('marshal', 'PUT', `/sites/${siteId}/queue/closure`),
      ...Array.from({ length: 15 }, () => front.send('marshal', 'POST', `/sites/${siteId}/tickets`, body)),
    ]);
    const { lanes, balanced } = await front.get(QueueBooks).of(siteId);
    expect(balanced).toBe(true);
    expect(lanes.map((lane) => lane.waiting)).toEqual([0, 0, 0]);
  });

  it('is made up for when nobody closed the queue of an earlier day', async () => {
    const { siteId } = await openSite(front);
    await take(siteId);
    await front.database.query('UPDATE queue.counter SET business_day = business_day - 1 WHERE site_id = $1', [siteId]);
    await front.database.query('UPDATE queue.ticket SET business_day = business_day - 1 WHERE site_id = $1', [siteId]);
    await front.get(QueueDayEnd).run();
    const rows = await front.database.query('SELECT state FROM queue.ticket WHERE site_id = $1', [siteId]);
    expect(rows).toEqual([{ state: 'left' }]);
    expect(await front.get(QueueKeeper).closeDaysGoneBy()).toBe(0);
    expect((await take(siteId)).label).toBe('A001');
  });
});

describe('an announcement', () => {
  it('is on the board until it expires or is withdrawn', async () => {
    const { siteId } = await openSite(front);
    const path = `/sites/${siteId}/announcements`;
    const body = {
      id: uuidv7(),
      zh: '请戴好口罩',
      en: 'Wear a mask',
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('marshal', 'POST', path, body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    const shown = await front.get(BoardReader).read(siteId);
    expect(shown?.announcements).toMatchObject([{ zh: '请戴好口罩', en: 'Wear a mask' }]);
    expect(shown?.version).toBe(2);
    expect((await front.send('marshal', 'POST', path, { ...body, zh: '别的' })).body.code).toBe(
      'announcement-id-taken',
    );
    const late = { zh: 'x', expiresAt: '2020-01-01T00:00:00Z' };
    expect((await front.send('marshal', 'POST', path, late)).body.code).toBe('announcement-has-expired');
    const never = { zh: 'x', expiresAt: '9999-12-31T23:59:59-14:00' };
    expect((await front.send('marshal', 'POST', path, never)).body.code).toBe('invalid-request');
    expect((await front.send('marshal', 'PUT', `/announcements/${body.id}/withdrawal`)).status).toBe(200);
    expect((await front.get(BoardReader).read(siteId))?.announcements).toEqual([]);
  });
});

describe('the board', () => {
  it('shows neither the single lane nor anybody who stands in it', async () => {
    const { siteId } = await openSite(front);
    const stationId = uuidv7();
    await front.send('organiser', 'POST', `/sites/${siteId}/stations`, { id: stationId, number: 9, lane: 'single' });
    await take(siteId, { lane: 'single' });
    expect(labels(await call(stationId, 1))).toEqual(['Y001']);
    const board = await front.get(BoardReader).read(siteId);
    expect(JSON.stringify(board)).not.toMatch(/Y001|single/);
    expect(board?.lanes.map((lane) => lane.lane)).toEqual(['general', 'green']);
  });

  it('has a version that grows with every change and never goes back', async () => {
    const { siteId, stations } = await openSite(front);
    const versions: (number | undefined)[] = [];
    const look = async () => versions.push((await front.get(BoardReader).read(siteId))?.version);
    await look();
    await take(siteId);
    await look();
    await call(stations[0]!, 1);
    await look();
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'paused', reason: '消毒' });
    await look();
    expect(versions).toEqual([1, 2, 3, 4]);
    expect((await front.get(BoardReader).read(siteId))?.statusWord).toBe('休息');
  });
});
