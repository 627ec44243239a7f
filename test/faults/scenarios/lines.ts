import { setTimeout as pause } from 'node:timers/promises';
import type { AppProcess } from '../bench/app-process.js';
import type { Bench } from '../bench/bench.js';
import type { Fault } from '../fault.js';

/** Networks as they are in the field. */
export const lineFaults: Fault[] = [
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
  {
    id: 'F13',
    name: 'slow field network: 300 ± 200 ms, 64 kbit/s',
    smoke: false,
    async run(bench) {
      await bench.underLoad('F13', {}, async () => {
        for (const line of bench.house.lines.siteApis) {
          line.weather = { latencyMs: 300, jitterMs: 200, bytesPerSecond: 8_000 };
        }
        await pause(10_000);
      });
    },
  },
  {
    id: 'F13b',
    name: 'lines cut in the middle of an answer',
    smoke: false,
    async run(bench) {
      const { siteApis } = bench.house.lines;
      await bench.underLoad('F13b', {}, async () => {
        for (const line of siteApis) line.weather = { cutAfterBytes: bench.dice.between(2_000, 9_000) };
        await pause(8_000);
      });
      bench.figure(
        'lines cut',
        siteApis.reduce((sum, { counts }) => sum + counts.cut, 0),
        undefined,
        '',
      );
    },
  },
  {
    id: 'F15',
    name: 'half-open lines to PostgreSQL: the firewall forgot them',
    smoke: true,
    async run(bench) {
      const { house } = bench;
      let back = 0;
      let slowest = 0;
      const { load } = await bench.underLoad('F15', {}, async () => {
        const lost = house.lines.postgres.loseAll();
        bench.figure('lines lost', lost, undefined, '');
        // New lines are good: the house may open them as soon as it understands that the old ones are dead.
        back = await bench.until(
          async () => (await Promise.all(house.siteApis.map((api) => answersTwice(api)))).every(Boolean),
          90_000,
        );
        await pause(1_000);
      });
      slowest = Math.max(...load.devices.map(({ longestSilenceMs }) => longestSilenceMs));
      bench.figure('site-api works again', back, 15_000);
      bench.figure('longest wait of a device for any answer', slowest);
      house.lines.postgres.resetAll();
    },
  },
  {
    id: 'F15b',
    name: 'half-open lines to Redis',
    smoke: false,
    needsRedis: true,
    async run(bench) {
      const { house } = bench;
      const deaths = house.runners.map(({ deaths: before }) => before);
      let back = Infinity;
      await bench.underLoad('F15b', { rate: Math.min(30, bench.plan.rate) }, async () => {
        const [moment] = await house.ask<{ now: Date }>('SELECT clock_timestamp() AS now');
        bench.figure('lines lost', house.lines.redis.loseAll(), undefined, '');
        // New lines are good. A runner works again when a job of its own has come through the queue.
        back = await bench.until(() => sungSince(bench, moment?.now), 90_000);
        await pause(1_000);
      });
      bench.figure('both job-runners work again', back, 30_000);
      house.runners.forEach((runner, n) => {
        bench.expect(runner.deaths === deaths[n], `${runner.plan.label} had to be ended: ${runner.lastDeath}`);
      });
      house.lines.redis.resetAll();
    },
  },
];

/** Whether each of the runners has done a job of the queue since then. */
async function sungSince({ house }: Bench, since: Date | undefined): Promise<boolean> {
  const rows = await house.ask('SELECT runner FROM jobs.canary WHERE sung_at > $1', [since]);
  return rows.length >= house.runners.length;
}

/** Ready, and again at once: one lucky connection of a pool is not enough. */
async function answersTwice(api: AppProcess): Promise<boolean> {
  const answers = await Promise.all([1, 2, 3, 4].map(() => api.answersReady()));
  return answers.every(Boolean);
}
