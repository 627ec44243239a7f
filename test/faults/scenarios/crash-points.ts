import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../bench/app-process.js';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

interface Crash {
  id: string;
  name: string;
  when: 'before' | 'after';
  apps: AppProcess[];
  /** How often it was waited for in vain. */
  tries: number;
}

/** How long a point may take to come by before it waits for another turn. */
const patienceMs = 5_000;
/** People run out: after so long another round is begun, with everybody in line again. */
const roundMs = 150_000;
/** All of it ends after so long, whatever has not come by. */
const atMostMs = 10 * 60_000;

/** The end of a process at each step at which something becomes true for others. */
export const crashPoints: readonly Fault[] = [
  {
    id: 'F24',
    name: 'kill -9 before and after every commit and publication',
    smoke: true,
    async run(bench) {
      const { isFull } = bench.plan;
      const ledger = new CrashLedger(bench);
      const began = Date.now();
      // Points of the preparations do not come by again: the first seconds show which points a day has.
      for (const app of [...bench.house.siteApis, ...bench.house.runners]) app.tell({ forget: true });
      do {
        await bench.underLoad('F24', { rate: isFull ? 12 : 10 }, async () => {
          const until = Date.now() + (isFull ? roundMs : 90_000);
          await pause(isFull ? 12_000 : 4_000);
          ledger.look(isFull ? Infinity : 24);
          for (let crash = ledger.next(); crash !== undefined; crash = ledger.next()) {
            if (Date.now() > until || (!isFull && ledger.hit.size >= 8)) break;
            const { apps } = crash;
            await bench.until(async () => (await Promise.all(apps.map((app) => app.answersReady()))).some(Boolean));
            ledger.tried(crash, await die(bench, crash));
            if (isFull) ledger.look();
          }
        });
      } while (isFull && ledger.isOpen && Date.now() - began < atMostMs);
      const { known, hit } = ledger;
      bench.figure('points known', known.size, undefined, '');
      bench.figure('died at', hit.size, undefined, '');
      const missed = [...known.values()].filter(({ id }) => !hit.has(id));
      if (isFull) bench.figure('did not come by again', missed.length, undefined, '');
      bench.expect(hit.size >= (isFull ? 40 : 8), `died at ${hit.size} of ${known.size} points`);
    },
  },
];

/** Which points there are, where somebody died already, and which did not come by. */
class CrashLedger {
  readonly known = new Map<string, Crash>();
  readonly hit = new Set<string>();
  private waiting: Crash[] = [];

  constructor(private readonly bench: Bench) {}

  get isOpen(): boolean {
    return this.waiting.length > 0;
  }

  /** Takes up the points that have come by meanwhile, so many at most. */
  look(most = Infinity): void {
    const fresh = this.bench.dice.shuffled(crashesOf(this.bench).filter(({ id }) => !this.known.has(id)));
    for (const crash of most === Infinity ? fresh : spread(fresh, most)) {
      this.known.set(crash.id, crash);
      this.waiting.push(crash);
    }
  }

  next(): Crash | undefined {
    return this.waiting.shift();
  }

  tried(crash: Crash, died: boolean): void {
    if (died) this.hit.add(crash.id);
    else if ((crash.tries += 1) < 2) this.waiting.push(crash);
  }
}

function crashesOf({ house }: Bench): Crash[] {
  return [house.siteApis, house.runners].flatMap((apps) => {
    const names = new Set(apps.flatMap(({ pointsSeen }) => [...pointsSeen]));
    return [...names].sort().flatMap((name) =>
      (['before', 'after'] as const).map((when) => ({
        id: `${apps[0]?.plan.name} ${when} ${name}`,
        name,
        when,
        apps,
        tries: 0,
      })),
    );
  });
}

/** Some of both kinds of process: those that come by all the time, at the tables and in the queue, first. */
function spread(crashes: readonly Crash[], count: number): Crash[] {
  const isBusy = ({ name }: Crash) =>
    /record_swab|publish|errand|box|answer|ticket|INSERT sampling\.tube/.test(name) &&
    !/correction|merging|exception|device|resident|case/.test(name);
  const busy = crashes.filter(isBusy);
  return [...busy, ...crashes.filter((crash) => !isBusy(crash))].slice(0, count);
}

/** Lets the first of these processes that reaches the point die there. @returns whether one did */
async function die(bench: Bench, { name, when, apps }: Crash): Promise<boolean> {
  const deaths = () => apps.reduce((sum, app) => sum + app.deaths, 0);
  const before = deaths();
  const skip = bench.plan.isFull ? 0 : bench.dice.between(0, 2);
  for (const app of apps) app.tell({ failPoint: { name, when, how: 'SIGKILL', skip } });
  const took = await bench.until(() => deaths() > before, patienceMs);
  for (const app of apps) app.tell({ failPoint: null });
  return took < Infinity;
}
