import { uuidv7 } from 'uuidv7';
import { setTimeout as pause } from 'node:timers/promises';
import { sideBySide } from './api.js';
import type { Dice } from './dice.js';
import type { Ground, Lane, Site } from './ground.js';
import type { Person } from './people.js';
import type { Progress } from './progress.js';
import type { Purpose, Records } from './records.js';
import type { Road } from './road.js';
import { keepTable, type Party, type TableWork } from './table.js';

/** People who will come to one site through one lane. */
export interface Comer {
  site: Site;
  lane: Lane;
  people: Person[];
  /** When on the arrival curve they come, from 0 to 1. */
  at: number;
}

export interface WavePlan {
  wave: number;
  comers: Comer[];
  ground: Ground;
  records: Records;
  road: Road;
  dice: Dice;
  pace: number;
  progress: Progress;
}

/** Most people come after breakfast and after work: two humps with a thin noon between them. */
function arrivalTime(dice: Dice, ...about: (string | number)[]): number {
  const hump = dice.chance(0.6, 'morning', ...about) ? 0.25 : 0.75;
  const spread = (dice.of('a', ...about) + dice.of('b', ...about) + dice.of('c', ...about) - 1.5) / 3;
  return Math.min(Math.max(hump + spread * 0.8, 0), 1);
}

/** Households as they come the first time: who must be sampled singly goes alone, old people take the green lane. */
export function firstComers(ground: Ground, dice: Dice): Comer[] {
  return ground.households.flatMap(({ areaCode, people }) => {
    const site = ground.sites.find((one) => areaCode.startsWith(one.areaCode)) ?? ground.sites[0];
    if (site === undefined) throw new Error('there is no site');
    const coming = people.filter(({ n }) => !dice.chance(0.015, 'stays at home', n));
    const alone = coming.filter(({ singleOnly }) => singleOnly);
    const together = coming.filter(({ singleOnly }) => !singleOnly);
    const at = arrivalTime(dice, people[0]?.n ?? 0);
    const isOld = together.some(({ birthYear }) => birthYear <= 1950);
    const lane: Lane = isOld && hasLane(site, 'green') ? 'green' : 'general';
    return [
      ...alone.map((person) => ({ site, lane: 'single' as const, people: [person], at })),
      ...(together.length > 0 ? [{ site, lane, people: together, at }] : []),
    ];
  });
}

/** People who were called back go where the recall list leads them. `lanes` is by resident id. */
export function recalledComers(
  ground: Ground,
  recalled: ReadonlyMap<Person, Purpose>,
  lanes: ReadonlyMap<string, Lane>,
  dice: Dice,
  wave: number,
): Comer[] {
  return [...recalled.keys()].map((person) => {
    const home = ground.households.find(({ people }) => people.includes(person));
    const site = ground.sites.find((one) => home?.areaCode.startsWith(one.areaCode)) ?? ground.sites[0];
    if (site === undefined) throw new Error('there is no site');
    const lane = lanes.get(person.id) ?? 'general';
    return {
      site,
      lane: hasLane(site, lane) ? lane : 'general',
      people: [person],
      at: arrivalTime(dice, person.n, wave),
    };
  });
}

function hasLane(site: Site, lane: Lane): boolean {
  return site.tables.some((table) => table.lane === lane);
}

/** Everybody of one wave takes a ticket, is called and sampled; their tubes travel and are reported. */
export async function runWave({ wave, comers, ground, records, road, dice, pace, progress }: WavePlan): Promise<void> {
  const parties = new Map<string, Party>();
  let arrivedAll = false;
  let swabs = 0;
  const expected = comers.reduce((sum, { people }) => sum + people.length, 0);
  const work: Omit<TableWork, 'isOver'> = {
    roundId: ground.roundId,
    tag: ground.tag,
    wave,
    pace,
    dice,
    records,
    parties,
    onSealed: (tube) => road.put(tube),
    onSwab: () => {
      swabs += 1;
      progress.tick(
        () =>
          `wave ${wave + 1}: ${swabs} of ${expected} sampled, ${records.tubes.length} tubes, ${road.boxCount} boxes`,
      );
    },
  };
  const arrivals = sideBySide(
    [...comers].sort((a, b) => a.at - b.at),
    6,
    async ({ site, lane, people }) => {
      const ticketId = uuidv7();
      const open = records.swabs;
      parties.set(ticketId, { ticketId, people });
      records.tickets.set(ticketId, { siteId: site.id, state: 'waiting' });
      await ground.marshal.post(`/sites/${site.id}/tickets`, {
        id: ticketId,
        partySize: people.length,
        lane,
        ...(people.length === 1 ? { residentId: people[0]?.id } : {}),
      });
      // At an even pace of swabs people do not all come in the first minute.
      if (pace > 0 && records.swabs === open) await pause(60_000 / pace / 2);
    },
  ).then(() => {
    arrivedAll = true;
  });
  const tables = ground.sites.flatMap((site) => site.tables);
  const keeping = tables.map((table) => keepTable(table, { ...work, isOver: () => arrivedAll }));
  await Promise.all([arrivals, ...keeping]);
  await road.finish();
  progress.say(`wave ${wave + 1}: ${swabs} sampled, everything packed, carried, received and reported`);
}
