import { booksTroubles, handIn, offlineBooks, offlineDay, rollOf } from '../../../bench/support/offline-day.mjs';
import type { Bench } from '../bench/bench.js';
import { Judge } from '../check/verdict.js';
import type { Fault } from '../fault.js';

const area = 'OFFLINE';
/** A batch of 500 acts and its answer, and half of the next one: the line is cut after every 500 acts. */
const cutAfterBytes = 270_000;
const personOf = (n: number) => `00000000-0000-7000-8018-${n.toString(16).padStart(12, '0')}`;

/** A day without a network. */
export const offlineFaults: readonly Fault[] = [
  {
    id: 'F18',
    name: '20 devices bring home 10,000 acts each: repeats, conflicts, shuffled, cut every 500, one poisoned',
    smoke: false,
    async run(bench) {
      const { house, plan, field } = bench;
      const acts = 10_000;
      const count = 20;
      await layPeople(bench, count * acts);
      const round = await field.openRound('F18', [area]);
      const tables = field.ground.sites.flatMap((site) => site.tables);
      const devices = [];
      for (let n = 0; n < count; n += 1) {
        const table = tables[Math.floor(n / 2) % tables.length];
        if (table === undefined) throw new Error('no table');
        const { stationId, scanner } = table;
        const device = await field.layPda(table, round.id);
        devices.push({ id: device.id, batch: device.batch, actorId: scanner.id, roundId: round.id, stationId });
      }
      const { sending, expected } = offlineDay({
        devices,
        acts,
        roll: rollOf(plan.seed),
        personOf,
        barcodeOf: (device: number, tube: number) => `${round.tag}T${device}-${tube}`,
      });
      const { siteApis } = house.lines;
      const before = siteApis.reduce((sum, { counts }) => sum + counts.cut, 0);
      for (const line of siteApis) line.weather = { cutAfterBytes };
      const began = Date.now();
      const troubles = await Promise.all(
        sending.map((batches, n) => handIn(siteApis[n % siteApis.length]?.port ?? 0, batches)),
      );
      const took = Date.now() - began;
      bench.mend();
      await house.allReady();
      await bench.settleErrands(180_000, 60_000);
      const found = await offlineBooks(
        (text: string, values?: unknown[]) => house.ask(text, values),
        round.id,
        devices.map(({ id }) => id),
      );
      bench.figure('taken over', took, 300_000);
      for (const [what, seen] of Object.entries(found)) {
        if (['received', 'accepted', 'exceptions', 'refused'].includes(what)) bench.figure(what, seen, undefined, '');
      }
      const cut = siteApis.reduce((sum, { counts }) => sum + counts.cut, 0) - before;
      bench.figure('lines cut', cut, undefined, '');
      bench.expect(cut > (count * acts) / 2_000, `only ${cut} lines were cut: the fault did not happen`);
      conserved(bench, [...troubles.flat(), ...booksTroubles(found, expected)], found);
    },
  },
];

/** Said like the findings of the other faults, so that one table holds them all. */
function conserved({ outcome, plan }: Bench, troubles: readonly string[], found: Record<string, number>): void {
  const judge = new Judge('I10', 'received = accepted + exceptions + refused, and every exception has an owner');
  for (const trouble of troubles) judge.hold(false, () => trouble);
  outcome.findings.push({
    seed: plan.seed,
    verdicts: [judge.verdict()],
    acts: { acked: found.received ?? 0, refused: found.refused ?? 0, unanswered: 0, applied: 0, notApplied: 0 },
    broken: troubles.map((trouble) => `I10 ${trouble}`),
  });
}

/** People of an area of their own, so many that every act may have another one; without the doors, for time's sake. */
async function layPeople({ house }: Bench, count: number): Promise<void> {
  const id = (n: string) => `('00000000-0000-7000-8018-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await house.ask(
    `INSERT INTO community.area (code, level, name, lineage) VALUES ('${area}', 'city', '离线演练', '{${area}}')`,
  );
  await house.ask(
    `INSERT INTO community.household (id, area_code, door)
     SELECT ${id('n')}, '${area}', n::text FROM generate_series(0, ($1::int - 1) / 3) AS n`,
    [count],
  );
  await house.ask(
    `INSERT INTO community.resident (id, area_code, household_id, masked_name, name_sealed, document_kind, document_index,
                                     document_masked, document_sealed)
     SELECT ${id('n')}, '${area}', ${id('n / 3')}, '王*', '\\x00', 'resident-id', sha256(('offline' || n)::bytea),
            '0***************01', '\\x00' FROM generate_series(0, $1::int - 1) AS n`,
    [count],
  );
  await house.ask('ANALYZE community.resident, community.household');
}
