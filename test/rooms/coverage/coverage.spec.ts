import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { areaLevels, CoverageLedger, CoverageRecount, noNumbers, type CoverageNumbers } from '#journey/coverage';
import { LabCounter, ReportDesk } from '#journey/lab';
import { ReconcileReport, ReconcileTube } from '#journey/results';
import { HandoverDesk, PackingBench, TubeLossDesk } from '#journey/transport';
import { Transactions } from '#platform/database';
import type { ErrandHandler } from '#platform/jobs';
import { openFront, type Front } from '../../support/house.js';
import { layWay, type Way } from '../../support/lab.js';
import { layStreet, openRound, streetCode, type Street } from '../../support/street.js';
import { layTube } from '../../support/tubes.js';

let front: Front;
let street: Street;
let way: Way;

beforeAll(async () => {
  front = await openFront();
  street = await layStreet(front.database, 24);
  way = await layWay(front);
});
afterAll(() => front.close());

async function exempt(roundId: string, residentId: string): Promise<void> {
  await front.database.query(
    `INSERT INTO campaign.exemption (id, round_id, resident_id, reason, granted_by) VALUES ($1, $2, $3, 'other', $3)
     ON CONFLICT DO NOTHING`,
    [uuidv7(), roundId, residentId],
  );
}

/** What the job-runner does with an errand. */
async function reconcile<Payload>(handler: ErrandHandler<Payload>, payload: Payload): Promise<void> {
  await front.get(Transactions).run((tx) => handler.handle(tx, payload));
}

async function withdraw(roundId: string, residentId: string): Promise<void> {
  for (const table of ['swab', 'attendance']) {
    await front.database.query(
      `UPDATE sampling.${table} SET voided_at = now() WHERE round_id = $1 AND resident_id = $2 AND voided_at IS NULL`,
      [roundId, residentId],
    );
  }
}

function numbersOf(area: CoverageNumbers): CoverageNumbers {
  const names = Object.keys(noNumbers()) as (keyof CoverageNumbers)[];
  return Object.fromEntries(names.map((name) => [name, area[name]])) as unknown as CoverageNumbers;
}

/** Every number at every level, by the ledger and by the recount: they must be the same. */
async function expectBalanced(roundId: string): Promise<Map<string, CoverageNumbers>> {
  const counted = await front.get(CoverageRecount).recount(roundId);
  const read = new Map<string, CoverageNumbers>();
  for (const level of areaLevels) {
    const { areas } = await front.get(CoverageLedger).read(roundId, { level });
    for (const area of areas) read.set(area.code, numbersOf(area));
  }
  const lived = [...read].filter(([, numbers]) => numbers.should + numbers.exempt > 0);
  expect(Object.fromEntries(lived.sort())).toEqual(Object.fromEntries([...counted].sort()));
  return counted;
}

describe('coverage', () => {
  it('equals a recount from the ledgers at any moment, whatever happens in whatever order', async () => {
    const act = fc.record({
      kind: fc.constantFrom(
        'sample',
        'sample',
        'sample',
        'send',
        'send',
        'receive',
        'receive',
        'report',
        'report',
        'lose',
        'exempt',
        'withdraw',
      ),
      who: fc.nat(23),
      howMany: fc.integer({ min: 1, max: 6 }),
      outcome: fc.constantFrom('negative', 'negative', 'positive', 'inconclusive', 'invalid'),
    });
    let game = 0;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (acts) => {
        game += 1;
        // Every day begins with one tube that goes all the way; then anything may happen.
        const first = { who: 20, howMany: 4, outcome: ['negative', 'positive', 'invalid'][game % 3]! };
        const morning = ['sample', 'send', 'receive', 'report'].map((kind) => ({ kind, ...first }));
        const roundId = uuidv7();
        await openRound(front.database, roundId);
        const round = { ...street, roundId };
        const sampled = new Set<string>();
        const [sealed, sent, received]: [string[], string[], string[]] = [[], [], []];
        for (const [n, { kind, who, howMany, outcome }] of [...morning, ...acts].entries()) {
          const name = `G${game}-${n}`;
          const person = street.residents[who]!;
          if (kind === 'sample') {
            const members = street.residents.slice(who, who + howMany).filter(({ id }) => !sampled.has(id));
            members.forEach(({ id }) => sampled.add(id));
            await layTube(front.database, round, name, members);
            sealed.push(name);
          } else if (kind === 'send' && sealed.length > 0) {
            const barcodes = sealed.splice(0, howMany);
            const bench = front.get(PackingBench);
            await bench.open({ code: name, siteId: street.siteId }, way.packer);
            await bench.pack(name, barcodes, way.packer);
            await bench.seal(name, barcodes.length, way.packer);
            await front.get(HandoverDesk).dispatch(name, { givenBy: 'packer' }, way.courier);
            sent.push(name);
          } else if (kind === 'receive' && sent.length > 0) {
            const boxCode = sent.shift()!;
            await front.get(HandoverDesk).receive(boxCode, { givenBy: 'courier', labCode: 'LAB1' }, way.lab);
            const { contents } = (await front.send('lab', 'GET', `/boxes/${boxCode}`)).body as { contents: { barcode: string }[] }; // prettier-ignore
            const accepted = contents.map(({ barcode }) => barcode).slice(0, howMany);
            await front.get(LabCounter).record({ boxCode, accepted, rejected: [] }, way.lab);
            received.push(...accepted);
          } else if (kind === 'report' && received.length > 0) {
            const rows = received.splice(0, howMany).map((barcode) => JSON.stringify({ barcode, outcome, testedAt: new Date().toISOString() })); // prettier-ignore
            const report = await front
              .get(ReportDesk)
              .upload({ bytes: Buffer.from(rows.join('\n')), contentType: 'application/x-ndjson' }, way.lab);
            expect(report.state).toBe('applied');
            await reconcile(front.get(ReconcileReport), { reportId: report.id });
          } else if (kind === 'lose' && sealed.length > 0) {
            const barcode = sealed.pop()!;
            await front.get(TubeLossDesk).declareLost(barcode, '丢失', way.packer);
            await reconcile(front.get(ReconcileTube), { barcode });
          } else if (kind === 'exempt') await exempt(roundId, person.id);
          else if (kind === 'withdraw') await withdraw(roundId, person.id);
          const whole = (await expectBalanced(roundId)).get(streetCode)!;
          for (const status of ['negative', 'underReview', 'resample'] as const)
            if (whole[status] > 0) seen.add(status);
        }
      }),
      { numRuns: 10, seed: 7 },
    );
    expect([...seen].sort()).toEqual(['negative', 'resample', 'underReview']);
  });

  it('counts people where they live, wherever they were sampled, and names its denominators', async () => {
    const roundId = uuidv7();
    await openRound(front.database, roundId);
    const fromBoth = [...street.residents.slice(0, 2), ...street.residents.slice(-1)];
    await layTube(front.database, { ...street, roundId }, 'HOME-1', fromBoth);
    await exempt(roundId, street.residents[5]!.id);
    const read = await front.send(
      'organiser',
      'GET',
      `/rounds/${roundId}/coverage?area=370811013001-01&level=building`,
    );
    expect(read.body).toMatchObject({
      level: 'building',
      area: { code: '370811013001-01', level: 'grid' },
      total: { should: 23, exempt: 1, sampled: 3, sent: 0, percent: { sampledOfShould: 13 } },
      areas: [
        { code: street.buildings[0], should: 11, exempt: 1, sampled: 2, percent: { sampledOfShould: 18.1 } },
        { code: street.buildings[1], should: 12, exempt: 0, sampled: 1, percent: { testedOfSampled: 0 } },
      ],
    });
    const all = await front.send('gridworker', 'GET', `/rounds/${roundId}/coverage`);
    expect(all.body).toMatchObject({ level: 'community', area: null, areas: [{ code: '370811013001', should: 23 }] });
  });

  it('lists the missing by door with a reason, masked, page by page', async () => {
    const roundId = uuidv7();
    await openRound(front.database, roundId);
    const [came, back, gone, ...others] = street.residents;
    await layTube(front.database, { ...street, roundId }, 'MISS-1', [came!, back!, gone!]);
    await withdraw(roundId, gone!.id);
    await front.database.query(`UPDATE community.resident SET home_visit = true WHERE id = $1`, [others[0]!.id]);
    await front.database.query(
      `INSERT INTO results.recall_order (round_id, resident_id, kind, cause, cause_barcode, cause_version, cause_occasion, occasion, deadline)
       VALUES ($1, $2, 'retest', 'positive', 'MISS-1', 1, 0, 1, now())`,
      [roundId, back!.id],
    );
    const ledger = front.get(CoverageLedger);
    const reasons = new Map<string, string>();
    let cursor: string | undefined;
    do {
      const page = await ledger.missing(roundId, { area: streetCode, cursor }, 5);
      page.residents.forEach(({ residentId, reason }) => reasons.set(residentId, reason));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(reasons.size).toBe(23);
    expect(reasons.has(came!.id)).toBe(false);
    expect([back, gone, others[0], others[1]].map((person) => reasons.get(person!.id))).toEqual([
      'retest-due',
      'registration-withdrawn',
      'home-visit-due',
      'not-come',
    ]);
    const { body } = await front.send('gridworker', 'GET', `/rounds/${roundId}/missing?area=${street.buildings[1]}`);
    expect(body.residents).toHaveLength(12);
    expect(body.residents[0]).toMatchObject({ maskedName: '王*', areaCode: street.buildings[1], lane: 'general' });
  });

  it('answers what it cannot answer in words', async () => {
    const asked: [string, number, string][] = [
      [`/rounds/${uuidv7()}/coverage`, 404, 'round-not-found'],
      [`/rounds/${street.roundId}/coverage?area=nowhere`, 404, 'area-is-unknown'],
      [`/rounds/${street.roundId}/coverage?area=${street.buildings[0]}`, 400, 'level-is-not-below-area'],
      [`/rounds/${street.roundId}/coverage?level=planet`, 400, 'invalid-request'],
      [`/rounds/${street.roundId}/coverage?more=1`, 400, 'invalid-request'],
      [`/rounds/${street.roundId}/missing?cursor=WzEsMiwzXQ`, 400, 'cursor-refused'],
      ['/rounds/7/missing', 400, 'invalid-request'],
    ];
    for (const [path, status, code] of asked) {
      const refused = await front.send('organiser', 'GET', path);
      expect([refused.status, refused.body.code]).toEqual([status, code]);
    }
    expect((await front.send('scanner', 'GET', `/rounds/${street.roundId}/missing`)).status).toBe(403);
  });
});
