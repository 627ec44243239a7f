import { uuidv7 } from 'uuidv7';
import { BoardReader, TicketDesk } from '#journey/queue';
import { Sessions } from '#platform/access';
import { isUnavailable } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';
import { layPace, openSite } from '../../support/queue.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
beforeAll(async () => {
  // The public list is read anew each time, so that a test sees what it has just done.
  front = await openFront({ SHIHE_SITE_LIST_SECONDS: '0' });
  street = await layStreet(front.database, 30);
});
afterAll(() => front.close());

const marshal = { kind: 'staff', id: uuidv7(), username: 'm', role: 'marshal', displayName: 'm' } as const;

function take(siteId: string, extra: object = {}) {
  return front.send('marshal', 'POST', `/sites/${siteId}/tickets`, { partySize: 1, lane: 'general', ...extra });
}

async function numbers(siteId: string, lane: string): Promise<number[]> {
  const rows = await front.database.query<{ number: number }>(
    'SELECT number FROM queue.ticket WHERE site_id = $1 AND lane = $2 ORDER BY number',
    [siteId, lane],
  );
  return rows.map((row) => row.number);
}

/** What a client does when it is told that the service is busy: it sends the same act again. */
async function untilNotBusy(act: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await act();
      return;
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
  }
}

describe('taking a ticket', () => {
  it('gives numbers by lane and tells how many people are ahead', async () => {
    const { siteId } = await openSite(front);
    const first = await take(siteId, { partySize: 4 });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ label: 'A001', number: 1, ahead: 0, wait: null, state: 'waiting' });
    expect((await take(siteId)).body).toMatchObject({ label: 'A002', ahead: 4 });
    expect((await take(siteId, { lane: 'green' })).body).toMatchObject({ label: 'G001', ahead: 0 });
    expect((await take(siteId)).body).toMatchObject({ label: 'A003', ahead: 5 });
    const shown = await front.send(undefined, 'GET', `/tickets/${first.body.id}`);
    expect(shown.body).toEqual(first.body);
  });

  it('gives 200 people who come at once the numbers 1 to 200, none missing and none twice', async () => {
    const { siteId } = await openSite(front);
    const desk = front.get(TicketDesk);
    await Promise.all(
      Array.from({ length: 200 }, async (_, n) => {
        const request = { id: uuidv7(), partySize: 1, lane: n % 10 === 0 ? 'green' : 'general' } as const;
        await untilNotBusy(() => desk.take(siteId, request, marshal));
      }),
    );
    const [general, green] = [await numbers(siteId, 'general'), await numbers(siteId, 'green')];
    expect(general).toEqual(Array.from({ length: 180 }, (_, n) => n + 1));
    expect(green).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it('is one ticket when the same request is sent five times at once, and a conflict with another body', async () => {
    const { siteId } = await openSite(front);
    const body = { id: uuidv7(), partySize: 2 };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => take(siteId, body)));
    expect(answers.map((answer) => `${answer.status} ${answer.body.label}`)).toEqual(Array(5).fill('201 A001'));
    expect((await take(siteId)).body.number).toBe(2);
    const other = await take(siteId, { ...body, partySize: 3 });
    expect([other.status, other.body.code]).toEqual([409, 'ticket-id-taken']);
  });

  it('lets a resident wait once a day at a site, and a refusal leaves no hole in the numbers', async () => {
    const { siteId } = await openSite(front);
    const residentId = street.residents[0]!.id;
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => take(siteId, { residentId })));
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409]);
    const refused = answers.find((answer) => answer.status === 409);
    expect(refused?.body).toMatchObject({ code: 'already-waiting', label: 'A001' });
    expect((await take(siteId)).body.number).toBe(2);
    const rows = await front.database.query(`SELECT 1 FROM journal.entry WHERE site_id = $1 AND topic = 'queue.ticket-issued'`, [siteId]); // prettier-ignore
    expect(rows).toHaveLength(2);
  });

  it('leads somebody who must be sampled singly to the single lane', async () => {
    const { siteId } = await openSite(front);
    const residentId = street.residents[1]!.id;
    await front.database.query('UPDATE community.resident SET single_only = true WHERE id = $1', [residentId]);
    expect((await take(siteId, { residentId })).body.code).toBe('single-lane-only');
    expect((await take(siteId, { residentId, lane: 'single' })).body.label).toBe('Y001');
  });

  it('is for the resident alone when a resident takes it', async () => {
    const { siteId } = await openSite(front);
    const [mine, other] = [street.residents[2]!.id, street.residents[3]!.id];
    const { token } = await front.get(Sessions).openForResident(mine);
    const headers = { authorization: `Bearer ${token}` };
    const path = `/sites/${siteId}/tickets`;
    const body = { partySize: 1, lane: 'general' };
    const wrong = await front.send(undefined, 'POST', path, { ...body, residentId: other }, headers);
    expect([wrong.status, wrong.body.code]).toEqual([403, 'ticket-is-not-yours']);
    const taken = await front.send(undefined, 'POST', path, body, headers);
    expect(taken.status).toBe(201);
    expect(JSON.stringify(taken.body)).not.toContain(mine);
    const theirs = await take(siteId, { residentId: other });
    const stolen = await front.send(undefined, 'PUT', `/tickets/${theirs.body.id}/departure`, undefined, headers);
    expect(stolen.status).toBe(404);
    const left = await front.send(undefined, 'PUT', `/tickets/${taken.body.id}/departure`, undefined, headers);
    expect(left.body.state).toBe('left');
    expect((await front.send('scanner', 'POST', path, body)).status).toBe(403);
  });

  it('is refused with the reason while the site is paused or closed', async () => {
    const { siteId } = await openSite(front);
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'paused', reason: '暴雨' });
    const paused = await take(siteId);
    expect([paused.status, paused.body.code]).toEqual([409, 'site-is-paused']);
    expect(paused.body.detail).toContain('暴雨');
    await front.send('marshal', 'PUT', `/sites/${siteId}/state`, { state: 'closed' });
    expect((await take(siteId)).body.code).toBe('site-is-closed');
  });

  it('is refused after the last entry, with the time and what to do', async () => {
    const { siteId } = await openSite(front, 1, { dayStarts: '00:00', timeZone: 'UTC' });
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    const today = new Date().toISOString().slice(0, 10);
    const session = { kind: 'day', opensAt: `${today}T00:00:00Z`, closesAt: at(300), lastEntryAt: at(-1) };
    expect((await front.send('organiser', 'POST', `/sites/${siteId}/sessions`, session)).status).toBe(201);
    const late = await take(siteId);
    expect([late.status, late.body.code]).toEqual([409, 'last-entry-passed']);
    expect(late.body.detail).toMatch(/\d\d:\d\d 已停止取号，请/);
  });

  it.each<[string, object, number, string]>([
    ['a party of nobody', { partySize: 0 }, 400, 'invalid-request'],
    ['a party that is too large for the site', { partySize: 11 }, 400, 'party-is-too-large'],
    ['a lane that does not exist', { lane: 'yellow' }, 400, 'invalid-request'],
    ['somebody the ledger does not know', { residentId: uuidv7() }, 404, 'resident-not-found'],
    ['an unknown field', { vip: true }, 400, 'invalid-request'],
  ])('is refused in words for %s', async (_, extra, status, code) => {
    const { siteId } = await openSite(front);
    const answer = await take(siteId, extra);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await numbers(siteId, 'general')).toEqual([]);
  });

  it('is refused at a site or for a ticket that does not exist', async () => {
    expect((await take(uuidv7())).body.code).toBe('site-not-found');
    expect((await front.send(undefined, 'GET', `/tickets/${uuidv7()}`)).body.code).toBe('ticket-not-found');
    expect((await front.send(undefined, 'GET', '/tickets/A001')).status).toBe(400);
  });
});

describe('the waiting time', () => {
  it('is not guessed before the pace of the lane was measured', async () => {
    const { siteId } = await openSite(front);
    await layPace(front.database, siteId, [2, 2]);
    await take(siteId);
    expect((await take(siteId)).body.wait).toBeNull();
  });

  it('follows the measured pace, with a range that grows with its unsteadiness', async () => {
    const [steady, unsteady] = [await openSite(front), await openSite(front)];
    await layPace(front.database, steady.siteId, [2, 2, 2, 2], 10);
    await layPace(front.database, unsteady.siteId, [1, 3, 1, 3], 10);
    for (const { siteId } of [steady, unsteady]) for (let n = 0; n < 10; n += 1) await take(siteId, { partySize: 10 });
    const calm = await take(steady.siteId);
    expect(calm.body.ahead).toBe(100);
    expect(calm.body.wait.fromMinutes).toBeGreaterThanOrEqual(19);
    expect(calm.body.wait.toMinutes).toBeLessThanOrEqual(21);
    const rough = await take(unsteady.siteId);
    const [calmWait, roughWait] = [calm.body.wait, rough.body.wait] as { fromMinutes: number; toMinutes: number }[];
    expect(roughWait!.fromMinutes).toBeLessThan(calmWait!.fromMinutes);
    expect(roughWait!.toMinutes).toBeGreaterThan(calmWait!.toMinutes);
  });

  it('is the same on the board as at the ticket desk', async () => {
    const { siteId } = await openSite(front);
    await layPace(front.database, siteId, [1, 3, 2, 4, 1]);
    for (let n = 0; n < 12; n += 1) await take(siteId);
    const board = await front.get(BoardReader).read(siteId);
    const ticket = await take(siteId);
    expect(board?.lanes.find((lane) => lane.lane === 'general')?.wait).toEqual(ticket.body.wait);
    expect(board?.status).toBe(ticket.body.wait.toMinutes > 25 ? 'busy' : 'clear');
  });

  it('is told for every site in the public list', async () => {
    const { siteId } = await openSite(front);
    await take(siteId);
    const { body } = await front.send(undefined, 'GET', '/sites');
    const listed = (body.items as { id: string }[]).find((site) => site.id === siteId);
    expect(listed).toMatchObject({ state: 'open', waitingPeople: 1, waitingTickets: 1, wait: null, status: null });
  });

  it('is the same in the public list as on the board and the ticket', async () => {
    const { siteId } = await openSite(front);
    await layPace(front.database, siteId, [1, 3, 2, 4, 1]);
    for (let n = 0; n < 12; n += 1) await take(siteId);
    const board = await front.get(BoardReader).read(siteId);
    const { body } = await front.send(undefined, 'GET', '/sites');
    const listed = (body.items as { id: string; wait: unknown; statusWord: unknown }[]).find(({ id }) => id === siteId);
    expect(listed?.wait).toEqual(board?.lanes.find((lane) => lane.lane === 'general')?.wait);
    expect(listed?.wait).not.toBeNull();
    expect(listed?.statusWord).toBe(board?.statusWord);
    const closed = await front.send('organiser', 'PUT', `/sites/${siteId}/state`, { state: 'closed' });
    expect(closed.status).toBe(200);
    const after = await front.send(undefined, 'GET', '/sites');
    expect((after.body.items as { id: string }[]).find(({ id }) => id === siteId)).toMatchObject({
      state: 'closed',
      statusWord: '休息',
      waitingPeople: 12,
    });
  });
});
