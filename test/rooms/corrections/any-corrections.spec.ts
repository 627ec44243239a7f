import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { CoverageLedger, CoverageModule, CoverageRecount, type CoverageNumbers } from '#journey/coverage';
import { ReconcileCorrection, ResultReconciler, ResultsModule } from '#journey/results';
import { SamplingModule } from '#journey/sampling';
import { Transactions } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { Outcomes, type Outcome } from '../../support/outcomes.js';
import { openRound } from '../../support/street.js';
import { codeOf, Stage, type Act } from './stage.js';

let house: House;
let stage: Stage;
let outcomes: Outcomes;

beforeAll(async () => {
  house = await openHouse([SamplingModule, ResultsModule, CoverageModule]);
  outcomes = await Outcomes.lay(house.database, 12);
  stage = await Stage.on(house, outcomes.street);
});
afterAll(() => house.close());

const said = ['negative', 'negative', 'positive', 'inconclusive', 'invalid'] as const;

const act = fc.record({
  kind: fc.constantFrom<(Act['kind'] | 'swab' | 'seal' | 'report')[]>(
    'swab',
    'swab',
    'seal',
    'report',
    'unbind',
    'bind',
    'bind',
    'void',
    'move-swab',
    'move-swab',
    'recode-tube',
    'swap-tubes',
    'reopen-tube',
  ),
  tube: fc.nat(50),
  other: fc.nat(50),
  swab: fc.nat(50),
  person: fc.nat(11),
  outcome: fc.constantFrom<Outcome[]>(...said),
});

interface SwabRow {
  id: string;
  tube: string;
  place: number;
  resident: string | null;
  occasion: number;
  voided: boolean;
  moved_to: string | null;
}

/** What a random day did: tubes by name, and how many swabs were ever taken. */
class Day {
  readonly tubes: string[] = [];
  private readonly reported = new Set<string>();
  private named = 0;
  taken = 0;

  constructor(private readonly game: number) {}

  private pick<T>(list: readonly T[], n: number): T | undefined {
    return list.length === 0 ? undefined : list[n % list.length];
  }

  newCode(): string {
    this.named += 1;
    return `G${this.game}-${this.named}00`;
  }

  async open(): Promise<string> {
    const barcode = await stage.open(this.newCode(), this.named % 3 === 0 ? 'single' : '5');
    this.tubes.push(barcode);
    return barcode;
  }

  /** Every day begins with a tube that is sealed, one that is reported, and one that stands open. */
  async begin(outcome: Outcome): Promise<void> {
    for (const people of [[0, 1, 2], [3, 4], [5]])
      this.taken += (await stage.swab(await this.open(), ...people)).length;
    for (const tube of this.tubes.slice(0, 2)) await stage.seal(tube);
    await this.report(this.tubes[1]!, outcome);
  }

  private async report(tube: string, outcome: Outcome): Promise<void> {
    this.reported.add(tube);
    const id = await outcomes.report({ [tube]: outcome });
    await house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReport(tx, id));
  }

  async stateOf(barcode: string): Promise<string> {
    const [row] = await house.database.query<{ state: string }>('SELECT state FROM sampling.tube WHERE barcode = $1', [
      barcode,
    ]);
    return row!.state;
  }

  async play(one: {
    kind: Act['kind'] | 'swab' | 'seal' | 'report';
    tube: number;
    other: number;
    swab: number;
    person: number;
    outcome: Outcome;
  }): Promise<string> {
    const tube = this.pick(this.tubes, one.tube) ?? (await this.open());
    const other = this.pick(this.tubes, one.other) ?? tube;
    if (one.kind === 'swab') {
      const told = await codeOf(stage.swab(tube, one.person));
      if (told === 'done') this.taken += 1;
      else if (told !== 'already-sampled') await this.open();
      return `swab ${told}`;
    }
    if (one.kind === 'seal') return `seal ${await codeOf(stage.seal(tube))}`;
    if (one.kind === 'report') {
      if ((await this.stateOf(tube)) !== 'sealed') return 'no report';
      await this.report(tube, one.outcome);
      return 'report';
    }
    const swab = this.pick(await swabsOf(), one.swab);
    const swabId = swab?.id ?? uuidv7();
    const of = swab?.tube ?? tube;
    const acts: Record<Act['kind'], Act> = {
      unbind: { kind: 'unbind', tube: of, swabId },
      void: { kind: 'void', tube: of, swabId },
      bind: { kind: 'bind', tube: of, swabId, residentId: stage.person(one.person) },
      'move-swab': { kind: 'move-swab', tube: of, swabId, toTube: other },
      'recode-tube': { kind: 'recode-tube', tube, toCode: this.newCode() },
      'swap-tubes': { kind: 'swap-tubes', tube, withTube: other },
      'reopen-tube': { kind: 'reopen-tube', tube },
    };
    // Whatever a laboratory has reported cannot be taken back by the table; there is no box here to say so.
    if (this.reported.has(tube) && (one.kind === 'reopen-tube' || one.kind === 'recode-tube')) return 'on its way';
    try {
      const done = await stage.correct(acts[one.kind]);
      this.tubes.push(...done.tubes.filter((barcode) => !this.tubes.includes(barcode)));
      await house.get(Transactions).run((tx) => house.get(ReconcileCorrection).handle(tx, { correctionId: done.id }));
      return `${one.kind} done`;
    } catch (error) {
      return `${one.kind} ${(error as { code?: string }).code ?? String(error)}`;
    }
  }
}

function swabsOf(): Promise<SwabRow[]> {
  return house.database.query<SwabRow>(
    `SELECT id, tube_barcode AS tube, place, resident_id AS resident, occasion, voided_at IS NOT NULL AS voided, moved_to
       FROM sampling.swab WHERE round_id = $1 ORDER BY tube_barcode, place`,
    [stage.street.roundId],
  );
}

/** All that must be true at any moment, derived anew from the swabs themselves. */
async function expectSound(taken: number): Promise<void> {
  const swabs = await swabsOf();
  // Every swab that was ever taken is in exactly one tube: what was moved left a mark and is somewhere else.
  const ghosts = swabs.filter(({ moved_to }) => moved_to !== null);
  expect(swabs.length - ghosts.length).toBe(taken);
  for (const { moved_to } of ghosts) expect(swabs.map(({ id }) => id)).toContain(moved_to);
  // Places are 1, 2, 3 … without a hole, as many as the tube says.
  const tubes = await house.database.query<{ barcode: string; filled: number; capacity: number }>(
    'SELECT barcode, filled, capacity FROM sampling.tube WHERE round_id = $1',
    [stage.street.roundId],
  );
  for (const { barcode, filled, capacity } of tubes) {
    const places = swabs.filter(({ tube }) => tube === barcode).map(({ place }) => place);
    expect(places).toEqual(Array.from({ length: filled }, (_, n) => n + 1));
    expect(filled).toBeLessThanOrEqual(capacity);
  }
  // Attendance that counts and swabs that count are the same, one for one; nobody counts twice at one occasion.
  const attendance = await house.database.query<{ fact: string }>(
    `SELECT concat_ws(' ', resident_id, occasion, swab_id, tube_barcode) AS fact FROM sampling.attendance
      WHERE round_id = $1 AND voided_at IS NULL ORDER BY 1`,
    [stage.street.roundId],
  );
  const counted = swabs.filter(({ voided, resident }) => !voided && resident !== null);
  const derived = counted.map(({ resident, occasion, id, tube }) => [resident, occasion, id, tube].join(' '));
  expect(attendance.map(({ fact }) => fact)).toEqual(derived.sort());
  // The numbers of the round equal a recount.
  const recount = await house.get(CoverageRecount).recount(stage.street.roundId);
  const { areas } = await house.get(CoverageLedger).read(stage.street.roundId, { level: 'street' });
  for (const { code, sampled, tested, negative, underReview, positive, resample } of areas) {
    expect({ sampled, tested, negative, underReview, positive, resample }).toEqual(pick(recount.get(code)!));
  }
  expect(areas.reduce((sum, { sampled }) => sum + sampled, 0)).toBe(
    new Set(counted.map(({ resident }) => resident)).size,
  );
  await expectTruthfulAnswers();
}

function pick({
  sampled,
  tested,
  negative,
  underReview,
  positive,
  resample,
}: CoverageNumbers): Partial<CoverageNumbers> {
  return { sampled, tested, negative, underReview, positive, resample };
}

/** Every answer rests on a swab that is this person's and in that tube now; whoever has none is told so. */
async function expectTruthfulAnswers(): Promise<void> {
  const lies = await house.database.query(
    `SELECT a.resident_id, a.status, a.tube_barcode FROM results.answer a
      WHERE a.round_id = $1 AND a.current AND a.status <> 'withdrawn'
        AND NOT EXISTS (SELECT 1 FROM sampling.swab s
                         WHERE s.round_id = a.round_id AND s.id = a.swab_id AND s.resident_id = a.resident_id
                           AND s.tube_barcode = a.tube_barcode AND s.voided_at IS NULL)`,
    [stage.street.roundId],
  );
  expect(lies).toEqual([]);
  const [{ wrong }] = (await house.database.query<{ wrong: number }>(
    `SELECT count(*)::int AS wrong FROM results.answer a
       LEFT JOIN results.recall_order o ON o.round_id = a.round_id AND o.resident_id = a.resident_id AND o.state = 'open'
      WHERE a.round_id = $1 AND a.current
        AND (a.status IN ('under-review', 'resample')) <> (o.id IS NOT NULL)`,
    [stage.street.roundId],
  )) as [{ wrong: number }];
  expect(wrong).toBe(0);
}

describe('whatever is put right, in whatever order', () => {
  it('no swab is lost or doubled, nobody counts twice, and every number and answer follows from the swabs', async () => {
    const seen = new Map<string, number>();
    let game = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 12, maxLength: 30 }), async (acts) => {
        game += 1;
        stage.street.roundId = uuidv7();
        await openRound(house.database, stage.street.roundId);
        await house.database.query('SELECT sampling.ensure_round($1)', [stage.street.roundId]);
        const day = new Day(game);
        await day.begin(said[game % said.length]!);
        for (const one of acts) {
          const told = await day.play(one);
          seen.set(told, (seen.get(told) ?? 0) + 1);
        }
        await expectSound(day.taken);
      }),
      { numRuns: 25, seed: 42 },
    );
    for (const kind of ['unbind', 'bind', 'void', 'move-swab', 'recode-tube', 'swap-tubes', 'reopen-tube']) {
      expect([kind, (seen.get(`${kind} done`) ?? 0) > 2]).toEqual([kind, true]);
    }
    const broken = [...seen.keys()].filter((told) => !/^[a-z -]+$/.test(told));
    expect(broken).toEqual([]);
  });
});
