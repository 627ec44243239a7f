import { simulateDay, type DayResult } from './day.js';
import { OptionsRefused, readOptions } from './options.js';
import { Progress } from './progress.js';

interface House {
  siteApi: string;
  queueDisplay: string;
  password: string;
  close(): Promise<void>;
}

/**
 * The program behind `npm run day`. `findHouse` gives the server that answers on the configured ports, or brings one up.
 * Answers the exit code: 0 balanced, 1 a book does not balance, 2 not understood.
 */
export async function main(
  words: string[],
  findHouse: (say: (line: string) => void) => Promise<House>,
): Promise<number> {
  try {
    const options = readOptions(words);
    const progress = new Progress(false);
    const house = await findHouse((line) => progress.say(line));
    try {
      const result = await simulateDay(house, options, progress);
      if (options.json) console.log(JSON.stringify(result, null, 2));
      else print(result);
      return result.balanced ? 0 : 1;
    } finally {
      await house.close();
    }
  } catch (error) {
    console.error(`✗ ${(error as Error).message}`);
    return error instanceof OptionsRefused ? 2 : 1;
  }
}

function print(result: DayResult): void {
  const { residents, seed, seconds, swabs, tubes, boxes, repeats, refusals, boardFrames, books } = result;
  console.log(`\nA day with ${residents} residents, seed ${seed}, ${seconds} s`);
  console.log(
    `${swabs} swabs in ${tubes} tubes in ${boxes} boxes; ${repeats} sent twice, ${refusals} scanned again, ${boardFrames} board frames\n`,
  );
  const width = Math.max(...books.map(({ name }) => name.length));
  for (const { name, left, right, holds } of books) {
    console.log(`${holds ? '✓' : '✗'} ${name.padEnd(width)}  ${left}${holds ? '' : `  ≠  ${right}`}`);
  }
  const first = books.find(({ holds }) => !holds);
  console.log(
    first === undefined
      ? '\nAll books balance.'
      : `\nThe books do not balance. First difference: ${first.name}: ${first.left} ≠ ${first.right}`,
  );
}
