import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from './bench/bench.js';

/** Something that goes wrong. */
export interface Fault {
  /** As in the plan of faults: F1 … */
  id: string;
  name: string;
  /** Tried on every change, or in the long run only. */
  smoke: boolean;
  needsRedis?: boolean;
  run(bench: Bench): Promise<void>;
}

const kills: Fault[] = [
  {
    id: 'F1',
    name: 'kill -9 site-api',
    smoke: true,
    async run(bench) {
      const back: number[] = [];
      await bench.underLoad('F1', {}, async () => {
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
      await bench.underLoad('F2', {}, async () => {
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
];

const queueFaults: Fault[] = [
  {
    id: 'F5',
    name: 'kill -9 Redis',
    smoke: true,
    needsRedis: true,
    async run(bench) {
      let slowest = 0;
      const { load } = await bench.underLoad('F5', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 1); n += 1) {
          await bench.house.redis?.kill();
          await pause(bench.plan.isFull ? bench.dice.between(1_000, 20_000) : 1_500);
          await bench.house.redis?.start();
          await pause(1_000);
        }
      });
      slowest = Math.max(...load.devices.filter(({ name }) => name.startsWith('table')).map((one) => one.slowestMs));
      bench.figure('slowest act at a table meanwhile', slowest, 500);
    },
  },
  {
    id: 'F6',
    name: 'FLUSHALL in mid-run',
    smoke: true,
    needsRedis: true,
    async run(bench) {
      await bench.underLoad('F6', {}, async () => {
        for (let n = 0; n < (bench.plan.isFull ? 5 : 2); n += 1) {
          await pause(bench.dice.between(500, 1_500));
          await bench.house.redis?.flush();
        }
      });
    },
  },
];

const lineFaults: Fault[] = [
  {
    id: 'F14',
    name: '30 % of the answers are lost, 5 % of the requests arrive twice',
    smoke: true,
    async run(bench) {
      const { siteApis } = bench.house.lines;
      const before = siteApis.map(({ counts }) => ({ ...counts }));
      const { findings } = await bench.underLoad('F14', {}, async () => {
        for (const line of siteApis) line.weather = { loseAnswers: 0.3, doubleRequests: 0.05 };
      });
      const lost = siteApis.reduce((sum, { counts }, n) => sum + counts.lost - (before[n]?.lost ?? 0), 0);
      bench.figure('answers lost', lost, undefined, '');
      bench.expect(lost > 20, `only ${lost} answers were lost: the fault did not happen`);
      bench.expect(findings.acts.unanswered > 0, 'every act was answered at once: the fault did not happen');
    },
  },
];

export const faults: readonly Fault[] = [...kills, ...queueFaults, ...lineFaults];
