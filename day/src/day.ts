import { setTimeout as pause } from 'node:timers/promises';
import { Door } from './api.js';
import { BoardWatch } from './board-watch.js';
import { balance, type Book } from './books.js';
import { Dice } from './dice.js';
import { layGround, type Ground, type Lane } from './ground.js';
import type { DayOptions } from './options.js';
import type { Person } from './people.js';
import type { Progress } from './progress.js';
import { Records, type Purpose } from './records.js';
import { Road } from './road.js';
import { Truth } from './truth.js';
import { firstComers, recalledComers, runWave, type Comer } from './wave.js';

export interface DayResult {
  seed: number;
  residents: number;
  seconds: number;
  swabs: number;
  repeats: number;
  refusals: number;
  tubes: number;
  boxes: number;
  boardFrames: number;
  books: Book[];
  balanced: boolean;
}

const mostWaves = 8;
const answersPatience = 180_000;

/** A whole test day through the public doors alone, and its books. `house` says where the doors are. */
export async function simulateDay(
  house: { siteApi: string; queueDisplay: string; password: string },
  options: DayOptions,
  progress: Progress,
): Promise<DayResult> {
  const door = new Door(`${house.siteApi}/api/v1`);
  const dice = new Dice(options.seed);
  const truth = new Truth(dice, options.prevalence);
  const ground = await layGround(door, options, dice, house.password, progress);
  const records = new Records();
  const road = new Road(ground, truth);
  const board = new BoardWatch(
    house.queueDisplay,
    ground.sites.map(({ id }) => id),
  );
  try {
    let comers: Comer[] = firstComers(ground, dice);
    for (let wave = 0; comers.length > 0 && wave < mostWaves; wave += 1) {
      const reportedBefore = records.tubes.length;
      await runWave({ wave, comers, ground, records, road, dice, pace: options.pace, progress });
      const recalled = records.judge(records.tubes.slice(reportedBefore));
      const lanes = await untilRecalled(ground, recalled, progress);
      comers = recalledComers(ground, recalled, lanes, dice, wave + 1);
    }
    for (const { id } of ground.sites) await ground.organiser.put(`/sites/${id}/queue/closure`);
    await untilAnswered(ground, records, progress);
    progress.say('the day is over; comparing the books');
    const books = await balance(door, ground, records, board);
    return {
      seed: options.seed,
      residents: options.residents,
      seconds: Math.round(progress.seconds() * 10) / 10,
      swabs: records.swabs,
      repeats: records.repeats,
      refusals: records.refusals,
      tubes: records.tubes.length,
      boxes: road.boxCount,
      boardFrames: board.frames,
      books,
      balanced: books.every(({ holds }) => holds),
    };
  } finally {
    board.leave();
  }
}

/** Waits until each person who must come back has their order, and reads which lane it leads them to. */
async function untilRecalled(
  ground: Ground,
  recalled: ReadonlyMap<Person, Purpose>,
  progress: Progress,
): Promise<Map<string, Lane>> {
  const lanes = new Map<string, Lane>();
  if (recalled.size === 0) return lanes;
  await until(progress, `${recalled.size} people to be called back`, async () => {
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { residentId: string; lane: Lane }[]; next: string | null } = await ground.organiser.get(
        `/rounds/${ground.roundId}/recalls?state=open${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      for (const { residentId, lane } of page.items) lanes.set(residentId, lane);
      cursor = page.next;
    }
    return [...recalled.keys()].every(({ id }) => lanes.has(id));
  });
  return lanes;
}

async function untilAnswered(ground: Ground, records: Records, progress: Progress): Promise<void> {
  const waiting = new Map(
    ground.households.flatMap(({ people }) => people.map((person) => [person.n, person] as const)),
  );
  await until(progress, 'every answer to be published', async () => {
    for (const [n, person] of waiting) {
      const expected = records.expected.get(n);
      if (expected !== undefined) {
        const { rounds } = await ground.organiser.get<{ rounds: { roundId: string; gate: string }[] }>(
          `/residents/${person.id}/results`,
        );
        if (rounds.find(({ roundId }) => roundId === ground.roundId)?.gate !== expected) return false;
      }
      waiting.delete(n);
    }
    return true;
  });
}

/** Gives up quietly after its patience: the books will say what is missing. */
async function until(progress: Progress, what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + answersPatience;
  while (!(await holds())) {
    if (Date.now() > end) {
      progress.say(`waited three minutes for ${what}, in vain`);
      return;
    }
    progress.tick(() => `waiting for ${what}`);
    await pause(200);
  }
}
