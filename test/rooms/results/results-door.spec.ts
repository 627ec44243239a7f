import { uuidv7 } from 'uuidv7';
import { ResultReconciler } from '#journey/results';
import { Sessions, type Role } from '#platform/access';
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
    expect(body.rounds[0].sealedAt === null).toBe(gate === 'not-sampled');
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
  type Given = { id?: string; status: string; reason?: string; version?: number; approvedBy?: string };
  const propose = (nth: number, given: Given, as: Role = 'organiser') =>
    front.send(as, 'POST', `/rounds/${roundId}/answers/${people[nth]}/amendments`, { reason: '复核更正', ...given });
  const decide = (id: string, what: string, as: Role = 'admin', body?: object) =>
    front.send(as, 'PUT', `/amendments/${id}/${what}`, body);
  const answerOf = async (nth: number) =>
    (await front.send('organiser', 'GET', `/residents/${people[nth]}/results`)).body.rounds[0];
  const journalled = async (nth: number) =>
    (
      await front.database.query<{ topic: string }>(
        'SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at, id',
        [`answer:${roundId}:${people[nth]}`],
      )
    ).map(({ topic }) => topic.replace('results.', ''));

  it('changes nothing until somebody else agrees, signed in as themselves', async () => {
    const proposed = await propose(5, { status: 'positive' });
    expect([proposed.status, proposed.body.state, proposed.body.version]).toEqual([201, 'proposed', 1]);
    expect(await answerOf(5)).toMatchObject({ gate: 'negative', answer: { version: 1 } });
    const { id } = proposed.body;
    expect((await decide(id, 'approval', 'organiser')).body.code).toBe('another-person-must-amend');
    expect((await decide(id, 'approval', 'collector')).status).toBe(403);
    expect(await answerOf(5)).toMatchObject({ gate: 'negative', answer: { version: 1 } });
    const agreed = await decide(id, 'approval');
    expect([agreed.status, agreed.body.state, agreed.body.madeVersion]).toEqual([200, 'applied', 2]);
    expect(agreed.body.approverId).not.toBe(agreed.body.authorId);
    expect(await answerOf(5)).toMatchObject({ gate: 'positive', answer: { version: 2, reason: '复核更正' } });
    expect(await journalled(5)).toEqual(['amendment-proposed', 'answer-amended']);
  });

  it('takes no name of a second person in the place of that person', async () => {
    const approvedBy = await account(front.database, 'admin');
    expect((await propose(6, { status: 'positive', approvedBy })).status).toBe(400);
    expect((await propose(6, { status: 'positive', reason: '' })).status).toBe(400);
    expect((await propose(6, { status: 'positive' }, 'admin')).status).toBe(403);
  });

  it('is one proposal and one new version, however often it is said, and nothing derives it away', async () => {
    const id = uuidv7();
    const given = { id, status: 'negative', reason: '本人未在该管采样，扫错人' };
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => propose(0, given)));
    expect(new Set(sent.map(({ status, body }) => `${status}${JSON.stringify(body)}`)).size).toBe(1);
    expect((await propose(0, { ...given, status: 'positive' })).body.code).toBe('amendment-id-taken');
    expect((await propose(0, { status: 'positive' })).body.code).toBe('amendment-is-open');
    const agreed = await Promise.all([1, 2, 3, 4, 5].map(() => decide(id, 'approval')));
    expect(new Set(agreed.map(({ status, body }) => `${status}${JSON.stringify(body)}`)).size).toBe(1);
    expect(agreed[0]!.body.madeVersion).toBe(2);
    expect(await journalled(0)).toEqual(['amendment-proposed', 'answer-amended']);
    expect((await propose(0, given)).body.state).toBe('applied');
    await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcile(tx, ['T1'], 'tube:T1'));
    expect(await answerOf(0)).toMatchObject({
      gate: 'negative',
      answer: { version: 2, reason: given.reason },
      recall: null,
    });
  });

  it('is one of two proposals made at once', async () => {
    const both = await Promise.all([propose(1, { status: 'negative' }), propose(1, { status: 'positive' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('opens the order that goes with it', async () => {
    const { body } = await propose(6, { status: 'under-review' });
    expect((await decide(body.id, 'approval')).status).toBe(200);
    expect(await answerOf(6)).toMatchObject({ gate: 'under-review', recall: { kind: 'retest' } });
  });

  it('is refused with a reason, or taken back by its author alone, and stays decided', async () => {
    const first = (await propose(2, { status: 'negative' })).body.id as string;
    expect((await decide(first, 'refusal', 'organiser', { reason: '证据不足' })).body.code).toBe(
      'another-person-must-amend',
    );
    for (let time = 0; time < 2; time += 1) {
      const refused = await decide(first, 'refusal', 'admin', { reason: '证据不足' });
      expect([refused.status, refused.body.state, refused.body.refusal]).toEqual([200, 'refused', '证据不足']);
    }
    expect((await decide(first, 'approval')).body.code).toBe('amendment-is-decided');
    const second = (await propose(2, { status: 'negative' })).body.id as string;
    expect((await decide(second, 'withdrawal', 'organiser')).body.state).toBe('withdrawn');
    expect((await decide(second, 'withdrawal', 'organiser')).body.state).toBe('withdrawn');
    expect(await journalled(2)).toEqual([
      ...['amendment-proposed', 'amendment-refused', 'amendment-proposed', 'amendment-withdrawn'],
    ]);
    expect(await answerOf(2)).toMatchObject({ gate: 'under-review', answer: { version: 1 } });
    const { body } = await front.send('admin', 'GET', `/amendments?roundId=${roundId}&limit=1`);
    expect(body.items).toMatchObject([{ id: second }]);
    const next = await front.send('admin', 'GET', `/amendments?limit=1&cursor=${body.next}`);
    expect(next.body.items).toMatchObject([{ id: first }]);
  });

  it('leaves everything as it was when it is stopped half-way', async () => {
    const { body } = await propose(3, { status: 'negative' });
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT full_disk CHECK (topic <> 'results.answer-amended') NOT VALID`,
    );
    try {
      expect((await decide(body.id, 'approval')).status).toBe(503);
    } finally {
      await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT full_disk');
    }
    expect(await answerOf(3)).toMatchObject({ gate: 'under-review', recall: { kind: 'retest' } });
    expect((await front.send('admin', 'GET', `/amendments/${body.id}`)).body.state).toBe('proposed');
    expect((await decide(body.id, 'approval')).body.state).toBe('applied');
  });

  it('is refused when the answer has moved on or there is none', async () => {
    expect((await propose(7, { status: 'positive', version: 7 })).body).toMatchObject({
      code: 'answer-has-moved-on',
      current: 1,
    });
    expect((await propose(20, { status: 'negative' })).body.code).toBe('answer-not-found');
    const { body } = await propose(4, { status: 'negative' });
    await outcomes.tube('T4', 'single', [people[4]!]);
    const report = await outcomes.report({ T4: 'positive' });
    await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, report));
    expect((await decide(body.id, 'approval')).body.code).toBe('answer-has-moved-on');
    const overtaken = await front.send('admin', 'GET', `/amendments/${body.id}`);
    expect(overtaken.body).toMatchObject({ state: 'refused', refusal: 'answer-has-moved-on' });
    expect(await answerOf(4)).toMatchObject({ gate: 'positive' });
  });
});
