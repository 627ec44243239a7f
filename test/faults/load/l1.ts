import { setTimeout as pause } from 'node:timers/promises';
import { Dice } from '../../../day/src/dice.js';
import type { Staff } from '../../../day/src/api.js';
import type { Person } from '../../../day/src/people.js';
import { SeededDice } from '../seeded-dice.js';
import type { Device } from './device.js';
import type { Field, Round } from './field.js';
import { Gate } from './gate.js';
import { Office } from './office.js';
import { Pda } from './pda.js';
import { Road, type LabFile, type SealedTube, type TubeOutcome } from './road.js';
import { TableHand } from './table.js';

export interface LoadPlan {
  seconds: number;
  /** Swabs a second that the tables aim at, all together. */
  rate: number;
  seed: number;
  holdFiles?: boolean;
  /** Whether the fault is over: the load goes on until then, whatever its seconds say. */
  mayEnd?: () => boolean;
  /** How far the clock of each table's device is off, in milliseconds. */
  skews?: number[];
}

export interface LoadResult {
  files: LabFile[];
  devices: Device[];
  road: Road;
  /** The longest time an answered act took, in milliseconds. */
  slowestMs: number;
}

/**
 * The load under which faults are tried: tables that scan, a gate with tickets, boxes on their way, reports of the
 * laboratory, people who read their results, people who were called back. All of it begins, runs for a while and ends.
 */
export async function runLoad(field: Field, round: Round, plan: LoadPlan): Promise<LoadResult> {
  const { ground } = field;
  const dice = new SeededDice(plan.seed);
  const truth = new Dice(plan.seed);
  const people = ground.households.flatMap((household) => household.people);
  const byId = new Map(people.map((person) => [person.id, person]));
  const line = dice.shuffled(people.filter(({ singleOnly }) => !singleOnly));
  const isInfected = (id: string) => truth.chance(0.02, 'infected', byId.get(id)?.n ?? 0);
  const until = Date.now() + plan.seconds * 1_000;
  const isOver = () => Date.now() > until && (plan.mayEnd?.() ?? true);
  let tubes = 0;
  const barcode = () => `${round.tag}${String((tubes += 1)).padStart(5, '0')}`;
  const devices: Device[] = [];
  const device = (name: string, staff: Parameters<Field['device']>[1]) => {
    const made = field.device(name, staff, round, dice.between(0, 2 ** 31));
    devices.push(made);
    return made;
  };
  const road = new Road({
    tag: round.tag,
    roundId: round.id,
    dice: new SeededDice(plan.seed + 1),
    packer: device('packer', ground.packer),
    courier: device('courier', ground.courier),
    lab: device('lab', ground.lab),
    labReviewer: device('lab2', ground.labReviewer),
    packerName: ground.packer.username,
    courierName: ground.courier.username,
    tubesInBox: 3,
    outcomeOf: (tube) => outcomeOf(tube, isInfected, truth),
    ...(plan.holdFiles === undefined ? {} : { holdFiles: plan.holdFiles }),
  });
  const tables = ground.sites.flatMap((site) => site.tables);
  const paceMs = (tables.length * 1_000) / plan.rate;
  const hands = tables.map((table, n) => {
    const scanner = device(`table-${n + 1}`, table.scanner);
    scanner.skewMs = plan.skews?.[n % plan.skews.length] ?? 0;
    return new TableHand(scanner, {
      roundId: round.id,
      tag: round.tag,
      table,
      dice: new SeededDice(plan.seed + 100 + n),
      paceMs: paceMs * 0.9,
      next: () => (isOver() ? undefined : line.pop()),
      onSealed: (tube) => road.put(tube),
      barcode,
    });
  });
  const gate = new Gate(
    device('marshal', ground.marshal),
    device('caller', ground.marshal),
    new SeededDice(plan.seed + 2),
    ground.sites,
  );
  const organiser = device('organiser', ground.organiser);
  const office = await openOffice(field, round, plan, {
    device,
    barcode,
    next: () => (isOver() ? undefined : line.pop()),
    onSealed: (tube) => road.put(tube),
  });
  await Promise.all([
    ...hands.map((hand) => hand.keep()),
    office?.keep(isOver, Math.max(150, 12_000 / plan.rate)),
    gate.keep(isOver, Math.max(60, 8_000 / plan.rate)),
    readResults(organiser, ground.organiser.id, people, dice, isOver, Math.max(60, 10_000 / plan.rate)),
    ...(plan.holdFiles ? [] : [callBack(organiser, hands.at(-1), round, byId, isOver)]),
  ]);
  await road.finish();
  return { files: road.files, devices, road, slowestMs: Math.max(...devices.map(({ slowestMs }) => slowestMs)) };
}

/** The desks behind the tables of the first site, and a device of it that works without a network. */
async function openOffice(
  field: Field,
  round: Round,
  plan: LoadPlan,
  given: {
    device: (name: string, staff: Staff) => Device;
    barcode: () => string;
    next: () => Person | undefined;
    onSealed: (tube: SealedTube) => void;
  },
): Promise<Office | undefined> {
  const { ground, gridworker } = field;
  const { device, barcode, next, onSealed } = given;
  const [site] = ground.sites;
  const table = site?.tables.find(({ lane }) => lane === 'general');
  if (site === undefined || table === undefined) return undefined;
  const dice = new SeededDice(plan.seed + 50);
  const work = { pda: await field.layPda(table, round.id), roundId: round.id, table, dice, history: round.history };
  return new Office({
    roundId: round.id,
    table,
    areaCode: site.areaCode,
    dice,
    scanner: device('office-scanner', table.scanner),
    organiser: device('office-organiser', ground.organiser),
    gridworker: device('office-gridworker', gridworker),
    gridworkerId: gridworker.id,
    pda: new Pda(device('pda', table.scanner), { ...work, next, barcode }),
    stranger: () => field.stranger(),
    mayUnmask: () => field.mayUnmask(),
    onSealed,
  });
}

function outcomeOf(
  { barcode, members, poolClass }: SealedTube,
  isInfected: (id: string) => boolean,
  truth: Dice,
): TubeOutcome {
  const infected = members.some(({ residentId }) => isInfected(residentId));
  if (poolClass === 'single') return infected ? 'positive' : 'negative';
  if (truth.chance(0.03, 'invalid', barcode)) return 'invalid';
  if (infected) return 'positive';
  return truth.chance(0.03, 'grey', barcode) ? 'inconclusive' : 'negative';
}

async function readResults(
  reader: Device,
  readerId: string,
  people: readonly Person[],
  dice: SeededDice,
  isOver: () => boolean,
  paceMs: number,
): Promise<void> {
  while (!isOver()) {
    const { id } = dice.pick(people);
    await reader.act({
      op: 'read-results',
      key: id,
      method: 'GET',
      path: `/residents/${id}/results`,
      asked: { readerId },
      keep: () => ({}),
    });
    await pause(paceMs);
  }
}

/** Whoever is called back comes at once, to one table, and gives a swab in a tube of their own. */
async function callBack(
  organiser: Device,
  hand: TableHand | undefined,
  round: Round,
  byId: ReadonlyMap<string, Person>,
  isOver: () => boolean,
): Promise<void> {
  const come = new Set<string>();
  while (!isOver() && hand !== undefined) {
    await pause(500);
    const list = await organiser.act({
      op: 'read-recalls',
      key: round.id,
      method: 'GET',
      path: `/rounds/${round.id}/recalls?state=open`,
      asked: {},
      keep: ({ items }: { items: { residentId: string }[] }) => ({ people: items.map(({ residentId }) => residentId) }),
    });
    if (list.kind !== 'ok') continue;
    for (const id of list.answer.people as string[]) {
      const person = byId.get(id);
      if (person === undefined || come.has(id) || isOver()) continue;
      come.add(id);
      await hand.single(person);
    }
  }
}
