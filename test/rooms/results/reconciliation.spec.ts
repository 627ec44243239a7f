import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TicketDesk } from '#journey/queue';
import { ResultReconciler, ResultsModule, SendNotices } from '#journey/results';
import { Transactions } from '#platform/database';
import { openHouse, type House } from '../../support/house.js';
import { Outcomes } from '../../support/outcomes.js';

let house: House;
let outcomes: Outcomes;
let people: string[];

beforeEach(async () => {
  house = await openHouse([ResultsModule]);
  outcomes = await Outcomes.lay(house.database);
  people = outcomes.street.residents.map(({ id }) => id);
});
afterEach(() => house.close());

const reconcileReport = (id: string): Promise<void> =>
  house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReport(tx, id));
const reconcileTube = (barcode: string): Promise<void> =>
  house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcile(tx, [barcode], `tube:${barcode}`));

interface Answer {
  resident: number;
  status: string;
  cause: string;
  tube: string;
  version: number;
  sampled: Date;
}

async function answers(): Promise<Answer[]> {
  return house.database.query<Answer>(
    `SELECT array_position($1::uuid[], resident_id) - 1 AS resident, status, cause, tube_barcode AS tube, version,
            sampled_at AS sampled FROM results.answer WHERE current ORDER BY 1`,
    [people],
  );
}

async function orders(): Promise<{ resident: number; kind: string; cause: string; tube: string; state: string }[]> {
  return house.database.query(
    `SELECT array_position($1::uuid[], resident_id) - 1 AS resident, kind, cause, cause_barcode AS tube, state
       FROM results.recall ORDER BY 1, cause_occasion, kind`,
    [people],
  );
}

const statuses = async (): Promise<string[]> => (await answers()).map(({ status }) => status);

describe('what a tube means for the people in it', () => {
  it('publishes everybody of a negative pool at once, with the time of sampling', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 10));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    const published = await answers();
    expect(published).toHaveLength(10);
    for (const answer of published) {
      expect(answer).toMatchObject({ status: 'negative', version: 1, sampled: outcomes.sampledAt });
    }
    expect(await orders()).toEqual([]);
  });

  it.each(['positive', 'inconclusive'] as const)(
    'puts everybody of a %s pool under review and orders one single retest each',
    async (outcome) => {
      await outcomes.tube('T1', '10', people.slice(0, 4));
      await reconcileReport(await outcomes.report({ T1: outcome }));
      expect(await statuses()).toEqual(Array(4).fill('under-review'));
      expect(await orders()).toEqual(
        [0, 1, 2, 3].map((resident) => ({ resident, kind: 'retest', cause: outcome, tube: 'T1', state: 'open' })),
      );
      const admitted = await house.database.query('SELECT occasion, purpose FROM sampling.admission');
      expect(admitted).toEqual(Array(4).fill({ occasion: 1, purpose: 'retest' }));
    },
  );

  it('never calls a person positive because of a pool, not even the only one in it', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 1));
    await outcomes.tube('T2', 'household', people.slice(1, 2));
    await reconcileReport(await outcomes.report({ T1: 'positive', T2: 'positive' }));
    expect(await statuses()).toEqual(['under-review', 'under-review']);
  });

  it('calls a person positive whose single tube is positive', async () => {
    await outcomes.tube('T1', 'single', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ T1: 'positive' }));
    expect(await statuses()).toEqual(['positive']);
    expect(await orders()).toEqual([]);
  });

  it('orders another retest when a single tube is inconclusive', async () => {
    await outcomes.tube('T1', 'single', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ T1: 'inconclusive' }));
    expect(await statuses()).toEqual(['under-review']);
    await outcomes.tube('T2', 'single', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ T2: 'inconclusive' }));
    expect((await orders()).map(({ tube, state }) => `${tube} ${state}`)).toEqual(['T1 repeated', 'T2 open']);
  });

  it('orders a re-sample of everybody in a tube that is invalid, rejected or lost', async () => {
    await outcomes.tube('T1', '5', people.slice(0, 2));
    await outcomes.tube('T2', '5', people.slice(2, 4));
    await outcomes.tube('T3', '5', people.slice(4, 6));
    await reconcileReport(await outcomes.report({ T1: 'invalid' }));
    const receiptId = await outcomes.receive(['T2'], 'leaking');
    await house.get(Transactions).run((tx) => house.get(ResultReconciler).reconcileReceipt(tx, receiptId));
    await outcomes.lose('T3');
    await reconcileTube('T3');
    expect(await statuses()).toEqual(Array(6).fill('resample'));
    expect((await orders()).map(({ kind, cause }) => `${kind} ${cause}`)).toEqual([
      'resample invalid', 'resample invalid', 'resample rejected', 'resample rejected', 'resample lost', 'resample lost',
    ]); // prettier-ignore
  });

  it('clears a person under review whose own single retest is negative, and confirms one whose is positive', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 3));
    await reconcileReport(await outcomes.report({ T1: 'positive' }));
    await outcomes.tube('R0', 'single', people.slice(0, 1));
    await outcomes.tube('R1', 'single', people.slice(1, 2));
    expect((await orders()).map(({ state }) => state)).toEqual(['sampled', 'sampled', 'open']);
    await reconcileReport(await outcomes.report({ R0: 'negative', R1: 'positive' }));
    expect(await statuses()).toEqual(['negative', 'positive', 'under-review']);
    expect((await orders()).map(({ state }) => state)).toEqual(['cleared', 'confirmed', 'open']);
  });

  it('leads people under review to the single lane until their own tube is decided', async () => {
    const desk = house.get(TicketDesk);
    const ticketFor = async (person: number) => {
      const request = { residentId: people[person]!, partySize: 1, lane: 'general' as const };
      const marshal = {
        kind: 'staff',
        id: outcomes.street.scannerId,
        username: 'm',
        role: 'marshal',
        displayName: 'm',
      } as const;
      return desk.take(outcomes.street.siteId, request, marshal).then(
        () => 'given',
        (error: unknown) => (error as { code?: string }).code,
      );
    };
    await outcomes.tube('T1', '10', people.slice(0, 2));
    await reconcileReport(await outcomes.report({ T1: 'inconclusive' }));
    expect([await ticketFor(0), await ticketFor(1), await ticketFor(2)]).toEqual([
      'single-lane-only',
      'single-lane-only',
      'given',
    ]);
    await outcomes.tube('R0', 'single', people.slice(0, 1));
    await outcomes.tube('R1', 'single', people.slice(1, 2));
    await reconcileReport(await outcomes.report({ R0: 'negative', R1: 'invalid' }));
    expect([await ticketFor(0), await ticketFor(1)]).toEqual(['given', 'single-lane-only']);
  });

  it('does not clear a positive pool because its file is put right later', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 3));
    await reconcileReport(await outcomes.report({ T1: 'positive' }));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    expect(await statuses()).toEqual(Array(3).fill('under-review'));
  });

  it('puts people under review when their negative pool turns out positive', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 3));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    await reconcileReport(await outcomes.report({ T1: 'positive' }));
    expect((await answers()).map(({ status, version }) => `${status} ${version}`)).toEqual(
      Array(3).fill('under-review 2'),
    );
    expect(await orders()).toHaveLength(3);
  });

  it('keeps somebody single whose retest gave no outcome', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ T1: 'positive' }));
    await outcomes.tube('R1', 'single', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ R1: 'invalid' }));
    expect(await statuses()).toEqual(['resample']);
    const [admission] = await house.database.query('SELECT occasion, purpose FROM sampling.admission');
    expect(admission).toEqual({ occasion: 2, purpose: 'retest' });
  });

  it('says nothing about a swab that was withdrawn or a tube nobody has judged', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 2));
    await outcomes.tube('T2', '10', people.slice(2, 4));
    await house.database.query(`UPDATE sampling.swab SET voided_at = now() WHERE resident_id = $1`, [people[0]]);
    await house.database.query(`UPDATE sampling.attendance SET voided_at = now() WHERE resident_id = $1`, [people[0]]);
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    await reconcileTube('T2');
    expect((await answers()).map(({ resident }) => resident)).toEqual([1]);
  });
});

describe('reconciling', () => {
  it('twice changes nothing', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 10));
    await outcomes.tube('T2', '10', people.slice(10, 20));
    const report = await outcomes.report({ T1: 'positive', T2: 'negative' });
    await reconcileReport(report);
    const before = [await answers(), await orders()];
    await reconcileReport(report);
    await reconcileTube('T1');
    expect([await answers(), await orders()]).toEqual(before);
    expect(
      await house.database.query(`SELECT 1 FROM journal.entry WHERE topic = 'results.answers-published'`),
    ).toHaveLength(1);
  });

  it('by several workers at once gives one answer, one order and one notice each', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 10));
    await outcomes.tube('T2', '20', people.slice(10, 30));
    const one = await outcomes.report({ T1: 'positive', T2: 'invalid' });
    await Promise.all([
      reconcileReport(one),
      reconcileTube('T1'),
      reconcileReport(one),
      reconcileTube('T2'),
      reconcileReport(one),
    ]);
    expect((await answers()).map(({ version }) => version)).toEqual(Array(30).fill(1));
    expect(await orders()).toHaveLength(30);
    expect(await house.database.query('SELECT 1 FROM results.notice')).toHaveLength(30);
  });

  it('stopped half-way leaves nothing', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 10));
    const report = await outcomes.report({ T1: 'positive' });
    await expect(
      house.get(Transactions).run(async (tx) => {
        await house.get(ResultReconciler).reconcileReport(tx, report);
        throw new Error('the power went');
      }),
    ).rejects.toThrow('the power went');
    for (const table of [
      'results.answer',
      'results.recall_order',
      'results.notice',
      'sampling.admission',
      'results.dossier',
    ]) {
      expect(await house.database.query(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
  });

  it('gives the same in whatever order the same facts become known', async () => {
    await outcomes.tube('P1', '10', people.slice(0, 5));
    await outcomes.tube('P2', '10', people.slice(5, 10));
    await outcomes.tube('N1', '10', people.slice(10, 15));
    await outcomes.tube('L1', '5', people.slice(15, 18));
    await outcomes.tube('S1', 'single', people.slice(18, 19));
    await outcomes.tube('S2', 'single', people.slice(19, 20));
    const facts = [
      { P1: 'positive' }, { P2: 'inconclusive' }, { P2: 'positive' }, { N1: 'negative' }, { S1: 'positive' },
      { S2: 'negative' }, { S2: 'positive' }, { P1: 'negative' },
    ] as const; // prettier-ignore
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          facts.map((_, n) => n),
          { minLength: facts.length },
        ),
        fc.array(fc.boolean(), { minLength: facts.length, maxLength: facts.length }),
        async (order, repeated) => {
          await outcomes.forget();
          const late: string[] = [];
          for (const [at, n] of order.entries()) {
            const report = await outcomes.report(facts[n]!);
            // Some errands come twice, some much later than the fact.
            if (repeated[at]) await reconcileReport(report);
            late.push(report);
          }
          await outcomes.lose('L1');
          for (const report of late.reverse()) await reconcileReport(report);
          await reconcileTube('L1');
          const state = {
            answers: (await answers()).map(({ resident, status, tube }) => [resident, status, tube]),
            orders: (await orders()).map(({ resident, kind, tube, state: of }) => [resident, kind, tube, of]),
          };
          seen.add(JSON.stringify(state));
          expect(seen.size).toBe(1);
        },
      ),
      { numRuns: 25 },
    );
    const [only] = [...seen];
    const { answers: last } = JSON.parse(only!) as { answers: [number, string, string][] };
    const of = (status: string): number[] =>
      last.filter((answer) => answer[1] === status).map(([resident]) => resident);
    expect(of('under-review')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(of('negative')).toEqual([10, 11, 12, 13, 14]);
    expect(of('resample')).toEqual([15, 16, 17]);
    expect(of('positive')).toEqual([18, 19]);
  }, 120_000);

  it('never rewrites a version', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 1));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    await expect(house.database.query(`UPDATE results.answer SET status = 'positive'`)).rejects.toThrow(
      /never changed/,
    );
    await expect(house.database.query('DELETE FROM results.answer')).rejects.toThrow(/never changed/);
  });
});

describe('notices', () => {
  it('leave once for each version, with ids and the status only', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 10));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    await Promise.all([house.get(SendNotices).run(), house.get(SendNotices).run(), house.get(SendNotices).run()]);
    await house.get(SendNotices).run();
    const lines = readFileSync(join(house.settings.dataDir, 'notices.jsonl'), 'utf8').trim().split('\n');
    expect(lines).toHaveLength(10);
    expect(Object.keys(JSON.parse(lines[0]!) as object).sort()).toEqual([
      'channel',
      'residentId',
      'roundId',
      'status',
      'version',
    ]);
  });

  it('whose fate nobody knows are never sent again by themselves', async () => {
    await outcomes.tube('T1', '10', people.slice(0, 2));
    await reconcileReport(await outcomes.report({ T1: 'negative' }));
    await house.database.query(`UPDATE results.notice SET state = 'sending', claimed_at = now() - interval '1 hour'`);
    await house.get(SendNotices).run();
    expect(await house.database.query('SELECT DISTINCT state FROM results.notice')).toEqual([{ state: 'unknown' }]);
  });
});
