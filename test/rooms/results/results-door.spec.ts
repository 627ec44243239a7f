import { uuidv7 } from 'uuidv7';
import { ResultReconciler } from '#journey/results';
import { Sessions } from '#platform/access';
import { Transactions } from '#platform/database';
import { openFront, type Front } from '../../support/house.js';
import { Outcomes } from '../../support/outcomes.js';
import { account } from '../../support/street.js';

let front: Front;
let outcomes: Outcomes;
let people: string[];
let roundId: string;

beforeAll(async () => {
  front = await openFront();
  outcomes = await Outcomes.lay(front.database);
  people = outcomes.street.residents.map(({ id }) => id);
  roundId = outcomes.street.roundId;
  await outcomes.tube('T1', '10', people.slice(0, 5));
  await outcomes.tube('T2', '10', people.slice(5, 8));
  await outcomes.tube('T3', '10', people.slice(8, 9));
  await outcomes.receive(['T3']);
  const report = await outcomes.report({ T1: 'positive', T2: 'negative' });
  await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, report));
});
afterAll(() => front.close());

describe('what a resident is told', () => {
  it.each([
    [0, 'under-review', '复核中'],
    [5, 'negative', '阴性'],
    [8, 'testing', '检测中'],
    [9, 'not-sampled', '未采'],
  ])('person %i sees the gate %s', async (nth, gate, words) => {
    const { status, body } = await front.send('gridworker', 'GET', `/residents/${people[nth]}/results`);
    expect(status).toBe(200);
    expect(body.rounds).toHaveLength(1);
    expect(body.rounds[0]).toMatchObject({ roundId, gate, words: { 'zh-CN': words } });
    if (gate === 'negative') expect(body.rounds[0].answer.sampledAt).toBe(outcomes.sampledAt.toISOString());
    if (gate === 'under-review') expect(body.rounds[0].recall.kind).toBe('retest');
  });

  it('is theirs alone', async () => {
    const { token } = await front.get(Sessions).openForResident(people[0]!);
    const headers = { authorization: `Bearer ${token}` };
    const own = await front.send(undefined, 'GET', `/residents/${people[0]}/results`, undefined, headers);
    expect(own.status).toBe(200);
    const other = await front.send(undefined, 'GET', `/residents/${people[1]}/results`, undefined, headers);
    const nobody = await front.send(undefined, 'GET', `/residents/${uuidv7()}/results`, undefined, headers);
    expect(other.status).toBe(404);
    expect(nobody.body).toEqual(other.body);
  });

  it('is refused in words for unknown people, wrong ids and other roles', async () => {
    expect((await front.send('admin', 'GET', `/residents/${uuidv7()}/results`)).body.code).toBe('resident-not-found');
    expect((await front.send('admin', 'GET', '/residents/__proto__/results')).status).toBe(400);
    expect((await front.send('scanner', 'GET', `/residents/${people[0]}/results`)).status).toBe(403);
    expect((await front.send(undefined, 'GET', `/residents/${people[0]}/results`)).status).toBe(401);
  });
});

describe('who must come back', () => {
  it('is listed page by page, masked, the most urgent first', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { status, body } = await front.send(
        'gridworker',
        'GET',
        `/rounds/${roundId}/recalls?state=open&limit=2${query}`,
      );
      expect(status).toBe(200);
      for (const item of body.items as { residentId: string; masked: string; kind: string }[]) {
        expect(item).toMatchObject({ masked: '王*', kind: 'retest' });
        seen.push(item.residentId);
      }
      cursor = body.next as string | null;
    }
    expect(seen.sort()).toEqual(people.slice(0, 5).sort());
  });

  it('is refused in words for a round that is not there, a state that is not one and a cursor of one’s own making', async () => {
    expect((await front.send('admin', 'GET', `/rounds/${uuidv7()}/recalls`)).body.code).toBe('round-not-found');
    expect((await front.send('admin', 'GET', `/rounds/${roundId}/recalls?state=lost`)).status).toBe(400);
    const forged = Buffer.from(JSON.stringify(['2022-99-99T00:00:00.000Z', 'x'])).toString('base64url');
    expect((await front.send('admin', 'GET', `/rounds/${roundId}/recalls?cursor=${forged}`)).body.code).toBe(
      'cursor-refused',
    );
  });

  it('is given to somebody, twice the same, and not when it is closed', async () => {
    const { body } = await front.send('organiser', 'GET', `/rounds/${roundId}/recalls?limit=1`);
    const order = body.items[0].id as string;
    const assigneeId = await account(front.database, 'gridworker');
    const path = `/rounds/${roundId}/recalls/${order}/assignment`;
    const first = await front.send('organiser', 'PUT', path, { assigneeId });
    const again = await front.send('organiser', 'PUT', path, { assigneeId });
    expect(first.status).toBe(200);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect((await front.send('organiser', 'PUT', path, { assigneeId: uuidv7() })).body.code).toBe('assignee-unknown');
    const unknown = `/rounds/${roundId}/recalls/${uuidv7()}/assignment`;
    expect((await front.send('organiser', 'PUT', unknown, { assigneeId })).body.code).toBe('recall-not-found');
  });
});

describe('putting an answer right by hand', () => {
  const path = (nth: number): string => `/rounds/${roundId}/answers/${people[nth]}/versions`;

  it('needs a reason and a second person', async () => {
    const own = await account(front.database, 'organiser');
    const collector = await account(front.database, 'collector');
    for (const approvedBy of [own, collector, uuidv7()]) {
      const refused = await front.send('organiser', 'POST', path(5), {
        status: 'negative',
        reason: '复核更正',
        approvedBy,
      });
      expect(refused).toMatchObject({ status: 400, body: { code: 'second-person-needed' } });
    }
    const approvedBy = await account(front.database, 'admin');
    expect((await front.send('organiser', 'POST', path(5), { status: 'negative', approvedBy })).status).toBe(400);
    expect(
      (await front.send('admin', 'POST', path(5), { status: 'negative', reason: '更正', approvedBy })).status,
    ).toBe(403);
  });

  it('makes one new version, however often it is sent, and nothing derives it away', async () => {
    const approvedBy = await account(front.database, 'admin');
    const body = { status: 'negative', reason: '本人未在该管采样，扫错人', approvedBy };
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('organiser', 'POST', path(0), body)));
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(sent.map(({ body: answer }) => JSON.stringify(answer))).size).toBe(1);
    expect(sent[0]!.body.version).toBe(2);
    await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcile(tx, ['T1'], 'tube:T1'));
    const { body: results } = await front.send('organiser', 'GET', `/residents/${people[0]}/results`);
    expect(results.rounds[0]).toMatchObject({
      gate: 'negative',
      answer: { version: 2, reason: body.reason },
      recall: null,
    });
  });

  it('opens the order that goes with it', async () => {
    const approvedBy = await account(front.database, 'admin');
    const body = { status: 'under-review', reason: '现场复核', approvedBy };
    expect((await front.send('organiser', 'POST', path(6), body)).status).toBe(201);
    const { body: results } = await front.send('organiser', 'GET', `/residents/${people[6]}/results`);
    expect(results.rounds[0]).toMatchObject({ gate: 'under-review', recall: { kind: 'retest' } });
  });

  it('is refused when the answer has moved on or there is none', async () => {
    const approvedBy = await account(front.database, 'admin');
    const body = { status: 'negative', reason: '更正', approvedBy, version: 7 };
    expect((await front.send('organiser', 'POST', path(7), body)).body).toMatchObject({
      code: 'answer-has-moved-on',
      current: 1,
    });
    expect((await front.send('organiser', 'POST', path(20), body)).body.code).toBe('answer-not-found');
  });
});
