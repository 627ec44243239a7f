import { uuidv7 } from 'uuidv7';
import { RoundDesk } from '#journey/campaign';
import { openFront, type Front } from '../../support/house.js';
import { layStreet, streetCode, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 6);
});
afterAll(() => front.close());

function plan(extra: object = {}): Record<string, unknown> {
  return {
    id: uuidv7(),
    name: '第二轮',
    areas: [streetCode],
    startsAt: '2026-03-01T08:00:00+08:00',
    deadline: '2026-03-01T20:00:00+08:00',
    ...extra,
  };
}

async function journalled(subject: string): Promise<string[]> {
  const rows = await front.database.query<{ topic: string }>(
    'SELECT topic FROM journal.entry WHERE subject = $1 ORDER BY recorded_at',
    [subject],
  );
  return rows.map((row) => row.topic);
}

describe('planning a round', () => {
  it('makes a draft with the usual pool classes and settings', async () => {
    const made = await front.send('organiser', 'POST', '/rounds', plan());
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ state: 'draft', defaultPoolClass: '10', areas: [streetCode] });
    expect(made.body.poolClasses).toHaveLength(5);
    expect(made.body.settings.unreceivedAlarmMinutes).toBe(240);
    const found = await front.send('scanner', 'GET', `/rounds/${made.body.id}`);
    expect(found.body).toEqual(made.body);
    const list = await front.send('scanner', 'GET', '/rounds?limit=1');
    expect(list.body.items).toHaveLength(1);
    const rest = await front.send('scanner', 'GET', `/rounds?cursor=${list.body.next}`);
    expect(JSON.stringify(rest.body)).not.toContain(list.body.items[0].id);
  });

  it('keeps one round when the same plan is sent five times at once', async () => {
    const body = plan();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => front.send('organiser', 'POST', '/rounds', body)),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(await journalled(`round:${String(body.id)}`)).toEqual(['campaign.round-drafted']);
    const other = await front.send('organiser', 'POST', '/rounds', { ...body, name: '别的' });
    expect([other.status, other.body.code]).toEqual([409, 'round-id-taken']);
  });

  it('leaves nothing behind when the policy of the round cannot be kept', async () => {
    const unknownArea = plan({ areas: [streetCode, '999999'] });
    const answer = await front.send('organiser', 'POST', '/rounds', unknownArea);
    expect([answer.status, answer.body.code]).toEqual([400, 'round-areas-unknown']);
    expect((await front.send('organiser', 'GET', `/rounds/${String(unknownArea.id)}`)).status).toBe(404);
  });

  it.each<[string, object, string]>([
    ['ends before it begins', { deadline: '2026-03-01T07:00:00+08:00' }, 'round-window-refused'],
    ['has a default class it does not hold', { poolClasses: [{ class: '5', capacity: 5 }] }, 'pool-policy-incomplete'],
    ['has a single tube for two', { poolClasses: [{ class: 'single', capacity: 2 }] }, 'invalid-request'],
    ['has an unknown field', { colour: 'red' }, 'invalid-request'],
    ['has a time without a zone', { startsAt: '2026-03-01T08:00:00' }, 'invalid-request'],
    ['has a pattern that could be slow', { settings: { barcodePattern: '^(a+)+$' } }, 'invalid-request'],
    ['has a name with a NUL', { name: 'a\u0000' }, 'invalid-request'],
    ['has no areas', { areas: [] }, 'invalid-request'],
  ])('is refused in words when the plan %s', async (_, extra, code) => {
    const answer = await front.send('organiser', 'POST', '/rounds', plan(extra));
    expect([answer.status, answer.body.code]).toEqual([400, code]);
  });

  it('is the organiser’s work', async () => {
    expect((await front.send('scanner', 'POST', '/rounds', plan())).status).toBe(403);
    expect((await front.send(undefined, 'GET', '/rounds')).status).toBe(401);
  });

  it('refuses a page cursor that was made up', async () => {
    const answer = await front.send('organiser', 'GET', `/rounds?cursor=${Buffer.from('["x"]').toString('base64url')}`);
    expect([answer.status, answer.body.code]).toEqual([400, 'cursor-refused']);
  });
});

describe('a round', () => {
  it('opens, closes and ends once each, however often and by however many it is asked', async () => {
    const { body: made } = await front.send('organiser', 'POST', '/rounds', plan());
    const path = `/rounds/${made.id}`;
    expect((await front.send('organiser', 'PUT', `${path}/closure`)).body.code).toBe('round-transition-refused');
    const opened = await Promise.all([1, 2, 3, 4].map(() => front.send('organiser', 'PUT', `${path}/opening`)));
    expect(new Set(opened.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(opened[0]?.body.state).toBe('open');
    const open = await front.get(RoundDesk).open();
    expect(open.map((round) => round.id)).toContain(made.id);
    expect((await front.send('organiser', 'PUT', `${path}/closing`)).body.state).toBe('closing');
    expect((await front.send('organiser', 'PUT', `${path}/opening`)).status).toBe(409);
    expect((await front.send('organiser', 'PUT', `${path}/closure`)).body.state).toBe('closed');
    expect((await front.send('organiser', 'PUT', `${path}/closure`)).status).toBe(200);
    expect(await journalled(`round:${made.id}`)).toEqual([
      'campaign.round-drafted',
      'campaign.round-opened',
      'campaign.round-closing',
      'campaign.round-closed',
    ]);
  });
});

describe('a change of a round', () => {
  const made = async () => (await front.send('organiser', 'POST', '/rounds', plan())).body;

  it('is journalled once, however often it is sent, and leaves alone what it does not name', async () => {
    const { id, settings } = await made();
    const change = { deadline: '2026-03-01T23:00:00+08:00', settings: { positivesNeedSecondPerson: false } };
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => front.send('organiser', 'PATCH', `/rounds/${id}`, change)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { body } = await front.send('organiser', 'GET', `/rounds/${id}`);
    expect(new Set([...answers, { body }].map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(body).toMatchObject({ name: '第二轮', deadline: '2026-03-01T15:00:00.000Z' });
    expect(body.settings).toEqual({ ...settings, positivesNeedSecondPerson: false });
    expect(await journalled(`round:${id}`)).toEqual(['campaign.round-drafted', 'campaign.round-changed']);
    const [entry] = await front.database.query<{ payload: { changed: object[] } }>(
      `SELECT payload FROM journal.entry WHERE topic = 'campaign.round-changed' AND subject = $1`,
      [`round:${id}`],
    );
    expect(entry?.payload.changed).toEqual([
      { field: 'deadline', from: '2026-03-01T12:00:00.000Z', to: '2026-03-01T15:00:00.000Z' },
      { field: 'positivesNeedSecondPerson', from: true, to: false },
    ]);
  });

  it('does not undo what a colleague changed at the same moment', async () => {
    const { id } = await made();
    const changes = [{ retestDeadlineHours: 8 }, { coverageTargetPercent: 90 }, { openTubeAlarmMinutes: 45 }];
    await Promise.all(changes.map((settings) => front.send('organiser', 'PATCH', `/rounds/${id}`, { settings })));
    const { body } = await front.send('organiser', 'GET', `/rounds/${id}`);
    expect(body.settings).toMatchObject(Object.assign({}, ...changes));
  });

  it.each<[string, object, string]>([
    ['names nothing', {}, 'invalid-request'],
    ['is beyond the limits', { settings: { retestDeadlineHours: 0 } }, 'invalid-request'],
    ['names a setting that there is not', { settings: { colour: 1 } }, 'invalid-request'],
    ['has a pattern that could be slow', { settings: { boxPattern: '^(a+)+$' } }, 'invalid-request'],
    ['puts the end before the beginning', { deadline: '2026-02-28T08:00:00+08:00' }, 'round-window-refused'],
  ])('is refused when it %s, and nothing changed', async (_, change, code) => {
    const before = await made();
    const answer = await front.send('organiser', 'PATCH', `/rounds/${before.id}`, change);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect((await front.send('organiser', 'GET', `/rounds/${before.id}`)).body).toEqual(before);
  });

  it('is the organiser’s, and too late when the round has ended', async () => {
    const { id } = await made();
    const change = { name: '第二轮（延长）' };
    expect((await front.send('scanner', 'PATCH', `/rounds/${id}`, change)).status).toBe(403);
    for (const step of ['opening', 'closing', 'closure']) await front.send('organiser', 'PUT', `/rounds/${id}/${step}`);
    const late = await front.send('organiser', 'PATCH', `/rounds/${id}`, change);
    expect([late.status, late.body.code]).toEqual([409, 'round-is-over']);
    expect((await front.send('organiser', 'PATCH', `/rounds/${uuidv7()}`, change)).body.code).toBe('round-not-found');
  });
});

describe('an exemption', () => {
  it('is granted once, taken back, and can be granted again', async () => {
    const residentId = street.residents[0]!.id;
    const path = `/rounds/${street.roundId}/exemptions`;
    const body = { id: uuidv7(), residentId, reason: 'medical', note: '术后' };
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => front.send('organiser', 'POST', path, body)));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201]);
    expect(await journalled(`exemption:${body.id}`)).toEqual(['campaign.exemption-granted']);
    const again = await front.send('organiser', 'POST', path, { residentId, reason: 'other' });
    expect([again.status, again.body.code, again.body.exemptionId]).toEqual([409, 'already-exempt', body.id]);
    const other = await front.send('organiser', 'POST', path, { ...body, reason: 'other' });
    expect([other.status, other.body.code]).toEqual([409, 'exemption-id-taken']);
    const revoked = await front.send('organiser', 'PUT', `${path}/${body.id}/revocation`);
    expect(typeof revoked.body.revokedAt).toBe('string');
    expect((await front.send('organiser', 'PUT', `${path}/${body.id}/revocation`)).body).toEqual(revoked.body);
    expect((await front.send('organiser', 'POST', path, { residentId, reason: 'other' })).status).toBe(201);
    expect((await front.send('marshal', 'GET', path)).body.items).toHaveLength(2);
  });

  it('needs a round and a resident that exist', async () => {
    const body = { residentId: uuidv7(), reason: 'medical' };
    const nobody = await front.send('organiser', 'POST', `/rounds/${street.roundId}/exemptions`, body);
    expect([nobody.status, nobody.body.code]).toEqual([404, 'resident-not-found']);
    const nowhere = await front.send('organiser', 'POST', `/rounds/${uuidv7()}/exemptions`, body);
    expect([nowhere.status, nowhere.body.code]).toEqual([404, 'round-not-found']);
  });
});
