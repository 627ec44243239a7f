import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

/** Processes that end without a word. */
export const kills: Fault[] = [
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
      await bench.underLoad('F16', {}, async () => {
        for (const runner of house.runners) {
          runner.signal('SIGSTOP');
          await pause(40_000);
          runner.signal('SIGCONT');
          await pause(2_000);
        }
      });
    },
  },
];
