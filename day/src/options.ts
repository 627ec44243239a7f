import { parseArgs } from 'node:util';

export interface DayOptions {
  residents: number;
  stations: number;
  seed: number;
  /** Share of infected people. */
  prevalence: number;
  /** Swabs a minute at each table; 0 for as fast as the house answers. */
  pace: number;
  json: boolean;
}

/** The words on the command line are not understood; the message says what is. */
export class OptionsRefused extends Error {}

const usage = 'npm run day -- [--residents 3000] [--stations 12] [--seed 7] [--prevalence 0.002] [--pace 0] [--json]';

/** @throws OptionsRefused */
export function readOptions(words: string[]): DayOptions {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        residents: { type: 'string', default: '3000' },
        stations: { type: 'string', default: '12' },
        seed: { type: 'string', default: '7' },
        prevalence: { type: 'string', default: '0.002' },
        pace: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new OptionsRefused(`${(error as Error).message}\n${usage}`);
  }
  const number = (name: string, least: number, most: number, whole = true): number => {
    const value = Number(values[name]);
    if (!Number.isFinite(value) || value < least || value > most || (whole && !Number.isInteger(value))) {
      throw new OptionsRefused(`--${name} takes a ${whole ? 'whole ' : ''}number from ${least} to ${most}.\n${usage}`);
    }
    return value;
  };
  return {
    residents: number('residents', 10, 100_000),
    stations: number('stations', 3, 99),
    seed: number('seed', 0, 2 ** 31),
    prevalence: number('prevalence', 0, 0.5, false),
    pace: number('pace', 0, 600, false),
    json: values.json === true,
  };
}
