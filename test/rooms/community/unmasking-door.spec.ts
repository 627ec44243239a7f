import { uuidv7 } from 'uuidv7';
import { AccountRegister, ScopeRegister } from '#platform/access';
import { openFront, type Front } from '../../support/house.js';
import { layStreet } from '../../support/street.js';
import { idOf } from './people.js';

let front: Front;
let residents: string[];

beforeEach(async () => {
  front = await openFront({ SHIHE_UNMASK_RATION: '5', SHIHE_UNMASK_ALARM: '3' });
  await layStreet(front.database, 0);
  residents = [];
  for (let n = 0; n < 12; n += 1) {
    const person = {
      id: uuidv7(),
      name: '欧阳小明',
      document: { kind: 'resident-id', number: idOf(n, '008100') },
      phone: '15499998888',
      areaCode: n < 10 ? '370811013001-01-01' : '370811013001-02',
      household: `${n}`,
    };
    await front.database.query(
      `INSERT INTO community.area (code, parent_code, level, name, lineage) VALUES ('370811013001-02', '370811013001', 'grid', '二',
       ARRAY['3708', '370811', '370811013', '370811013001', '370811013001-02']) ON CONFLICT DO NOTHING`,
    );
    expect((await front.send('organiser', 'POST', '/residents', person)).status).toBe(201);
    residents.push(person.id);
  }
});
afterEach(() => front.close());

const request = (extra: object = {}) => ({
  id: uuidv7(),
  reason: 'contact-resident',
  text: '复检通知，电话联系',
  fields: ['name', 'document', 'phone'],
  ...extra,
});
type Asker = Parameters<Front['send']>[0];
const unmask = (who: Asker, n: number, body: unknown = request()) =>
  front.send(who, 'POST', `/residents/${residents[n]}/unmasking`, body);
const journalled = (topic: string) =>
  front.database.query<{ payload: Record<string, unknown>; subject: string; actor_id: string }>(
    'SELECT payload, subject, actor_id FROM journal.entry WHERE topic = $1 ORDER BY recorded_at',
    [topic],
  );
const accountOf = async (username: string) =>
  (await front.get(AccountRegister).idsByUsername([username])).get(username)!;

describe('somebody in clear', () => {
  it('is shown to whoever says what for, and that is written down without the values', async () => {
    const body = request({ fields: ['name', 'document'] });
    const { status, body: clear } = await unmask('organiser', 0, body);
    expect(status).toBe(200);
    expect(clear).toEqual({
      requestId: body.id,
      name: '欧阳小明',
      documentNumber: idOf(0, '008100'),
      nationality: null,
      phone: null,
    });
    const [entry, ...more] = await journalled('community.resident-unmasked');
    expect(more).toEqual([]);
    expect(entry).toEqual({
      actor_id: await accountOf('organiser'),
      subject: `resident:${residents[0]}`,
      payload: { residentId: residents[0], requestId: body.id, reason: body.reason, fields: ['name', 'document'] },
    });
    const masked = JSON.stringify((await front.send('organiser', 'GET', `/residents/${residents[0]}`)).body);
    for (const value of ['欧阳小明', idOf(0, '008100'), '15499998888']) expect(masked).not.toContain(value);
  });

  it('is shown to nobody without a reason, and to no other part', async () => {
    const wrong = [
      request({ reason: 'curious' }),
      request({ text: ' ' }),
      request({ fields: [] }),
      request({ fields: ['password'] }),
      {},
    ];
    for (const body of wrong) expect((await unmask('organiser', 0, body)).status).toBe(400);
    for (const role of ['scanner', 'collector', 'marshal', 'lab', 'courier', 'admin', 'security', 'auditor'] as const) {
      expect((await unmask(role, 0)).status).toBe(403);
    }
    expect(await journalled('community.resident-unmasked')).toEqual([]);
  });

  it('does not exist for whoever answers for another grid', async () => {
    const id = await accountOf('gridworker');
    await front.get(ScopeRegister).put(id, [{ kind: 'area', key: '370811013001-02' }], null);
    expect((await unmask('gridworker', 10)).status).toBe(200);
    const foreign = await unmask('gridworker', 0);
    const missing = await front.send('gridworker', 'POST', `/residents/${uuidv7()}/unmasking`, request());
    expect([foreign.status, foreign.body]).toEqual([404, missing.body]);
    expect(await journalled('community.resident-unmasked')).toHaveLength(1);
  });

  it('counts once however often the same request is sent, and its id serves nothing else', async () => {
    const body = request();
    const answers = await Promise.all([1, 2, 3, 4].map(() => unmask('organiser', 0, body)));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    expect(answers[0]!.status).toBe(200);
    expect(await journalled('community.resident-unmasked')).toHaveLength(1);
    expect((await unmask('organiser', 0, { ...body, text: '另有用途' })).status).toBe(409);
    expect((await unmask('organiser', 1, body)).status).toBe(409);
    expect((await unmask('gridworker', 0, body)).body.code).toBe('unmasking-id-is-taken');
  });

  it('is rationed by the hour for each account, however many ask at once', async () => {
    const answers = await Promise.all(residents.map((_, n) => unmask('organiser', n)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(7);
    const [{ body, headers }] = refused as [(typeof refused)[0]];
    expect(body.code).toBe('unmasking-ration-is-used-up');
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThanOrEqual(3_600);
    expect(body.retryAfterSeconds).toBe(Number(headers.get('retry-after')));
    expect(await journalled('community.resident-unmasked')).toHaveLength(5);
    expect((await unmask('gridworker', 0)).status).toBe(200);
    // An hour later.
    await front.database.query(`UPDATE community.unmasking SET at = at - interval '1 hour'`);
    expect((await unmask('organiser', 0)).status).toBe(200);
  });

  it('seen conspicuously often is told once, and being refused too', async () => {
    for (let n = 0; n < 7; n += 1) await unmask('organiser', n);
    const alarms = await journalled('community.unmasking-conspicuous');
    expect(alarms.map(({ payload }) => payload)).toEqual([
      { accountId: await accountOf('organiser'), withinAnHour: 3, refused: false },
    ]);
  });

  it('is not shown when it cannot be written down', async () => {
    await front.database.query(
      `ALTER TABLE journal.entry ADD CONSTRAINT no_ink CHECK (topic <> 'community.resident-unmasked') NOT VALID`,
    );
    const { status, body } = await unmask('organiser', 0);
    expect(status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(body)).not.toContain('欧阳');
    expect(await front.database.query('SELECT 1 FROM community.unmasking')).toEqual([]);
    await front.database.query('ALTER TABLE journal.entry DROP CONSTRAINT no_ink');
    expect((await unmask('organiser', 0)).status).toBe(200);
  });
});
