import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../fault.js';

const minute = 60_000;
const skews = [10 * minute, -10 * minute, -24 * 60 * minute, -Date.now(), 0];
/** What a round tolerates between a device's clock and the house's, unless it says otherwise. */
const toleratedMs = 5 * minute;

/** Clocks that are wrong. */
export const clockFaults: readonly Fault[] = [
  {
    id: 'F17',
    name: 'devices 10 min ahead, 10 min and a day behind, in 1970; a server that steps by 2 min',
    smoke: true,
    async run(bench) {
      const { house } = bench;
      const { round } = await bench.underLoad('F17', { skews }, async () => {
        const [, second] = house.siteApis;
        for (const clockMs of [2 * minute, -2 * minute]) {
          await pause(1_500);
          second?.tell({ clockMs });
        }
        await pause(1_500);
      });
      const swabs = await house.ask<{ recorded: number; sampled: number; scanned: number }>(
        `SELECT extract(epoch FROM recorded_at)::float8 * 1000 AS recorded, extract(epoch FROM sampled_at)::float8 * 1000 AS sampled,
                extract(epoch FROM scanned_at)::float8 * 1000 AS scanned FROM sampling.swab WHERE round_id = $1`,
        [round.id],
      );
      const isOff = (from: number, to: number) => Math.abs(from - to) > toleratedMs + minute;
      const wrong = swabs.filter(({ recorded, scanned }) => isOff(recorded, scanned));
      bench.figure('swabs of devices with a wrong clock', wrong.length, undefined, '');
      bench.expect(wrong.length > 0, 'no clock was wrong: the fault did not happen');
      const believed = swabs.filter(({ recorded, sampled }) => isOff(recorded, sampled)).length;
      bench.expect(believed === 0, `${believed} swabs carry a sampling time that only a wrong clock believed`);
    },
  },
];
