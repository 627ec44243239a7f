import { parseArgs } from 'node:util';

export interface Options {
  tier: 'smoke' | 'full';
  seed: number;
  only: string[];
  residents: number;
  /** Swabs a second that the load aims at. */
  rate: number;
  slack: number;
  json: boolean;
}

/** The words on the command line are not understood; the message says what is. */
export class OptionsRefused extends Error {}

const usage = 'npm run faults -- [--tier smoke|full] [--seed 7] [--only F1,F14] [--rate 40] [--slack 4] [--json]';

/** @throws OptionsRefused */
export function readOptions(words: string[], known: readonly string[]): Options {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        tier: { type: 'string', default: 'smoke' },
        seed: { type: 'string', default: '7' },
        only: { type: 'string', default: '' },
        residents: { type: 'string' },
        rate: { type: 'string' },
        slack: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    throw new OptionsRefused(`${(error as Error).message}\n${usage}`);
  }
  const { tier } = values;
  if (tier !== 'smoke' && tier !== 'full') throw new OptionsRefused(`--tier takes smoke or full.\n${usage}`);
  const number = (name: string, usual: number, most: number): number => {
    const value = Number(values[name] ?? usual);
    if (!Number.isFinite(value) || value < 0 || value > most) {
      throw new OptionsRefused(`--${name} takes a number up to ${most}.\n${usage}`);
    }
    return value;
  };
  const only = String(values.only).split(',').filter(Boolean);
  const stranger = only.find((id) => !known.includes(id));
  if (stranger !== undefined) throw new OptionsRefused(`${stranger} is no fault: ${known.join(', ')}.\n${usage}`);
  return {
    tier,
    seed: number('seed', 7, 2 ** 31),
    only,
    residents: number('residents', tier === 'full' ? 3_000 : 500, 100_000),
    rate: number('rate', tier === 'full' ? 80 : 40, 2_000),
    slack: number('slack', tier === 'full' ? 1 : 4, 100),
    json: values.json === true,
  };
}
