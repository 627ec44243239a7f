import { uuidv7 } from 'uuidv7';
import { MergingBook } from '#journey/community';
import { CoverageLedger, CoverageModule, CoverageRecount } from '#journey/coverage';
import { IdentityMerger, ReconcileMerging, ResultReconciler, ResultsModule } from '#journey/results';
import { SamplingModule } from '#journey/sampling';
import { Transactions } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { Outcomes, type Outcome } from '../../support/outcomes.js';
import { account, streetCode } from '../../support/street.js';
import { codeOf, Stage } from './stage.js';

let house: House;
let outcomes: Outcomes;
let stage: Stage;
let author: string;
let second: string;

beforeEach(async () => {
  house = await openHouse([SamplingModule, ResultsModule, CoverageModule]);
  outcomes = await Outcomes.lay(house.database, 24);
  stage = await Stage.on(house, outcomes.street);
  author = await account(house.database, 'gridworker');
  second = await account(house.database, 'gridworker-2', 'gridworker');
});
afterEach(() => house.close());

const propose = (absorbed: number, survivor: number, id = uuidv7()) =>
  house
    .get(MergingBook)
    .propose(
      { id, absorbedId: stage.person(absorbed), survivorId: stage.person(survivor), reason: 'typing-mistake' },
      author,
    );

async function merge(absorbed: number, survivor: number): Promise<void> {
  const { id } = await propose(absorbed, survivor);
  await house.get(IdentityMerger).approve(id, second);
  await house.get(Transactions).run((tx) => house.get(ReconcileMerging).handle(tx, { mergingId: id }));
}

async function report(said: Record<string, Outcome>): Promise<void> {
  const id = await outcomes.report(said);
  await house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReport(tx, id));
}

const tube = (barcode: string, poolClass: string, ...people: number[]): Promise<void> =>
  outcomes.tube(
    barcode,
    poolClass,
    people.map((n) => stage.person(n)),
  );

async function told(n: number): Promise<string> {
  const [row] = await house.database.query<{ told: string }>(
    `SELECT concat_ws(' ', a.status, a.version, a.tube_barcode, o.kind) AS told FROM results.answer a
       LEFT JOIN results.recall_order o ON o.round_id = a.round_id AND o.resident_id = a.resident_id AND o.state = 'open'
      WHERE a.resident_id = $1 AND a.current`,
    [stage.person(n)],
  );
  return row?.told ?? 'nothing';
}

async function numbers(): Promise<{ should: number; sampled: number; negative: number; underReview: number }> {
  const { roundId } = stage.street;
  const { areas } = await house.get(CoverageLedger).read(roundId, { level: 'street' });
  const { should, sampled, negative, underReview } = areas.find(({ code }) => code === streetCode)!;
  const again = (await house.get(CoverageRecount).recount(roundId)).get(streetCode)!;
  expect([again.should, again.sampled, again.negative]).toEqual([should, sampled, negative]);
  return { should, sampled, negative, underReview };
}

describe('a grid worker who finds two entries of the ledger for one person', () => {
  it('merges them with a second one: the person is counted once and keeps swab, answer and code', async () => {
    await tube('T1', '10', 0, 1);
    await report({ T1: 'negative' });
    expect(await numbers()).toMatchObject({ should: 24, sampled: 2, negative: 2 });
    await merge(0, 2);
    expect(await numbers()).toMatchObject({ should: 23, sampled: 2, negative: 2 });
    expect([await told(0), await told(2)]).toEqual(['withdrawn 2 T1'.replace(' T1', ''), 'negative 1 T1']);
    expect(await stage.attending(0, 2)).toEqual([undefined, 'T1']);
    const notices = await house.database.query('SELECT 1 FROM results.notice WHERE resident_id = ANY ($1)', [
      [stage.person(0), stage.person(2)],
    ]);
    expect(notices).toHaveLength(1);
  });

  it('leaves nobody out who is under review: the order and the lane are the one who stays', async () => {
    await tube('T1', '10', 0, 1);
    await report({ T1: 'positive' });
    await merge(0, 2);
    expect([await told(0), await told(2)]).toEqual(['withdrawn 2', 'under-review 1 T1 retest']);
    const led = await house.database.query('SELECT resident_id FROM queue.led_singly WHERE released_at IS NULL');
    expect(led.map(({ resident_id }) => resident_id).sort()).toEqual([stage.person(1), stage.person(2)].sort());
    await stage.open('R-0001', 'single');
    await stage.swab('R-0001', 2);
    await stage.seal('R-0001');
    await report({ 'R-0001': 'negative' });
    expect(await told(2)).toBe('negative 2 R-0001');
  });

  it('weighs the swabs of both together when they are of different occasions', async () => {
    await tube('T1', '10', 2, 1);
    await report({ T1: 'inconclusive' });
    await tube('R1', 'single', 0);
    await house.database.query(
      `WITH a AS (UPDATE sampling.attendance SET occasion = 1, purpose = 'retest' WHERE resident_id = $1 RETURNING swab_id)
       UPDATE sampling.swab SET occasion = 1, purpose = 'retest' WHERE id IN (SELECT swab_id FROM a)`,
      [stage.person(0)],
    );
    await report({ R1: 'negative' });
    await merge(0, 2);
    expect([await told(0), await told(2)]).toEqual(['withdrawn 2', 'negative 2 R1']);
  });

  it('cannot merge two who were both swabbed at one occasion: the site gets an exception, and later it goes', async () => {
    await tube('T1', '10', 0);
    await tube('T2', '10', 2);
    const { id } = await propose(0, 2);
    expect(await codeOf(house.get(IdentityMerger).approve(id, second))).toBe('both-were-swabbed');
    const raised = await house.database.query('SELECT kind, site_id, details FROM sampling.exception');
    expect(raised).toEqual([
      {
        kind: 'person-already-sampled',
        site_id: stage.street.siteId,
        details: { mergingId: id, occasion: 0, tubes: ['T1', 'T2'] },
      },
    ]);
    expect(await stage.attending(0, 2)).toEqual(['T1', 'T2']);
    expect((await house.get(MergingBook).list('refused', undefined, 10)).items).toMatchObject([
      { id, refusal: 'both-were-swabbed' },
    ]);
    const [swab] = await house.database.query<{ id: string }>(`SELECT id FROM sampling.swab WHERE tube_barcode = 'T2'`);
    await stage.correct({ kind: 'void', tube: 'T2', swabId: swab!.id });
    await merge(0, 2);
    expect(await stage.attending(0, 2)).toEqual([undefined, 'T1']);
    expect(await codeOf(stage.swab(await stage.open('T-0003'), 2))).toBe('already-sampled');
  });

  it('needs two people, is done once by however many, and cannot be said of one entry or of one that is gone', async () => {
    const merger = house.get(IdentityMerger);
    const { id } = await propose(0, 2);
    expect(await codeOf(propose(0, 3))).toBe('merging-is-open');
    expect(await codeOf(propose(4, 4))).toBe('one-person-only');
    expect(await codeOf(merger.approve(id, author))).toBe('another-person-must-merge');
    expect(await codeOf(merger.approve(id, stage.street.scannerId))).toBe('another-person-must-merge');
    const settled = await Promise.all([second, second, stage.organiser].map((by) => codeOf(merger.approve(id, by))));
    expect(settled.filter((said) => said !== 'done').every((said) => said === 'merging-is-decided')).toBe(true);
    expect(settled).toContain('done');
    expect(await codeOf(propose(0, 3))).toBe('resident-was-merged');
    expect(await codeOf(propose(3, 0))).toBe('resident-was-merged');
    await merge(2, 3);
    expect(await house.get(MergingBook).survivorOf({ id: stage.person(0) })).toBe(stage.person(3));
  });

  it('finds the person again by the old entry: a swab under it is the one who stays', async () => {
    await merge(0, 2);
    const barcode = await stage.open('T-0001');
    await stage.swab(barcode, 0);
    expect(await stage.attending(2)).toEqual([barcode]);
    expect(await codeOf(stage.swab(barcode, 2))).toBe('already-sampled');
    expect(await codeOf(stage.swab(barcode, 0))).toBe('already-sampled');
  });

  it('loses no swab that is taken at that moment, under whichever of the two entries', async () => {
    for (let game = 0; game < 6; game += 1) {
      const [absorbed, survivor] = [game * 3, game * 3 + 1];
      const barcode = await stage.open(`T-4${game}00`);
      const { id } = await propose(absorbed, survivor);
      const [merged, swabbed] = await Promise.all([
        codeOf(house.get(IdentityMerger).approve(id, second)),
        codeOf(stage.swab(barcode, absorbed)),
      ]);
      expect([merged, swabbed]).toEqual(['done', 'done']);
      expect(await stage.attending(absorbed, survivor)).toEqual([undefined, barcode]);
    }
  });

  it('leaves everything as it was when it is stopped half-way', async () => {
    await tube('T1', '10', 0);
    const { id } = await propose(0, 2);
    await house.database.query(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF new.state = 'applied' THEN RAISE 'stopped'; END IF; RETURN new; END $$`);
    await house.database.query(
      'CREATE TRIGGER stop BEFORE UPDATE ON community.merging FOR EACH ROW EXECUTE FUNCTION stop_here()',
    );
    await expect(house.get(IdentityMerger).approve(id, second)).rejects.toThrow('stopped');
    expect(await stage.attending(0, 2)).toEqual(['T1', undefined]);
    expect(await numbers()).toMatchObject({ should: 24, sampled: 1 });
  });

  it('takes exemptions and tickets along, and a waiting place of both stays one each', async () => {
    const { roundId, siteId } = stage.street;
    await house.database.query(
      `INSERT INTO campaign.exemption (id, round_id, resident_id, reason, granted_by) VALUES ($1, $2, $3, 'other', $4)`,
      [uuidv7(), roundId, stage.person(0), author],
    );
    await house.database.query(
      `INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, resident_id, issued_by, issued_at, body_hash)
       VALUES ($1, $2, current_date, 'general', 1, 'A001', 1, 1, $3, $4, now(), '')`,
      [uuidv7(), siteId, stage.person(0), author],
    );
    await merge(0, 2);
    const of = async (table: string) =>
      (await house.database.query<{ resident_id: string }>(`SELECT resident_id FROM ${table}`)).map(
        (row) => row.resident_id,
      );
    expect([await of('campaign.exemption'), await of('queue.ticket')]).toEqual([[stage.person(2)], [stage.person(2)]]);
    expect(await numbers()).toMatchObject({ should: 22 });
  });
});
