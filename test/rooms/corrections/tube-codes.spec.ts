import { uuidv7 } from 'uuidv7';
import { LabCounter, LabModule } from '#journey/lab';
import { SamplingModule, SamplingStation, TubeInspection } from '#journey/sampling';
import { HandoverDesk, PackingBench, TransportModule, TubeLossDesk } from '#journey/transport';
import { Journal } from '#platform/journal';
import { openHouse, type House } from '../../support/house.js';
import { layWay, type Way } from '../../support/lab.js';
import { codeOf, Stage } from './stage.js';

let house: House;
let stage: Stage;
let way: Way;

beforeEach(async () => {
  house = await openHouse([SamplingModule, TransportModule, LabModule]);
  stage = await Stage.lay(house);
  way = await layWay(house);
});
afterEach(() => house.close());

async function sealed(barcode: string, ...people: number[]): Promise<string> {
  await stage.open(barcode);
  await stage.swab(barcode, ...people);
  await stage.seal(barcode);
  return barcode;
}

const state = async (barcode: string): Promise<string> => (await house.get(TubeInspection).show(barcode)).state;

async function box(code: string): Promise<PackingBench> {
  const bench = house.get(PackingBench);
  await bench.open({ code, siteId: stage.street.siteId }, way.packer);
  return bench;
}

const rows = async (sql: string, barcode: string) => (await house.database.query(sql, [barcode])).length;
const packed = (barcode: string) => rows('SELECT 1 FROM transport.box_tube WHERE barcode = $1', barcode);
const atLab = (barcode: string) => rows('SELECT 1 FROM lab.tube WHERE barcode = $1', barcode);

/** What a laboratory signs for: a box with the first tube in it, and a second one that nobody packed. */
async function receiptOf(inside: string, beside: string) {
  const bench = await box('B1');
  await sealed(inside, 30);
  await sealed(beside, 31);
  await bench.pack('B1', [inside], way.packer);
  await bench.seal('B1', 1, way.packer);
  await house.get(HandoverDesk).dispatch('B1', { givenBy: 'packer' }, way.courier);
  await house.get(HandoverDesk).receive('B1', { givenBy: 'courier', labCode: 'LAB1' }, way.lab);
  return { boxCode: 'B1', accepted: [inside, beside], rejected: [] };
}

/** Does something up to where it would be journalled, in a transaction that stays open until it may go on. */
async function heldBefore<T>(topic: string, act: () => Promise<T>): Promise<{ goOn: () => void; done: Promise<T> }> {
  const journal = house.get(Journal);
  const record = journal.record.bind(journal);
  const [reached, released] = [gate(), gate()];
  journal.record = async (tx, event, entry) => {
    if (event.topic === topic) {
      journal.record = record;
      reached.open();
      await released.passed;
    }
    return record(tx, event, entry);
  };
  const done = act();
  await Promise.race([reached.passed, done]);
  return { goOn: released.open, done };
}

function gate(): { open: () => void; passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

/** Until some transaction of this database waits for another one. */
async function somebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
  while ((await house.database.query(waiting)).length === 0);
}

describe('a tube that was registered under a code that is not on it', () => {
  it('gets the code that is on it, with everybody in it and its crew; the wrong code is used up', async () => {
    await sealed('T-0005', 0, 1, 2);
    const done = await stage.correct({ kind: 'recode-tube', tube: 'T-0005', toCode: 'T-0007' });
    expect(done.tubes).toEqual(['T-0005', 'T-0007']);
    expect(await stage.places('T-0005')).toEqual({});
    expect(await stage.places('T-0007')).toEqual({ 1: 0, 2: 1, 3: 2 });
    expect(await stage.attending(0, 1, 2)).toEqual(['T-0007', 'T-0007', 'T-0007']);
    expect(await house.get(TubeInspection).show('T-0007')).toMatchObject({
      state: 'sealed',
      filled: 3,
      countedSwabs: 3,
    });
    expect(await house.get(TubeInspection).show('T-0005')).toMatchObject({
      state: 'discarded',
      filled: 0,
      discardReason: 'recoded:T-0007',
    });
    expect(await codeOf(stage.open('T-0005'))).toBe('tube-is-discarded');
    await (await box('B1')).pack('B1', ['T-0007'], way.packer);
    expect(await codeOf(stage.correct({ kind: 'recode-tube', tube: 'T-0005', toCode: 'T-0008' }))).toBe(
      'tube-is-discarded',
    );
  });

  it('is not given a code that was used before or that the round does not accept', async () => {
    await sealed('T-0005', 0);
    await sealed('T-0006', 1);
    const to = (toCode: string) => codeOf(stage.correct({ kind: 'recode-tube', tube: 'T-0005', toCode }));
    await house.database.query(`UPDATE campaign.round SET settings = '{"barcodePattern": "^T-[0-9]{4}$"}'`);
    expect(await to('T-0006')).toBe('tube-code-taken');
    expect(await to('T-0005')).toBe('tube-code-taken');
    expect(await to('BOX-1')).toBe('barcode-not-accepted');
    expect(await stage.places('T-0005')).toEqual({ 1: 0 });
  });

  it('is given one code when two corrections with different codes are approved at once', async () => {
    await sealed('T-0005', 0, 1);
    const proposals = await Promise.all(
      ['T-0007', 'T-0008'].map((toCode) => stage.propose({ kind: 'recode-tube', tube: 'T-0005', toCode })),
    );
    const leads = [stage.lead, stage.secondLead];
    const settled = await Promise.all(proposals.map(({ id }, n) => codeOf(stage.desk.approve(id, leads[n]!))));
    expect(settled.sort()).toEqual(['correction-is-overtaken', 'done']);
    const [{ swabs }] = await house.database.query<{ swabs: number }>(
      `SELECT count(*)::int AS swabs FROM sampling.swab s JOIN sampling.tube t ON t.barcode = s.tube_barcode AND t.state = 'sealed'`,
    ) as [{ swabs: number }]; // prettier-ignore
    expect(swabs).toBe(2);
  });

  it('loses no swab that comes at that moment: it is in the tube with the new code, or nowhere and told', async () => {
    for (let game = 0; game < 5; game += 1) {
      const [from, to] = [`T-1${game}00`, `T-2${game}00`];
      await stage.open(from);
      await stage.swab(from, game * 4);
      const people = [1, 2, 3].map((n) => game * 4 + n);
      const [corrected, ...swabs] = await Promise.all([
        codeOf(stage.propose({ kind: 'recode-tube', tube: from, toCode: to })),
        ...people.map((n) => codeOf(stage.swab(from, n))),
      ]);
      expect(corrected).toBe('done');
      for (const told of swabs) expect(['done', 'tube-is-discarded']).toContain(told);
      const inTube = Object.values(await stage.places(to)).filter((n) => n !== null);
      expect(inTube).toHaveLength(1 + swabs.filter((told) => told === 'done').length);
      expect((await house.get(TubeInspection).show(to)).filled).toBe(inTube.length);
      expect(await stage.places(from)).toEqual({});
    }
  });
});

describe('a tube that was sealed too early', () => {
  it('is opened again by two people, takes another swab, and is counted and sealed again', async () => {
    await sealed('T-0001', 0, 1);
    const { id } = await stage.propose({ kind: 'reopen-tube', tube: 'T-0001' });
    expect(await state('T-0001')).toBe('sealed');
    await stage.desk.approve(id, stage.lead);
    expect(await house.get(TubeInspection).show('T-0001')).toMatchObject({ state: 'open', countedSwabs: null });
    await stage.swab('T-0001', 2);
    const station = house.get(SamplingStation);
    const count = (countedSwabs: number) =>
      station.seal('T-0001', { countedSwabs, reason: 'end-of-session' }, stage.street.scannerId);
    expect(await codeOf(count(2))).toBe('count-differs');
    await count(3);
    expect(await stage.places('T-0001')).toEqual({ 1: 0, 2: 1, 3: 2 });
    expect(await codeOf(stage.correct({ kind: 'reopen-tube', tube: 'T-0002' }))).toBe('unknown-tube');
  });

  it('stays sealed once it is in a box, until it is taken out, and for good once its way has ended', async () => {
    await sealed('T-0001', 0);
    await sealed('T-0002', 1);
    const bench = await box('B1');
    await bench.pack('B1', ['T-0001'], way.packer);
    const reopen = { kind: 'reopen-tube', tube: 'T-0001' } as const;
    const { id } = await stage.propose(reopen);
    expect(await codeOf(stage.desk.approve(id, stage.lead))).toBe('tube-is-on-its-way');
    expect(await stage.desk.find(id)).toMatchObject({ state: 'refused', refusal: 'tube-is-on-its-way' });
    expect(await codeOf(stage.correct({ kind: 'recode-tube', tube: 'T-0001', toCode: 'T-0009' }))).toBe(
      'tube-is-on-its-way',
    );
    await bench.remove('B1', 'T-0001', '封管过早', way.packer);
    expect((await stage.correct(reopen)).state).toBe('applied');
    await house.get(TubeLossDesk).declareLost('T-0002', '丢失', way.packer);
    expect(await codeOf(stage.correct({ ...reopen, tube: 'T-0002' }))).toBe('tube-is-on-its-way');
  });

  it('gets into no box when it is opened first: the box waits for that and passes it over', async () => {
    const bench = await box('B1');
    const tube = await sealed('T-3000', 0);
    const { id } = await stage.propose({ kind: 'reopen-tube', tube });
    const opening = await heldBefore('sampling.correction-applied', () => codeOf(stage.desk.approve(id, stage.lead)));
    const packing = codeOf(bench.pack('B1', [tube], way.packer));
    await Promise.race([packing, somebodyWaits()]);
    opening.goOn();
    expect([await opening.done, await packing]).toEqual(['done', 'tubes-cannot-be-packed']);
    expect([await state(tube), await packed(tube)]).toEqual(['open', 0]);
  });

  it('stays sealed when it gets into a box first: whoever opens it waits for that and is refused', async () => {
    const bench = await box('B1');
    const tube = await sealed('T-3001', 0);
    const { id } = await stage.propose({ kind: 'reopen-tube', tube });
    const packing = await heldBefore('transport.tubes-packed', () => codeOf(bench.pack('B1', [tube], way.packer)));
    const opening = codeOf(stage.desk.approve(id, stage.lead));
    await Promise.race([opening, somebodyWaits()]);
    packing.goOn();
    expect([await packing.done, await opening]).toEqual(['done', 'tube-is-on-its-way']);
    expect([await state(tube), await packed(tube)]).toEqual(['sealed', 1]);
  });

  it('is surplus for a laboratory that signs for it while it is opened', async () => {
    const receipt = await receiptOf('T-0001', 'T-0002');
    const { id } = await stage.propose({ kind: 'reopen-tube', tube: 'T-0002' });
    const opening = await heldBefore('sampling.correction-applied', () => codeOf(stage.desk.approve(id, stage.lead)));
    const signing = house.get(LabCounter).record(receipt, way.lab);
    await Promise.race([signing, somebodyWaits()]);
    opening.goOn();
    await Promise.all([opening.done, signing]);
    expect([await state('T-0002'), await atLab('T-0002')]).toEqual(['open', 0]);
  });

  it('cannot be opened while a laboratory signs for it', async () => {
    const receipt = await receiptOf('T-0001', 'T-0002');
    const { id } = await stage.propose({ kind: 'reopen-tube', tube: 'T-0002' });
    const signing = await heldBefore('lab.tubes-received', () => house.get(LabCounter).record(receipt, way.lab));
    const opening = codeOf(stage.desk.approve(id, stage.lead));
    await Promise.race([opening, somebodyWaits()]);
    signing.goOn();
    await signing.done;
    expect(await opening).toBe('tube-is-on-its-way');
    expect([await state('T-0002'), await atLab('T-0002')]).toEqual(['sealed', 1]);
  });

  it('keeps its box, receipt and end with the code when two stickers are exchanged on the road', async () => {
    await sealed('T-0005', 0, 1);
    await sealed('T-0006', 2);
    await (await box('B1')).pack('B1', ['T-0005'], way.packer);
    await house.get(TubeLossDesk).declareLost('T-0006', '丢失', way.packer);
    await stage.correct({ kind: 'swap-tubes', tube: 'T-0005', withTube: 'T-0006' });
    expect([await stage.places('T-0005'), await stage.places('T-0006')]).toEqual([{ 1: 2 }, { 1: 0, 2: 1 }]);
    const packed = await house.database.query('SELECT barcode FROM transport.box_tube');
    const ends = await house.database.query('SELECT barcode, ending FROM transport.tube_end');
    expect([packed, ends]).toEqual([[{ barcode: 'T-0005' }], [{ barcode: 'T-0006', ending: 'lost' }]]);
  });
});

describe('two corrections of the same tubes', () => {
  it('never wait for each other in a circle', async () => {
    await stage.open('T-0001');
    await stage.open('T-0002');
    const [one, two] = [await stage.swab('T-0001', 0, 1, 2), await stage.swab('T-0002', 3, 4, 5)];
    const moves = [0, 1, 2].flatMap((n) => [
      stage.propose({ kind: 'move-swab', tube: 'T-0001', swabId: one[n]!, toTube: 'T-0002' }, undefined, uuidv7()),
      stage.propose({ kind: 'move-swab', tube: 'T-0002', swabId: two[n]!, toTube: 'T-0001' }, undefined, uuidv7()),
    ]);
    expect(await Promise.all(moves.map((move) => codeOf(move)))).toEqual(Array(6).fill('done'));
    const ghostsLast = (places: Record<number, number | null>) =>
      Object.values(places)
        .filter((n) => n !== null)
        .sort();
    expect(ghostsLast(await stage.places('T-0001'))).toEqual([3, 4, 5]);
    expect(ghostsLast(await stage.places('T-0002'))).toEqual([0, 1, 2]);
  });
});
