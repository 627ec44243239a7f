import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../bench/app-process.js';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

interface Crash {
  name: string;
  when: 'before' | 'after';
  apps: AppProcess[];
}

/** How long a point may take to come by before it is left out. */
const patienceMs = 5_000;

/** The end of a process at each step at which something becomes true for others. */
export const crashPoints: readonly Fault[] = [
  {
    id: 'F24',
    name: 'kill -9 before and after every commit and publication',
    smoke: true,
    async run(bench) {
      const { plan } = bench;
      let tried = 0;
      let known = 0;
      const hit: string[] = [];
      await bench.underLoad('F24', { rate: plan.isFull ? 12 : 10 }, async () => {
        // Points of the preparations do not come by again: the first seconds show which points a day has.
        for (const app of [...bench.house.siteApis, ...bench.house.runners]) app.tell({ forget: true });
        await pause(plan.isFull ? 12_000 : 4_000);
        const crashes = bench.dice.shuffled(crashesOf(bench));
        known = crashes.length;
        for (const crash of plan.isFull ? crashes : spread(crashes, 12)) {
          if (!plan.isFull && hit.length >= 8) break;
          tried += 1;
          await bench.until(async () => (await Promise.all(crash.apps.map((app) => app.answersReady()))).some(Boolean));
          if (await die(bench, crash)) hit.push(`${crash.when} ${crash.name}`);
        }
      });
      bench.figure('points known', known, undefined, '');
      bench.figure('died at', hit.length, undefined, '');
      bench.expect(hit.length >= (plan.isFull ? 40 : 8), `died at ${hit.length} of ${tried} points that were tried`);
    },
  },
];

function crashesOf({ house }: Bench): Crash[] {
  return [house.siteApis, house.runners].flatMap((apps) => {
    const names = new Set(apps.flatMap(({ pointsSeen }) => [...pointsSeen]));
    return [...names].sort().flatMap((name) => (['before', 'after'] as const).map((when) => ({ name, when, apps })));
  });
}

/** Some of both kinds of process, those of the tables and the queue first. */
function spread(crashes: readonly Crash[], count: number): Crash[] {
  const busy = crashes.filter(({ name }) => /swab|tube|publish|errand|answer|box/.test(name));
  return [...busy, ...crashes.filter((crash) => !busy.includes(crash))].slice(0, count);
}

/** Lets the first of these processes that reaches the point die there. @returns whether one did */
async function die(bench: Bench, { name, when, apps }: Crash): Promise<boolean> {
  const deaths = () => apps.reduce((sum, app) => sum + app.deaths, 0);
  const before = deaths();
  const skip = bench.dice.between(0, 2);
  for (const app of apps) app.tell({ failPoint: { name, when, how: 'SIGKILL', skip } });
  const took = await bench.until(() => deaths() > before, patienceMs);
  for (const app of apps) app.tell({ failPoint: null });
  return took < Infinity;
}
