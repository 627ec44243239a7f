import { uuidv7 } from 'uuidv7';
import { AmendmentDesk, ReconcileCorrection, ResultReconciler, ResultsModule, ResultWindow } from '#journey/results';
import { Transactions } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { Outcomes, type Outcome } from '../../support/outcomes.js';
import { codeOf, Stage, type Act } from './stage.js';

let house: House;
let outcomes: Outcomes;
let stage: Stage;

beforeEach(async () => {
  house = await openHouse([ResultsModule]);
  outcomes = await Outcomes.lay(house.database);
  stage = await Stage.on(house, outcomes.street);
});
afterEach(() => house.close());

async function report(said: Record<string, Outcome>): Promise<void> {
  const id = await outcomes.report(said);
  await house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReport(tx, id));
}

const carryOut = (correctionId: string): Promise<void> =>
  house.get(Transactions).run((tx) => house.get(ReconcileCorrection).handle(tx, { correctionId }));

/** Two people correct it, and the errand that follows is done. */
async function correct(act: Act): Promise<string> {
  const { id, state } = await stage.correct(act);
  expect(state).toBe('applied');
  await carryOut(id);
  return id;
}

const tube = (barcode: string, poolClass: string, ...people: number[]): Promise<void> =>
  outcomes.tube(
    barcode,
    poolClass,
    people.map((n) => stage.person(n)),
  );

async function swabOf(barcode: string, place: number): Promise<string> {
  const [row] = await house.database.query<{ id: string }>(
    'SELECT id FROM sampling.swab WHERE tube_barcode = $1 AND place = $2',
    [barcode, place],
  );
  return row!.id;
}

/** `status version tube` of what is published to a person, with the orders that are open. */
async function told(n: number): Promise<string> {
  const [answer] = await house.database.query<{ told: string }>(
    `SELECT concat_ws(' ', status, version, tube_barcode) AS told FROM results.answer WHERE resident_id = $1 AND current`,
    [stage.person(n)],
  );
  const orders = await house.database.query<{ said: string }>(
    `SELECT kind || ' ' || cause_barcode AS said FROM results.recall WHERE resident_id = $1 AND state = 'open'`,
    [stage.person(n)],
  );
  return [answer?.told ?? 'nothing', ...orders.map(({ said }) => said)].join(', ');
}

const ledSingly = async (): Promise<string[]> =>
  (
    await house.database.query<{ id: string }>(
      'SELECT resident_id AS id FROM queue.led_singly WHERE released_at IS NULL',
    )
  ).map(({ id }) => id);

describe('an answer that was published to the wrong person', () => {
  it('is withdrawn by a new version with the reason, and goes to the right one', async () => {
    await tube('T1', '10', 0, 1);
    await report({ T1: 'negative' });
    const id = await correct({ kind: 'bind', tube: 'T1', swabId: await swabOf('T1', 1), residentId: stage.person(2) });
    expect([await told(0), await told(1), await told(2)]).toEqual(['withdrawn 2', 'negative 1 T1', 'negative 1 T1']);
    const versions = await house.database.query(
      `SELECT version, status, correction_id, reason, current FROM results.answer WHERE resident_id = $1 ORDER BY version`,
      [stage.person(0)],
    );
    expect(versions).toEqual([
      { version: 1, status: 'negative', correction_id: null, reason: null, current: false },
      { version: 2, status: 'withdrawn', correction_id: id, reason: expect.stringContaining('更正'), current: true },
    ]);
    const notices = await house.database.query(
      'SELECT resident_id, version FROM results.notice WHERE resident_id = ANY ($1) ORDER BY version',
      [[stage.person(0), stage.person(2)]],
    );
    expect(notices).toHaveLength(3);
    const [round] = await house.get(ResultWindow).of(stage.person(0), { kind: 'resident', id: stage.person(0) });
    expect(round).toMatchObject({ gate: 'not-sampled', answer: { status: 'withdrawn', version: 2 } });
  });

  it('brings the recall of whoever was not in the positive pool to an end, and their way to any lane again', async () => {
    await tube('T1', '10', 0, 1);
    await report({ T1: 'positive' });
    expect(await told(0)).toBe('under-review 1 T1, retest T1');
    await correct({ kind: 'unbind', tube: 'T1', swabId: await swabOf('T1', 1) });
    expect([await told(0), await told(1)]).toEqual(['withdrawn 2', 'under-review 1 T1, retest T1']);
    expect(await ledSingly()).toEqual([stage.person(1)]);
    const [{ state }] = (await house.database.query(
      'SELECT state FROM results.recall_order WHERE resident_id = $1',
      [stage.person(0)],
    )) as [{ state: string }]; // prettier-ignore
    expect(state).toBe('cancelled');
    await house.database.query(
      'INSERT INTO sampling.tube SELECT (jsonb_populate_record(t, $1)).* FROM sampling.tube t',
      [{ barcode: 'T-0002', state: 'open', filled: 0, sealed_at: null, sealed_by: null }],
    );
    await stage.swab('T-0002', 0);
    expect(await stage.attending(0)).toEqual(['T-0002']);
  });

  it('is never left behind when both had something to do with each other: two people exchange two swabs', async () => {
    await tube('T1', '10', 0);
    await tube('T2', '10', 1);
    await report({ T1: 'negative', T2: 'positive' });
    const [one, two] = [await swabOf('T1', 1), await swabOf('T2', 1)];
    await correct({ kind: 'unbind', tube: 'T1', swabId: one });
    await correct({ kind: 'bind', tube: 'T2', swabId: two, residentId: stage.person(0) });
    await correct({ kind: 'bind', tube: 'T1', swabId: one, residentId: stage.person(1) });
    expect([await told(0), await told(1)]).toEqual(['under-review 3 T2, retest T2', 'negative 3 T1']);
    expect(await ledSingly()).toEqual([stage.person(0)]);
  });
});

describe('the stickers of two tubes were mixed up', () => {
  it('exchanges the codes in one act: everybody gets the outcome of the tube that they were in', async () => {
    await tube('T5', '10', 0, 1, 2);
    await tube('T6', '5', 3, 4);
    await report({ T5: 'positive', T6: 'negative' });
    await correct({ kind: 'swap-tubes', tube: 'T5', withTube: 'T6' });
    expect([await stage.places('T5'), await stage.places('T6')]).toEqual([
      { 1: 3, 2: 4 },
      { 1: 0, 2: 1, 3: 2 },
    ]);
    for (const n of [0, 1, 2]) expect(await told(n)).toBe('negative 2 T6');
    for (const n of [3, 4]) expect(await told(n)).toBe('under-review 2 T5, retest T5');
    expect((await ledSingly()).sort()).toEqual([stage.person(3), stage.person(4)].sort());
    const held = await house.database.query(
      'SELECT barcode, pool_class, capacity, filled, state FROM sampling.tube ORDER BY 1',
    );
    expect(held).toEqual([
      { barcode: 'T5', pool_class: '5', capacity: 5, filled: 2, state: 'sealed' },
      { barcode: 'T6', pool_class: '10', capacity: 10, filled: 3, state: 'sealed' },
    ]);
    const leave = await house.database.query(
      'SELECT 1 FROM sampling.admission WHERE resident_id = ANY ($1) AND occasion > 0',
      [[0, 1, 2].map((n) => stage.person(n))],
    );
    expect(leave).toEqual([]);
  });

  it('is told anew to people whose outcome is the same, because it was another tube', async () => {
    await tube('T5', '10', 0);
    await tube('T6', '10', 1);
    await report({ T5: 'negative', T6: 'negative' });
    await correct({ kind: 'swap-tubes', tube: 'T5', withTube: 'T6' });
    expect([await told(0), await told(1)]).toEqual(['negative 2 T6', 'negative 2 T5']);
  });

  it('does not exchange an open tube with a sealed one, nor tubes of different sites', async () => {
    await tube('T5', '10', 0);
    await tube('T6', '10', 1);
    await house.database.query(`UPDATE sampling.tube SET state = 'open', sealed_at = NULL WHERE barcode = 'T6'`);
    const swap = { kind: 'swap-tubes', tube: 'T5', withTube: 'T6' } as const;
    expect(await codeOf(stage.correct(swap))).toBe('tubes-are-not-alike');
    expect(await codeOf(stage.correct({ ...swap, withTube: 'T5' }))).toBe('nothing-to-correct');
    expect(await stage.attending(0, 1)).toEqual(['T5', 'T6']);
  });
});

describe('what follows from a correction', () => {
  it('is the same however often and in whatever order its errand and a report are done', async () => {
    await tube('T5', '10', 0, 1);
    await tube('T6', '10', 2);
    const { id } = await stage.correct({ kind: 'swap-tubes', tube: 'T5', withTube: 'T6' });
    const reportId = await outcomes.report({ T5: 'inconclusive', T6: 'negative' });
    const reconcileReport = () =>
      house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReport(tx, reportId));
    await Promise.all([carryOut(id), reconcileReport(), carryOut(id), reconcileReport()].map((work) => codeOf(work)));
    await carryOut(id);
    await reconcileReport();
    expect([await told(0), await told(1), await told(2)]).toEqual([
      'negative 1 T6',
      'negative 1 T6',
      'under-review 1 T5, retest T5',
    ]);
  });

  it('agrees with the lab in the end when a report arrives while its tube is being exchanged', async () => {
    for (let game = 0; game < 4; game += 1) {
      const [one, two] = [`A${game}`, `B${game}`];
      await tube(one, '10', game * 2);
      await tube(two, '10', game * 2 + 1);
      const proposed = await stage.propose({ kind: 'swap-tubes', tube: one, withTube: two });
      await Promise.all([
        stage.desk.approve(proposed.id, stage.lead),
        report({ [one]: 'negative', [two]: 'positive' }),
      ]);
      await carryOut(proposed.id);
      expect([await told(game * 2), await told(game * 2 + 1)].map((said) => said.replace(/ \d /, ' '))).toEqual([
        `under-review ${two}, retest ${two}`,
        `negative ${one}`,
      ]);
    }
  });

  it('leaves an answer alone that two people have written by hand, as long as its facts stay', async () => {
    await tube('T1', '10', 0, 1);
    await report({ T1: 'positive' });
    const [by, second] = [stage.organiser, await stage.another('organiser')];
    const desk = house.get(AmendmentDesk);
    const given = { id: uuidv7(), roundId: stage.street.roundId, residentId: stage.person(0), status: 'negative', reason: '核对' } as const; // prettier-ignore
    await desk.approve((await desk.propose(given, by)).id, second);
    await correct({ kind: 'void', tube: 'T1', swabId: await swabOf('T1', 2) });
    expect([await told(0), await told(1)]).toEqual(['negative 2 T1', 'withdrawn 2']);
    const other = { ...given, id: uuidv7(), residentId: stage.person(1) };
    expect(await codeOf(desk.propose(other, by))).toBe('answer-not-found');
  });
});
