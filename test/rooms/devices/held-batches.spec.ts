import { uuidv7 } from 'uuidv7';
import { DeviceActHandlers, HeldBatchDesk } from '#journey/sampling';
import { Acts } from '../../support/acts.js';
import { layDevice, type SignedBatch, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { account, layStreet, type Street } from '../../support/street.js';

let front: Front;
let street: Street;
let people: { madeBy: string; enrolledBy: string; approvedBy: string };
let persons = 0;
let tubes = 0;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 200);
  people = {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  };
});
afterAll(() => front.close());

const newTube = () => `HELD-${String((tubes += 1)).padStart(5, '0')}`;
const person = () => street.residents[(persons += 1)]!;
const send = (batch: SignedBatch) => front.send(undefined, 'POST', '/device-batches', batch);
const revoke = (device: TestDevice) =>
  front.send('sitelead', 'PUT', `/devices/${device.id}/revocation`, { reason: '丢失' });
const listed = async (device: TestDevice) =>
  (await front.send('sitelead', 'GET', `/devices/${device.id}/held-batches`)).body.batches as Record<string, any>[];
const decide = (id: string, body: object) => front.send('sitelead', 'PUT', `/held-batches/${id}/decision`, body);
const take = (id: string, more: object = {}) => decide(id, { decision: 'take', reason: '撤回前采的', ...more });
const swabsIn = async (tube: string) =>
  (await front.database.query('SELECT 1 FROM sampling.swab WHERE tube_barcode = $1', [tube])).length;
const casesOf = (device: TestDevice) =>
  front.database.query<Record<string, any>>(
    'SELECT id, kind, state, resolution, owner_role, deadline FROM sampling.exception WHERE device_id = $1 ORDER BY raised_at, id',
    [device.id],
  );
const journalled = async (device: TestDevice, topic: string) =>
  (
    await front.database.query('SELECT 1 FROM journal.entry WHERE subject = $1 AND topic = $2', [
      `device:${device.id}`,
      topic,
    ])
  ).length;
const outcomesOf = ({ body }: { body: { entries: { outcome: string }[] } }) =>
  body.entries.map(({ outcome }) => outcome);
const booksOf = async (device: TestDevice) => (await front.send('sitelead', 'GET', `/devices/${device.id}/books`)).body;

/** A stopped device whose open tube with three swabs arrives afterwards. */
async function stopped() {
  const device = await layDevice(front.database, street.siteId, people);
  const [acts, tube] = [new Acts(street), newTube()];
  const entries = [acts.open(tube), ...[1, 2, 3].map(() => acts.swab(tube, { id: person().id }))];
  const batch = await device.batch(entries);
  await revoke(device);
  return { device, acts, tube, entries, batch };
}

describe('what a stopped device brings', () => {
  it('is held whole, with an owner and a deadline, and says so to the device', async () => {
    const { device, tube, batch } = await stopped();
    const answer = await send(batch);
    expect(answer.status).toBe(200);
    expect(outcomesOf(answer)).toEqual(['held', 'held', 'held', 'held']);
    expect(await swabsIn(tube)).toBe(0);
    const [held, ...more] = await listed(device);
    expect(more).toEqual([]);
    expect(held).toMatchObject({
      ...{ state: 'held', why: 'revoked', acts: 4, counter: 1, firstSeq: 1, lastSeq: 4 },
      ...{ kinds: { 'open-tube': 1, swab: 3 }, tubes: [tube], actors: [street.scannerId] },
    });
    const cases = await casesOf(device);
    expect(cases).toMatchObject([{ kind: 'batch-held', state: 'open', owner_role: 'sitelead' }]);
    expect(cases[0]!.deadline).toBeInstanceOf(Date);
    expect(await journalled(device, 'sampling.batch-held')).toBe(1);
    expect(await booksOf(device)).toMatchObject({ counter: 1, arrived: 0, received: 0, balances: true });
  });

  it('is held once, however often it is sent, five times at once as well', async () => {
    const { device, batch } = await stopped();
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(batch)));
    expect(new Set(answers.map(({ status, body }) => `${status}${JSON.stringify(body.entries)}`)).size).toBe(1);
    expect(await listed(device)).toHaveLength(1);
    expect(await casesOf(device)).toHaveLength(1);
    expect(await journalled(device, 'sampling.batch-held')).toBe(1);
  });

  it('is taken over by a person, and the device then hears what became of each act', async () => {
    const { device, tube, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    const answer = await take(held!.id);
    expect([answer.status, answer.body.state]).toEqual([200, 'taken']);
    expect(await swabsIn(tube)).toBe(3);
    expect(outcomesOf(await send(batch))).toEqual(Array(4).fill('accepted'));
    expect(await booksOf(device)).toMatchObject({ received: 4, accepted: 4, balances: true, openExceptions: 0 });
    expect(await casesOf(device)).toMatchObject([{ kind: 'batch-held', state: 'resolved', resolution: 'accepted' }]);
    expect(await journalled(device, 'sampling.held-batch-decided')).toBe(1);
    expect(await listed(device)).toHaveLength(1);
  });

  it('is taken over once when it is decided twice or by five at once, and never taken back', async () => {
    const { device, tube, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    const answers = await Promise.all(Array.from({ length: 5 }, () => take(held!.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(await swabsIn(tube)).toBe(3);
    expect(await journalled(device, 'sampling.held-batch-decided')).toBe(1);
    const back = await decide(held!.id, { decision: 'set-aside', reason: '不要了' });
    expect([back.status, back.body.code]).toEqual([409, 'held-batch-is-decided']);
    const narrower = await take(held!.id, { throughSeq: 2 });
    expect([narrower.status, narrower.body.code]).toEqual([409, 'held-batch-is-decided']);
  });

  it('is taken up to a number of its own sequence, and later more of it', async () => {
    const { device, tube, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    expect((await take(held!.id, { throughSeq: 2 })).body).toMatchObject({ state: 'taken', takenThrough: 2 });
    expect(await swabsIn(tube)).toBe(1);
    expect(outcomesOf(await send(batch))).toEqual(['accepted', 'accepted', 'held', 'held']);
    expect((await take(held!.id, { throughSeq: 3 })).status).toBe(200);
    expect((await take(held!.id, { throughSeq: 1 })).status).toBe(409);
    expect((await take(held!.id)).body).toMatchObject({ state: 'taken', takenThrough: null });
    expect(await swabsIn(tube)).toBe(3);
    expect(await booksOf(device)).toMatchObject({ received: 4, accepted: 4, balances: true });
  });

  it('is set aside where somebody doubts it, stays sealed, and can be taken over after all', async () => {
    const { device, tube, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    expect((await decide(held!.id, { decision: 'set-aside', reason: '被盗' })).body.state).toBe('set-aside');
    expect(await casesOf(device)).toMatchObject([{ state: 'resolved', resolution: 'withdrawn' }]);
    expect(await swabsIn(tube)).toBe(0);
    expect(outcomesOf(await send(batch))).toEqual(Array(4).fill('held'));
    expect(await listed(device)).toHaveLength(1);
    expect((await take(held!.id)).status).toBe(200);
    expect(await swabsIn(tube)).toBe(3);
  });

  it('leaves nothing half done when taking over fails on the way', async () => {
    const { device, tube, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    const handlers = front.get(DeviceActHandlers);
    const broken = new DeviceActHandlers(
      [...handlers.byKind.values()].map((handler) =>
        handler.kind === 'swab'
          ? new Proxy(handler, {
              get: (target, key) =>
                key === 'handle' ? () => Promise.reject(new Error('cut')) : Reflect.get(target, key, target),
            })
          : handler,
      ),
    );
    const desk = front.get(HeldBatchDesk);
    const decision = { state: 'taken', takenThrough: null, reason: '收录' } as const;
    await expect(desk.decide(held!.id, decision, broken, people.madeBy)).rejects.toThrow('cut');
    expect((await listed(device))[0]).toMatchObject({ state: 'held', decidedBy: null });
    expect(await swabsIn(tube)).toBe(0);
    expect(await journalled(device, 'sampling.held-batch-decided')).toBe(0);
    expect((await take(held!.id)).status).toBe(200);
    expect(await swabsIn(tube)).toBe(3);
  });

  it('ends its exception only with the last decision, and by no mere word', async () => {
    const { device, acts, tube, batch } = await stopped();
    await send(batch);
    await send(await device.batch([acts.swab(tube, { id: person().id })]));
    const [first, second] = await listed(device);
    const [open] = await casesOf(device);
    const word = await front.send('sitelead', 'PUT', `/exceptions/${open!.id}/resolution`, {
      ...{ resolution: 'accepted', note: '算了' },
    });
    expect([word.status, word.body.code]).toEqual([409, 'exception-needs-decision']);
    await take(second!.id);
    expect((await casesOf(device)).map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['batch-held', 'open'],
        ['sequence-hole', 'open'],
      ]),
    );
    await take(first!.id);
    expect((await casesOf(device)).filter(({ state }) => state === 'open')).toEqual([]);
    expect(await swabsIn(tube)).toBe(4);
  });

  it('takes over the others when one act among them cannot be stored', async () => {
    const device = await layDevice(front.database, street.siteId, people);
    const [acts, tube] = [new Acts(street), newTube()];
    const poison = acts.entry('note', { text: 'x' });
    const batch = await device.batch([
      acts.open(tube),
      { ...poison, actorId: 'nobody' },
      acts.swab(tube, { id: person().id }),
    ]);
    await revoke(device);
    await send(batch);
    const [held] = await listed(device);
    await take(held!.id);
    expect(await booksOf(device)).toMatchObject({ received: 3, balances: true, refused: 1 });
  });

  it('names nobody where it lies: not in the list, the journal or the exception', async () => {
    const device = await layDevice(front.database, street.siteId, people);
    const acts = new Acts(street);
    const batch = await device.batch([acts.entry('note', { text: '张三的母亲来问' })]);
    await revoke(device);
    await send(batch);
    const [{ text }] = (await front.database.query<{ text: string }>(
      `SELECT (SELECT string_agg(h::text, '') FROM sampling.held_batch h WHERE device_id = $1)
           || (SELECT string_agg(j::text, '') FROM journal.entry j WHERE subject = 'device:' || $1)
           || (SELECT string_agg(e::text, '') FROM sampling.exception e WHERE device_id = $1) AS text`,
      [device.id],
    )) as [{ text: string }];
    expect(text).not.toContain('张三');
    expect(text).not.toContain(Buffer.from('张三').toString('hex'));
  });

  it('stops a copy that floods, with what was held before still there', async () => {
    const { device, acts, batch } = await stopped();
    await send(batch);
    await front.database.query(`UPDATE site.site SET settings = '{"heldBatchesAtMost": 1}' WHERE id = $1`, [
      street.siteId,
    ]);
    const more = await send(await device.batch([acts.entry('note', { text: '下雨' })]));
    const again = await send(batch);
    await front.database.query(`UPDATE site.site SET settings = '{}' WHERE id = $1`, [street.siteId]);
    expect([more.status, more.body.code]).toEqual([429, 'too-much-is-held']);
    expect(again.status).toBe(200);
    expect(await listed(device)).toHaveLength(1);
  });
});

describe('a device whose certificate ran out, or that nobody has let in', () => {
  it('has its batches held too, and goes on in its chain once it was renewed', async () => {
    const device = await layDevice(front.database, street.siteId, people);
    const [acts, tube] = [new Acts(street), newTube()];
    await front.database.query(
      `UPDATE site.device SET not_before = now() - interval '15 days', not_after = now() - interval '1 day' WHERE id = $1`,
      [device.id],
    );
    expect(outcomesOf(await send(await device.batch([acts.open(tube), acts.swab(tube, { id: person().id })])))).toEqual(
      ['held', 'held'],
    );
    await front.send('sitelead', 'PUT', `/devices/${device.id}/renewal`);
    const next = await send(await device.batch([acts.swab(tube, { id: person().id })]));
    expect([next.body.fault, outcomesOf(next)]).toEqual([null, [expect.stringMatching(/accepted|exception/)]]);
    const [held] = await listed(device);
    expect(held).toMatchObject({ why: 'expired', state: 'held' });
    expect((await take(held!.id)).status).toBe(200);
    expect((await casesOf(device)).filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('is held while it waits for its second person', async () => {
    const device = await layDevice(front.database, street.siteId, people);
    await front.database.query(
      'UPDATE site.device SET approved_by = NULL, approved_at = NULL, not_before = NULL, not_after = NULL WHERE id = $1',
      [device.id],
    );
    const acts = new Acts(street);
    expect(outcomesOf(await send(await device.batch([acts.entry('note', { text: '早' })])))).toEqual(['held']);
    expect((await listed(device))[0]).toMatchObject({ why: 'waiting' });
  });

  it('shows a copy of a stopped device, although nothing is taken over', async () => {
    const { device, acts, batch } = await stopped();
    await send(batch);
    const branch = await device.batch([acts.entry('note', { text: '另一台' })], { counter: 1 });
    expect((await send(branch)).body.fault).toBe('counter-taken');
    expect((await casesOf(device)).map(({ kind, owner_role }) => [kind, owner_role])).toEqual(
      expect.arrayContaining([['device-cloned', 'security']]),
    );
  });
});

describe('who decides', () => {
  it('is somebody of that site: for others there is nothing to decide', async () => {
    const { device, batch } = await stopped();
    await send(batch);
    const [held] = await listed(device);
    expect((await front.send('scanner', 'PUT', `/held-batches/${held!.id}/decision`, {})).status).toBe(403);
    const missing = await take(uuidv7());
    expect([missing.status, missing.body.code]).toEqual([404, 'held-batch-not-found']);
  });
});
