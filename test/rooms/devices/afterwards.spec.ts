import { uuidv7 } from 'uuidv7';
import { CoverageLedger } from '#journey/coverage';
import { ReconcileTubes, ResultReconciler } from '#journey/results';
import { Transactions } from '#platform/database';
import { Acts } from '../../support/acts.js';
import { layDevice, type TestDevice } from '../../support/device.js';
import { openFront, type Front } from '../../support/house.js';
import { Outcomes } from '../../support/outcomes.js';
import { account } from '../../support/street.js';

let front: Front;
let outcomes: Outcomes;
let device: TestDevice;
let people: string[];

beforeEach(async () => {
  front = await openFront();
  outcomes = await Outcomes.lay(front.database, 60);
  people = outcomes.street.residents.map(({ id }) => id);
  device = await layDevice(front.database, outcomes.street.siteId, {
    madeBy: await account(front.database, 'sitelead'),
    enrolledBy: outcomes.street.scannerId,
    approvedBy: await account(front.database, 'organiser'),
  });
});
afterEach(() => front.close());

async function sent(entries: object[]) {
  const { status, body } = await front.send(undefined, 'POST', '/device-batches', await device.batch(entries));
  expect(status).toBe(200);
  return (body.entries as { rules: string[] }[]).map(({ rules }) => rules.join());
}

const report = async (given: Parameters<Outcomes['report']>[0]) => {
  const id = await outcomes.report(given);
  await front.get(Transactions).run((tx) => front.get(ResultReconciler).reconcileReport(tx, id));
};

/** Does the errands that swabs which came late have asked for, as the job-runner does. */
async function runErrands() {
  const rows = await front.database.query<{ payload: { deviceId: string; barcodes: string[] } }>(
    `SELECT payload FROM jobs.errand WHERE job = 'results.reconcile-tubes' ORDER BY recorded_at`,
  );
  for (const { payload } of rows) {
    await front.get(Transactions).run((tx) => front.get(ReconcileTubes).handle(tx, payload));
  }
  return rows.length;
}

const answerOf = async (resident: string) => {
  const [row] = await front.database.query<{ status: string }>(
    'SELECT status FROM results.answer WHERE resident_id = $1 AND current',
    [resident],
  );
  return row?.status;
};

const openOrders = async () =>
  (await front.database.query(`SELECT resident_id FROM results.recall_order WHERE state = 'open'`)).map(
    ({ resident_id }) => resident_id,
  );

describe('what becomes of a tube that a device reported', () => {
  it('an over-full pool that is positive puts all eleven under review, and the one whom nobody knows waits for a name', async () => {
    const acts = new Acts(outcomes.street);
    const members = people.slice(0, 10);
    const rules = await sent([
      acts.open('P1'),
      ...members.map((id) => acts.swab('P1', { id })),
      acts.swab('P1', { id: uuidv7() }),
      acts.seal('P1', 11),
    ]);
    expect(rules[11]!.split(',').sort()).toEqual(['tube-over-capacity', 'unknown-person']);
    await report({ P1: 'positive' });
    for (const id of members) expect(await answerOf(id)).toBe('under-review');
    expect((await openOrders()).sort()).toEqual([...members].sort());
    const { body } = await front.send('organiser', 'GET', '/tubes/P1');
    expect(body.members).toHaveLength(11);
  });

  it('whoever turns out later to be in a tube that was judged gets its answer too', async () => {
    const acts = new Acts(outcomes.street);
    const [opening, first, second] = [
      acts.open('L1'),
      acts.swab('L1', { id: people[0]! }),
      acts.swab('L1', { id: people[1]! }),
    ];
    await sent([opening, first, acts.seal('L1', 2, { reason: 'deadline' })]);
    await report({ L1: 'negative' });
    expect([await answerOf(people[0]!), await answerOf(people[1]!)]).toEqual(['negative', undefined]);
    expect(await sent([second])).toEqual(['']);
    expect(await runErrands()).toBeGreaterThan(0);
    expect([await answerOf(people[0]!), await answerOf(people[1]!)]).toEqual(['negative', 'negative']);
  });

  it('late swabs of many tubes ask for one thing to be done, and everybody gets their answer', async () => {
    const acts = new Acts(outcomes.street);
    const tubes = ['M1', 'M2', 'M3'];
    const late = tubes.map((tube, n) => acts.swab(tube, { id: people[n]! }));
    await sent(tubes.flatMap((tube) => [acts.open(tube), acts.seal(tube, 1, { reason: 'deadline' })]));
    await report({ M1: 'negative', M2: 'negative', M3: 'negative' });
    expect(await sent(late)).toEqual(['', '', '']);
    expect(await runErrands()).toBe(1);
    expect(await Promise.all(tubes.map((_, n) => answerOf(people[n]!)))).toEqual(['negative', 'negative', 'negative']);
  });

  it('a person in two tubes is told by both: one positive pool keeps them under review', async () => {
    const acts = new Acts(outcomes.street);
    const [twice] = people;
    await sent([
      acts.open('D1'),
      acts.swab('D1', { id: twice! }),
      acts.seal('D1', 1, { reason: 'deadline' }),
      acts.open('D2'),
      acts.swab('D2', { id: twice! }),
      acts.seal('D2', 1, { reason: 'deadline' }),
    ]);
    await report({ D1: 'positive', D2: 'negative' });
    expect(await answerOf(twice!)).toBe('under-review');
    expect(await openOrders()).toEqual([twice]);
  });

  it('counts everybody once where they live, whatever was reported twice or of nobody', async () => {
    const acts = new Acts(outcomes.street);
    await sent([
      acts.open('C1'),
      ...people.slice(0, 5).map((id) => acts.swab('C1', { id })),
      acts.swab('C1', { id: people[0]! }),
      acts.swab('C1', { unreadable: '看不清' }),
      acts.seal('C1', 7, { reason: 'deadline' }),
    ]);
    const { body } = await front.send(
      'organiser',
      'GET',
      `/rounds/${outcomes.street.roundId}/coverage?area=370811013&level=community`,
    );
    expect(JSON.stringify(body)).toContain('"sampled":5');
    expect(front.get(CoverageLedger)).toBeDefined();
  });

  it('is packed by a device too: what can be in the box is in it, what cannot is looked into', async () => {
    const acts = new Acts(outcomes.street);
    const rules = await sent([
      acts.open('K1'),
      acts.swab('K1', { id: people[0]! }),
      acts.seal('K1', 1, { reason: 'deadline' }),
      acts.open('K2'),
      acts.entry('pack', { box: 'BOX-9', tubes: ['K1', 'K2', 'K3'] }),
      acts.entry('pack', { box: 'BOX-9', tubes: ['K1'] }),
    ]);
    expect(rules.slice(4)).toEqual(['act-against-rules', '']);
    const packed = await front.database.query(`SELECT barcode FROM transport.box_tube WHERE box_code = 'BOX-9'`);
    expect(packed).toEqual([{ barcode: 'K1' }]);
  });

  it('tickets that a device called are called, once', async () => {
    const acts = new Acts(outcomes.street);
    const { siteId, stationId } = outcomes.street;
    const opening = { opensAt: new Date(Date.now() - 3_600_000), closesAt: new Date(Date.now() + 6 * 3_600_000) };
    await front.send('organiser', 'POST', `/sites/${siteId}/sessions`, { kind: 'day', ...opening });
    const tickets = await Promise.all(
      [1, 2].map(() => front.send('marshal', 'POST', `/sites/${siteId}/tickets`, { lane: 'general', partySize: 2 })),
    );
    const ticketIds = tickets.map(({ body }) => body.id as string);
    const rules = await sent([
      acts.entry('ticket-call', { stationId, ticketIds: [ticketIds[0]] }),
      acts.entry('ticket-call', { stationId, ticketIds }),
      acts.entry('ticket-call', { stationId: uuidv7(), ticketIds }),
    ]);
    expect(rules).toEqual(['', 'act-against-rules', 'act-against-rules']);
    const states = await front.database.query('SELECT state, station_id FROM queue.ticket ORDER BY number');
    expect(states).toEqual(Array(2).fill({ state: 'called', station_id: stationId }));
  });
});
