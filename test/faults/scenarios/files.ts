import { sideBySide } from '../../../day/src/api.js';
import type { Person } from '../../../day/src/people.js';
import type { Bench } from '../bench/bench.js';
import { sameEnd } from '../check/final-state.js';
import { groupBy } from '../check/verdict.js';
import type { Fault } from '../fault.js';
import type { Round } from '../load/field.js';
import { runLoad, type LoadResult } from '../load/l1.js';
import { Road, type SealedTube, type TubeOutcome } from '../load/road.js';
import { TableHand } from '../load/table.js';
import { SeededDice } from '../seeded-dice.js';

/** Somebody who makes no mistake. */
class CarefulDice extends SeededDice {
  override chance(): boolean {
    return false;
  }
}

/** Files of laboratories, as they come. */
export const fileFaults: readonly Fault[] = [
  {
    id: 'F23',
    name: "a laboratory's files shuffled, half of them twice: the same end as in order",
    smoke: false,
    async run(bench) {
      const { field, plan } = bench;
      const first = await field.openRound('F23A');
      const load = await runLoad(field, first, { seconds: 8, rate: plan.rate, seed: plan.seed, holdFiles: true });
      for (const file of load.files) await load.road.handIn(file);
      await bench.settle(first, load);
      const round = await field.openRound('F23B');
      const mirrored = await mirror(bench, round, load.road);
      const { files } = mirrored.road;
      const twice = files.filter(() => bench.dice.chance(0.5));
      await sideBySide(bench.dice.shuffled([...files, ...twice]), 4, (file) => mirrored.road.handIn(file));
      await bench.settle(round, mirrored);
      bench.figure('files', files.length, undefined, '');
      bench.figure('handed in again', twice.length, undefined, '');
      const verdict = sameEnd(await bench.tablesOf(first), await bench.tablesOf(round));
      const [found] = bench.outcome.findings;
      found?.verdicts.push(verdict);
      for (const words of verdict.violations.slice(0, 3)) bench.expect(false, `D ${verdict.promise}: ${words}`);
      bench.expect(verdict.checked > 50 && twice.length > 1, 'there was hardly anything to compare');
    },
  },
];

/** The same people in the same tubes in another round, with the same outcomes; files are held back. */
async function mirror({ field, plan }: Bench, round: Round, model: Road): Promise<LoadResult> {
  const { ground } = field;
  const outcomes = new Map<string, TubeOutcome>(
    model.files.flatMap(({ rows }) => rows.map((row) => [row.barcode, row.outcome] as const)),
  );
  const dice = new CarefulDice(plan.seed + 7);
  const devices = [ground.packer, ground.courier, ground.lab, ground.labReviewer].map((staff) =>
    field.device(staff.username, staff, round, plan.seed),
  );
  const [packer, courier, lab, labReviewer] = devices;
  if (packer === undefined || courier === undefined || lab === undefined || labReviewer === undefined) {
    throw new Error('no staff');
  }
  const said = new Map<string, TubeOutcome>();
  const road = new Road({
    tag: round.tag,
    roundId: round.id,
    dice,
    packer,
    courier,
    lab,
    labReviewer,
    packerName: ground.packer.username,
    courierName: ground.courier.username,
    tubesInBox: 3,
    outcomeOf: ({ barcode }) => said.get(barcode) ?? 'negative',
    holdFiles: true,
  });
  const tables = ground.sites.flatMap((site) => site.tables);
  let tubes = 0;
  const refill = async (tube: SealedTube): Promise<void> => {
    const table = tables.find(({ siteId }) => siteId === tube.siteId);
    if (table === undefined) return;
    const people = tube.members.map(({ residentId }) => ({ id: residentId }) as Person);
    const barcode = `${round.tag}${String((tubes += 1)).padStart(5, '0')}`;
    said.set(barcode, outcomes.get(tube.barcode) ?? 'negative');
    const work = { roundId: round.id, tag: round.tag, table, dice, paceMs: 0 };
    const hand = new TableHand(field.device(`mirror-${tubes}`, table.scanner, round, tubes), {
      ...work,
      next: () => people.shift(),
      onSealed: (sealed) => road.put(sealed),
      barcode: () => barcode,
    });
    await hand.keep();
  };
  // A table has one tube open at a time.
  const lanes = [...groupBy(model.carried, ({ siteId }) => siteId).values()];
  await sideBySide(lanes, lanes.length, async (lane) => {
    for (const tube of lane) await refill(tube);
  });
  await road.finish();
  return { files: road.files, devices, road, slowestMs: 0 };
}
