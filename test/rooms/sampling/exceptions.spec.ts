import { uuidv7 } from 'uuidv7';
import { ExceptionDesk, type Raising } from '#journey/sampling';
import { Transactions } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let desk: ExceptionDesk;
let transactions: Transactions;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database);
  desk = front.get(ExceptionDesk);
  transactions = front.get(Transactions);
});
afterAll(() => front.close());

const eleventh = (given: Partial<Raising> = {}): Raising => ({
  kind: 'tube-over-capacity',
  siteId: street.siteId,
  roundId: street.roundId,
  actId: uuidv7(),
  subject: 'tube:T-1',
  details: { place: 11 },
  ...given,
});

const raise = (...raisings: Raising[]) => transactions.run((tx) => desk.raise(tx, raisings));

async function raiseOne(given: Partial<Raising> = {}): Promise<string> {
  const [id] = await raise(eleventh(given));
  return id!;
}

const entries = async (subject: string, topic: string) =>
  (await front.database.query('SELECT 1 FROM journal.entry WHERE subject = $1 AND topic = $2', [subject, topic]))
    .length;

describe('an exception', () => {
  it('has an owner and a deadline from the moment it is raised', async () => {
    const { body } = await front.send('organiser', 'GET', `/exceptions/${await raiseOne()}`);
    expect(body).toMatchObject({
      kind: 'tube-over-capacity',
      siteId: street.siteId,
      subject: 'tube:T-1',
      details: { place: 11 },
      ownerRole: 'sitelead',
      state: 'open',
      resolution: null,
    });
    const minutes = (Date.parse(body.deadline) - Date.parse(body.raisedAt)) / 60_000;
    expect(Math.round(minutes)).toBe(240);
  });

  it('follows the deadline that its site has set', async () => {
    await front.database.query(
      `UPDATE site.site SET settings = '{"resolveExceptionsWithinMinutes": 30}' WHERE id = $1`,
      [street.siteId],
    );
    const { deadline, raisedAt } = await desk.find(await raiseOne());
    await front.database.query(`UPDATE site.site SET settings = '{}' WHERE id = $1`, [street.siteId]);
    expect(Math.round((deadline.getTime() - raisedAt.getTime()) / 60_000)).toBe(30);
  });

  it('is raised once by an act, however often and however many at once send it', async () => {
    const one = eleventh();
    const added = await Promise.all(Array.from({ length: 6 }, () => raise({ ...one, id: uuidv7() })));
    expect(added.filter(({ size }) => size === 1)).toHaveLength(1);
    const rows = await front.database.query('SELECT id FROM sampling.exception WHERE act_id = $1', [one.actId]);
    expect(rows).toHaveLength(1);
    expect((await raise({ ...one, kind: 'clock-skew' })).size).toBe(1);
  });

  it('is raised once about a thing without an act, and again only after it was resolved', async () => {
    const hole = eleventh({ kind: 'sequence-hole', actId: null, subject: 'device:hole-1' });
    const [id] = await raise(hole);
    expect((await raise(hole)).size).toBe(0);
    await desk.resolve(id!, { resolution: 'unfounded', note: 'the missing ones arrived' }, street.scannerId);
    expect((await raise(hole)).size).toBe(1);
  });

  it('leaves nothing behind when what happened is not stored', async () => {
    const one = eleventh({ subject: 'tube:HALF' });
    const halfWay = transactions.run(async (tx) => {
      await desk.raise(tx, [one]);
      throw new Error('the power went out');
    });
    await expect(halfWay).rejects.toThrow('the power went out');
    const rows = await front.database.query('SELECT 1 FROM sampling.exception WHERE act_id = $1', [one.actId]);
    const told = await front.database.query(
      `SELECT 1 FROM journal.entry WHERE topic = 'sampling.exceptions-raised' AND payload::text LIKE '%tube:HALF%'`,
    );
    expect([rows.length, told.length]).toEqual([0, 0]);
  });

  it('keeps what was read at the table sealed: not in its row, not in the journal, not in an answer', async () => {
    const raw = '张三 001000199001010019';
    const id = await raiseOne({ kind: 'unknown-person', raw });
    const { body } = await front.send('organiser', 'GET', `/exceptions/${id}`);
    expect(body.hasRaw).toBe(true);
    const [row] = await front.database.query<{ text: string }>(
      `SELECT (SELECT e::text FROM sampling.exception e WHERE id = $1) ||
              (SELECT string_agg(j::text, '') FROM journal.entry j) AS text`,
      [id],
    );
    for (const place of [JSON.stringify(body), row!.text]) {
      expect(place).not.toContain('张三');
      expect(place).not.toContain('00100019900101');
    }
    expect(await transactions.run((tx) => desk.rawOf(tx, id))).toBe(raw);
  });
});

describe('resolving an exception', () => {
  const resolve = (id: string, body: object) => front.send('organiser', 'PUT', `/exceptions/${id}/resolution`, body);

  it('is once, said twice or six times at once, and is journalled once', async () => {
    const id = await raiseOne();
    const end = { resolution: 'accepted', note: '十一支都送检' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => resolve(id, end)));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]!.body).toMatchObject({ state: 'resolved', resolution: 'accepted', note: '十一支都送检' });
    expect(await entries(`exception:${id}`, 'sampling.exception-resolved')).toBe(1);
  });

  it('is not undone by saying otherwise afterwards', async () => {
    const id = await raiseOne();
    await resolve(id, { resolution: 'accepted', note: 'yes' });
    const other = await resolve(id, { resolution: 'withdrawn', note: 'no' });
    expect([other.status, other.body.code]).toEqual([409, 'exception-is-resolved']);
    const late = await front.send('organiser', 'PUT', `/exceptions/${id}/owner`, { role: 'organiser' });
    expect([late.status, late.body.code]).toEqual([409, 'exception-is-resolved']);
  });

  it('has one winner when two people resolve it differently at once', async () => {
    const id = await raiseOne();
    const answers = await Promise.all([
      resolve(id, { resolution: 'accepted', note: 'a' }),
      resolve(id, { resolution: 'withdrawn', note: 'b' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('of one that does not exist is not found', async () => {
    const answer = await resolve(uuidv7(), { resolution: 'accepted', note: 'a' });
    expect([answer.status, answer.body.code]).toEqual([404, 'exception-not-found']);
  });
});

describe('the owner of an exception', () => {
  it('may be one person, who must exist', async () => {
    const id = await raiseOne();
    const own = (accountId: string) =>
      front.send('organiser', 'PUT', `/exceptions/${id}/owner`, { role: 'sitelead', accountId });
    const first = await own(street.scannerId);
    expect([first.status, first.body.ownerId]).toEqual([200, street.scannerId]);
    expect((await own(street.scannerId)).body).toEqual(first.body);
    expect(await entries(`exception:${id}`, 'sampling.exception-owned')).toBe(1);
    expect((await own(uuidv7())).body.code).toBe('owner-unknown');
  });
});

describe('the list of exceptions', () => {
  it('is read page by page, the most urgent first, and counted by kind', async () => {
    const site = street.siteId;
    await raise(...Array.from({ length: 130 }, () => eleventh({ kind: 'other-household' })));
    const query = `/exceptions?siteId=${site}&state=open&kind=other-household`;
    const first = (await front.send('organiser', 'GET', query)).body;
    const second = (await front.send('organiser', 'GET', `${query}&cursor=${first.next}`)).body;
    expect([first.exceptions.length, second.exceptions.length, second.next]).toEqual([100, 30, null]);
    const all = [...first.exceptions, ...second.exceptions] as { id: string; deadline: string }[];
    expect(new Set(all.map(({ id }) => id)).size).toBe(130);
    expect(all.map(({ deadline }) => deadline)).toEqual(all.map(({ deadline }) => deadline).sort());
    const { body } = await front.send('organiser', 'GET', `/sites/${site}/exception-counts`);
    expect(body.kinds).toContainEqual({ kind: 'other-household', open: 130, overdue: 0, resolved: 0 });
    const bent = await front.send('organiser', 'GET', '/exceptions?cursor=abc');
    expect([bent.status, bent.body.code]).toEqual([400, 'cursor-refused']);
  });
});
