import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../bench/app-process.js';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

/** Processes that end without a word. */
export const kills: Fault[] = [
  {
    id: 'F1',
    name: 'kill -9 site-api',
    smoke: true,
    async run(bench) {
      const back: number[] = [];
      await bench.underLoad('F1', { rate: bench.plan.isFull ? 20 : bench.plan.rate }, async () => {
        for (let n = 0; n < bench.plan.times; n += 1) {
          const api = bench.dice.pick(bench.house.siteApis);
          api.signal('SIGKILL');
          await pause(50);
          back.push(await bench.until(() => api.answersReady()));
          await pause(bench.plan.isFull ? bench.dice.between(7_000, 15_000) : 500);
        }
      });
      bench.worst('site-api answers again', back, 5_000);
    },
  },
  {
    id: 'F2',
    name: 'kill -9 job-runner in mid-job',
    smoke: true,
    async run(bench) {
      const back: number[] = [];
      await bench.underLoad('F2', { rate: bench.plan.isFull ? 30 : bench.plan.rate }, async () => {
        for (let n = 0; n < bench.plan.times; n += 1) {
          await pause(bench.dice.between(200, 2_000));
          for (const runner of bench.house.runners) runner.signal('SIGKILL');
          await pause(50);
          back.push(
            await bench.until(async () =>
              (await Promise.all(bench.house.runners.map((one) => one.answersReady()))).some(Boolean),
            ),
          );
        }
      });
      bench.worst('a job-runner is ready again', back, 10_000);
    },
  },
  {
    id: 'F3',
    name: 'kill -9 postmaster',
    smoke: true,
    async run(bench) {
      const { house } = bench;
      const back: number[] = [];
      const deaths = house.apps.map(({ deaths: before }) => before);
      await bench.underLoad('F3', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 1); n += 1) {
          process.kill(house.postgres.pid, 'SIGKILL');
          await pause(100);
          await house.revivePostgres();
          back.push(
            await bench.until(async () =>
              (await Promise.all(house.siteApis.map((api) => api.answersReady()))).every(Boolean),
            ),
          );
          await pause(1_000);
        }
      });
      bench.worst('ready after PostgreSQL is back', back, 10_000);
      house.apps.forEach((app, n) => {
        bench.expect(app.deaths === deaths[n], `${app.plan.label} died of it: ${app.lastDeath}`);
      });
    },
  },
  {
    id: 'F3b',
    name: 'kill -9 one backend',
    smoke: true,
    async run(bench) {
      const { house } = bench;
      const deaths = house.apps.map(({ deaths: before }) => before);
      const back: number[] = [];
      await bench.underLoad('F3b', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 1); n += 1) {
          const [backend] = await house.ask<{ pid: number }>(
            `SELECT pid FROM pg_stat_activity WHERE application_name = 'site-api' ORDER BY backend_start LIMIT 1`,
          );
          if (backend !== undefined) process.kill(backend.pid, 'SIGKILL');
          await pause(100);
          // PostgreSQL ends all connections and recovers by itself.
          back.push(await bench.until(() => house.siteApis[0]?.answersReady() ?? false));
          await pause(1_000);
        }
      });
      bench.worst('ready again', back, 10_000);
      house.apps.forEach((app, n) => {
        bench.expect(app.deaths === deaths[n], `${app.plan.label} died of it: ${app.lastDeath}`);
      });
    },
  },
  {
    id: 'F4',
    name: 'PostgreSQL restarted: fast, then immediate',
    smoke: false,
    async run(bench) {
      const { house } = bench;
      const deaths = house.apps.map(({ deaths: before }) => before);
      const back: number[] = [];
      await bench.underLoad('F4', {}, async () => {
        for (let n = 0; n < 5; n += 1) {
          process.kill(house.postgres.pid, n % 2 === 0 ? 'SIGINT' : 'SIGQUIT');
          await pause(300);
          await house.revivePostgres();
          back.push(await bench.until(() => house.siteApis[0]?.answersReady() ?? false));
          await pause(1_500);
        }
      });
      bench.worst('ready again', back, 10_000);
      house.apps.forEach((app, n) => {
        bench.expect(app.deaths === deaths[n], `${app.plan.label} died of it: ${app.lastDeath}`);
      });
    },
  },
  {
    id: 'F16',
    name: 'SIGSTOP of a job-runner for 40 s, longer than its lock',
    smoke: false,
    async run(bench) {
      const { house } = bench;
      let frozen = 0;
      let twice = 0;
      await bench.underLoad('F16', { rate: Math.min(25, bench.plan.rate) }, async () => {
        // With an errand in its hands: once with the work done and not committed, once committed and not reported.
        for (const [n, when] of (['before', 'after'] as const).entries()) {
          const runner = house.runners[n % house.runners.length];
          if (runner === undefined) continue;
          const before = await delivered(house.runners);
          if (await freezeInErrand(bench, runner, when)) frozen += 1;
          await pause(40_000);
          runner.tell({ failPoint: null });
          runner.signal('SIGCONT');
          await bench.until(async () => (await delivered(house.runners)) > before, 30_000);
          twice += Math.max(0, (await delivered(house.runners)) - before);
        }
      });
      bench.figure('froze with an errand in its hands', frozen, undefined, '');
      bench.figure('errands delivered once more', twice, undefined, '');
      bench.expect(
        frozen === 2 && twice > 0,
        `froze ${frozen} times, ${twice} errands were delivered twice: the fault did not happen`,
      );
    },
  },
];

/** How often these runners were handed an errand that was done already, or failed at one. */
async function delivered(runners: readonly AppProcess[]): Promise<number> {
  const texts = await Promise.all(
    runners.map(async ({ address }) =>
      fetch(`${address}/metrics`, { signal: AbortSignal.timeout(1_000) })
        .then((answer) => answer.text())
        .catch(() => ''),
    ),
  );
  const counts = texts.flatMap((text) => [
    ...text.matchAll(/errand_runs_total\S*outcome="(?:skipped|failed)"\S* (\d+)/g),
  ]);
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

/** Stops a runner at the commit of an errand with its effect; which errands come is the load's choice, so another try may do. */
async function freezeInErrand(bench: Bench, runner: AppProcess, when: 'before' | 'after'): Promise<boolean> {
  for (let attempt = 0; attempt < 4; attempt += 1) {
    runner.tell({ forget: true });
    const find = () =>
      [...runner.pointsSeen].find((point) => /^commit .*UPDATE jobs\.errand/.test(point) && point.includes(','));
    await bench.until(() => find() !== undefined, 20_000);
    const name = find();
    if (name === undefined) continue;
    runner.tell({ failPoint: { name, when, how: 'SIGSTOP', skip: 0 } });
    if ((await bench.until(() => runner.standsStill, 10_000)) < Infinity) return true;
  }
  return false;
}
