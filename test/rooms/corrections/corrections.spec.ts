import { uuidv7 } from 'uuidv7';
import { SamplingModule, TubeInspection } from '#journey/sampling';
import { openHouse, type House } from '../../support/house.js';
import { account } from '../../support/street.js';
import { codeOf, Stage } from './stage.js';

let house: House;
let stage: Stage;

beforeEach(async () => {
  house = await openHouse([SamplingModule]);
  stage = await Stage.lay(house);
});
afterEach(() => house.close());

describe('a scanner who notices at once that she scanned the wrong person', () => {
  it('gives the swab to the right one alone while the tube is open, and the other may come', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    const done = await stage.propose({ kind: 'bind', tube, swabId: swabId!, residentId: stage.person(1) });
    expect(done).toMatchObject({ state: 'applied', secondPerson: false, approverId: null });
    expect(await stage.places(tube)).toEqual({ 1: 1 });
    expect(await stage.attending(0, 1)).toEqual([undefined, tube]);
    await stage.swab(tube, 0);
    expect(await stage.places(tube)).toEqual({ 1: 1, 2: 0 });
  });

  it('takes a person off a swab that stays in the tube, and finds out later whose it is', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.propose({ kind: 'unbind', tube, swabId: swabId! });
    expect(await stage.places(tube)).toEqual({ 1: null });
    expect((await house.get(TubeInspection).show(tube)).members).toMatchObject([{ place: 1, masked: '*' }]);
    expect(await codeOf(stage.propose({ kind: 'unbind', tube, swabId: swabId! }))).toBe('nothing-to-correct');
    await stage.propose({ kind: 'bind', tube, swabId: swabId!, residentId: stage.person(2) });
    expect(await stage.places(tube)).toEqual({ 1: 2 });
  });

  it('moves a swab to the tube it really went into: the place left behind stays taken', async () => {
    const [from, to] = [await stage.open('T-0001'), await stage.open('T-0002')];
    const [swabId] = await stage.swab(from, 0);
    await stage.swab(to, 1);
    const moved = await stage.propose({ kind: 'move-swab', tube: from, swabId: swabId!, toTube: to });
    expect(moved.after?.tubes).toEqual([
      { barcode: from, state: 'open', filled: 1 },
      { barcode: to, state: 'open', filled: 2 },
    ]);
    await stage.swab(from, 2);
    expect([await stage.places(from), await stage.places(to)]).toEqual([
      { 1: null, 2: 2 },
      { 1: 1, 2: 0 },
    ]);
    expect(await stage.attending(0)).toEqual([to]);
    const ghost = { kind: 'bind', tube: from, swabId: swabId!, residentId: stage.person(3) } as const;
    expect(await codeOf(stage.propose(ghost))).toBe('swab-was-moved');
  });

  it('does not move a swab into a tube that is full, and leaves everything as it was', async () => {
    const [from, to] = [await stage.open('T-0001'), await stage.open('T-0002', '5')];
    const [swabId] = await stage.swab(from, 0);
    await stage.swab(to, 1, 2, 3, 4, 5);
    expect(await codeOf(stage.propose({ kind: 'move-swab', tube: from, swabId: swabId!, toTube: to }))).toBe(
      'tube-is-full',
    );
    expect(await stage.attending(0)).toEqual([from]);
    expect(await house.database.query('SELECT 1 FROM sampling.correction')).toEqual([]);
  });

  it('may not be done by a pair of another table, and the person must be known and without another swab', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0, 1);
    const stranger = await account(house.database, 'other-scanner', 'scanner');
    const bind = (residentId: string) => ({ kind: 'bind', tube, swabId: swabId!, residentId }) as const;
    expect(await codeOf(stage.propose(bind(stage.person(2)), stranger))).toBe('only-the-pair-may-correct');
    expect(await codeOf(stage.propose(bind(uuidv7())))).toBe('unknown-resident');
    expect(await codeOf(stage.propose(bind(stage.person(1))))).toBe('resident-has-swab');
    expect(await codeOf(stage.propose({ kind: 'unbind', tube: 'T-9999', swabId: swabId! }))).toBe('unknown-tube');
    expect(await codeOf(stage.propose({ kind: 'unbind', tube, swabId: uuidv7() }))).toBe('unknown-swab');
    expect((await stage.propose(bind(stage.person(2)), stage.lead)).state).toBe('applied');
  });

  it('is one correction when it is sent five times at once, and another one under its id is a conflict', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    const id = uuidv7();
    const act = { kind: 'void', tube, swabId: swabId! } as const;
    const answers = await Promise.all(Array.from({ length: 5 }, () => stage.propose(act, undefined, id)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await codeOf(stage.propose({ ...act, kind: 'unbind' }, undefined, id))).toBe('correction-id-taken');
    const [{ entries }] = await house.database.query<{ entries: number }>(
      `SELECT count(*)::int AS entries FROM journal.entry WHERE topic = 'sampling.correction-applied'`,
    ) as [{ entries: number }]; // prettier-ignore
    expect(entries).toBe(1);
  });
});

describe('a tube that is sealed', () => {
  it('is corrected by two people: nothing happens until the second has agreed', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.seal(tube);
    const act = { kind: 'bind', tube, swabId: swabId!, residentId: stage.person(1) } as const;
    const proposed = await stage.propose(act);
    expect(proposed).toMatchObject({ state: 'proposed', secondPerson: true, after: null });
    expect(await stage.attending(0, 1)).toEqual([tube, undefined]);
    expect(await stage.desk.approve(proposed.id, stage.lead)).toMatchObject({
      state: 'applied',
      approverId: stage.lead,
      before: { swabs: [{ residentId: stage.person(0) }] },
      after: { swabs: [{ residentId: stage.person(1), place: 1 }] },
    });
    expect(await stage.attending(0, 1)).toEqual([undefined, tube]);
  });

  it('is not corrected by its author twice, nor by somebody who does not lead', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.seal(tube);
    const act = { kind: 'unbind', tube, swabId: swabId! } as const;
    const proposed = await stage.propose(act, stage.lead);
    expect(await codeOf(stage.desk.approve(proposed.id, stage.lead))).toBe('another-person-must-approve');
    expect(await codeOf(stage.desk.approve(proposed.id, stage.street.scannerId))).toBe('another-person-must-approve');
    await house.database.query('UPDATE access.account SET disabled_at = now() WHERE id = $1', [stage.secondLead]);
    expect(await codeOf(stage.desk.approve(proposed.id, stage.secondLead))).toBe('another-person-must-approve');
    const forged = house.database.query(
      `UPDATE sampling.correction SET state = 'approved', approver_id = author_id, approved_at = now() WHERE id = $1`,
      [proposed.id],
    );
    await expect(forged).rejects.toThrow('correction_second_person');
    expect(await stage.attending(0)).toEqual([tube]);
    expect((await stage.desk.approve(proposed.id, stage.organiser)).state).toBe('applied');
  });

  it('also asks for two people in an open tube when the person has a swab in a closed one', async () => {
    const [sealed, open] = [await stage.open('T-0001'), await stage.open('T-0002')];
    const [old] = await stage.swab(sealed, 0);
    await stage.seal(sealed);
    await stage.correct({ kind: 'void', tube: sealed, swabId: old! });
    const [swabId] = await stage.swab(open, 0);
    expect(await stage.propose({ kind: 'unbind', tube: open, swabId: swabId! })).toMatchObject({ state: 'proposed' });
  });

  it('approved by two site leads at once is corrected once; the slower one hears it', async () => {
    for (let game = 0; game < 5; game += 1) {
      const tube = await stage.open(`T-00${game}1`);
      const [swabId] = await stage.swab(tube, game);
      await stage.seal(tube);
      const proposed = await stage.propose({ kind: 'void', tube, swabId: swabId! });
      const settled = await Promise.all(
        [stage.lead, stage.secondLead].map((lead) => codeOf(stage.desk.approve(proposed.id, lead))),
      );
      expect(settled.sort()).toEqual(['correction-is-decided', 'done']);
      expect(await stage.places(tube)).toEqual({ 1: null });
    }
  });

  it('approved twice by the same person is the same answer', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.seal(tube);
    const { id } = await stage.propose({ kind: 'void', tube, swabId: swabId! });
    const answers = await Promise.all(Array.from({ length: 4 }, () => stage.desk.approve(id, stage.lead)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('that has changed since the proposal is left alone: the correction is refused in words', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.seal(tube);
    const [first, second] = [
      await stage.propose({ kind: 'bind', tube, swabId: swabId!, residentId: stage.person(1) }),
      await stage.propose({ kind: 'bind', tube, swabId: swabId!, residentId: stage.person(2) }),
    ];
    await stage.desk.approve(first.id, stage.lead);
    expect(await codeOf(stage.desk.approve(second.id, stage.lead))).toBe('correction-is-overtaken');
    expect(await stage.desk.find(second.id)).toMatchObject({ state: 'refused', refusal: 'correction-is-overtaken' });
    expect(await stage.places(tube)).toEqual({ 1: 1 });
  });

  it('is left alone when the correction cannot be done whole', async () => {
    const [tube, full] = [await stage.open('T-0001'), await stage.open('T-0002', 'single')];
    const [swabId] = await stage.swab(tube, 0);
    await stage.swab(full, 1);
    await stage.seal(tube);
    const { id } = await stage.propose({ kind: 'move-swab', tube, swabId: swabId!, toTube: full });
    expect(await codeOf(stage.desk.approve(id, stage.lead))).toBe('tube-is-full');
    expect(await stage.desk.find(id)).toMatchObject({ state: 'refused', refusal: 'tube-is-full', after: null });
    expect(await stage.attending(0)).toEqual([tube]);
    expect(await codeOf(stage.desk.approve(id, stage.secondLead))).toBe('correction-is-decided');
  });

  it('stays as it was when the approval is stopped half-way', async () => {
    const tube = await stage.open('T-0001');
    const [swabId] = await stage.swab(tube, 0);
    await stage.seal(tube);
    const { id } = await stage.propose({ kind: 'void', tube, swabId: swabId! });
    await house.database.query(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF new.state = 'applied' THEN RAISE 'stopped'; END IF; RETURN new; END $$`);
    await house.database.query(
      'CREATE TRIGGER stop BEFORE UPDATE ON sampling.correction FOR EACH ROW EXECUTE FUNCTION stop_here()',
    );
    await expect(stage.desk.approve(id, stage.lead)).rejects.toThrow('stopped');
    expect(await stage.attending(0)).toEqual([tube]);
    await house.database.query('DROP TRIGGER stop ON sampling.correction');
    expect((await stage.desk.approve(id, stage.lead)).state).toBe('applied');
    expect(await stage.attending(0)).toEqual([undefined]);
  });
});

describe('a proposed correction', () => {
  it('is withdrawn by its author only, refused by another, and stays in the books', async () => {
    const tube = await stage.open('T-0001');
    const [one, other] = await stage.swab(tube, 0, 1);
    await stage.seal(tube);
    const [first, second] = [
      await stage.propose({ kind: 'void', tube, swabId: one! }),
      await stage.propose({ kind: 'void', tube, swabId: other! }),
    ];
    expect(await codeOf(stage.desk.withdraw(first.id, stage.lead))).toBe('only-the-author-withdraws');
    expect((await stage.desk.withdraw(first.id, stage.street.scannerId)).state).toBe('withdrawn');
    expect((await stage.desk.withdraw(first.id, stage.street.scannerId)).state).toBe('withdrawn');
    expect(await codeOf(stage.desk.approve(first.id, stage.lead))).toBe('correction-is-decided');
    expect(await codeOf(stage.desk.refuse(second.id, '录像核对无误', stage.street.scannerId))).toBe(
      'another-person-must-approve',
    );
    expect(await stage.desk.refuse(second.id, '录像核对无误', stage.lead)).toMatchObject({ state: 'refused' });
    expect(await stage.desk.refuse(second.id, '录像核对无误', stage.lead)).toMatchObject({ refusedBy: stage.lead });
    const pages = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await stage.desk.list({ siteId: stage.street.siteId }, cursor, 1);
      pages.push(...page.items.map(({ id, state }) => [id, state]));
      cursor = page.next ?? undefined;
      more = cursor !== undefined;
    }
    expect(pages).toEqual([
      [second.id, 'refused'],
      [first.id, 'withdrawn'],
    ]);
    await expect(
      house.database.query(`UPDATE sampling.correction SET note = 'x' WHERE id = $1`, [first.id]),
    ).rejects.toThrow('history');
  });
});
