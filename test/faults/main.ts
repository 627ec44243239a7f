import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bench } from './bench/bench.js';
import { House } from './bench/house.js';
import { hasRedis } from './bench/redis-server.js';
import type { Fault } from './fault.js';
import { faults } from './faults.js';
import { Field } from './load/field.js';
import { OptionsRefused, readOptions, type Options } from './options.js';
import { holds, scorecard, troublesOf, type Score } from './scorecard.js';

const root = process.cwd();

/** The program behind `npm run faults`. Answers the exit code: 0 all passed, 1 something broke, 2 not understood. */
async function main(words: string[]): Promise<number> {
  let options: Options;
  try {
    options = readOptions(
      words,
      faults.map(({ id }) => id),
    );
  } catch (error) {
    console.error((error as Error).message);
    return error instanceof OptionsRefused ? 2 : 1;
  }
  const say = (line: string) => {
    if (!options.json) process.stderr.write(`${((Date.now() - began) / 1_000).toFixed(1).padStart(7)} s  ${line}\n`);
  };
  const began = Date.now();
  const loadBefore = loadavg()[0] ?? 0;
  const isFull = options.tier === 'full';
  const chosen = faults.filter(({ id, smoke }) =>
    options.only.length > 0 ? options.only.includes(id) : isFull || smoke,
  );
  say(`faults, tier ${options.tier}, seed ${options.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'shihe-history-'));
  const historyFile = join(folder, 'history.jsonl');
  const leaving = new AbortController();
  // Before anything is opened: whoever ends the run while the house is being built leaves nothing behind either.
  const begun: { house?: Promise<House> } = {};
  const leave = () => {
    if (leaving.signal.aborted) return;
    leaving.abort();
    void (async () => {
      const house = await begun.house?.catch(() => undefined);
      await house?.close(true);
      rmSync(folder, { recursive: true, force: true });
      process.exit(130);
    })();
  };
  // More than once, for npm and the terminal both send it on: the second signal must not end the tidying up.
  process.on('SIGINT', leave);
  process.on('SIGTERM', leave);
  begun.house = House.open({
    root,
    seed: options.seed,
    environment: {
      SHIHE_LOG_LEVEL: 'warn',
      SHIHE_JOBS_SWEEP_SECONDS: isFull ? '15' : '4',
      SHIHE_JOBS_CANARY_SECONDS: '3',
    },
    say: () => undefined,
  });
  const house = await begun.house;
  const scores: Score[] = [];
  let field: Field | undefined;
  try {
    field = await Field.lay(house, {
      residents: options.residents,
      stations: 6,
      seed: options.seed,
      patience: { attemptMs: 10_000, actMs: 90_000 },
      historyFile,
    });
    say(`a house with ${options.residents} residents and 6 tables is open`);
    for (const fault of chosen) {
      if (leaving.signal.aborted) return 130;
      scores.push(await tryOne(fault, house, field, options));
      const last = scores.at(-1);
      if (last !== undefined)
        say(`${holds(last) ? 'pass' : 'FAIL'} ${fault.id} ${fault.name} (${last.seconds.toFixed(0)} s)`);
      if (last !== undefined) for (const words of troublesOf(last)) say(words);
    }
  } finally {
    field?.leave();
    await house.close();
  }
  const isGood = scores.every(holds);
  const about = [
    `faults, tier ${options.tier}, seed ${options.seed}, ${Math.round((Date.now() - began) / 1_000)} s`,
    `times allowed: promised × ${options.slack}`,
    `${cpus().length} cores, load of the machine ${loadBefore.toFixed(1)} before the run, ${(loadavg()[0] ?? 0).toFixed(1)} at its end`,
  ].join('; ');
  if (options.json) console.log(JSON.stringify({ ...options, passed: isGood, scores }, null, 2));
  else console.log(scorecard(scores, about));
  if (isGood) rmSync(folder, { recursive: true, force: true });
  else
    console.error(
      `The history is kept in ${historyFile}. Again: npm run faults -- --tier ${options.tier} --seed ${options.seed}`,
    );
  return isGood ? 0 : 1;
}

async function tryOne(fault: Fault, house: House, field: Field, options: Options): Promise<Score> {
  const began = Date.now();
  const isFull = options.tier === 'full';
  const bench = new Bench(house, field, {
    seed: options.seed,
    seconds: isFull ? 20 : 5,
    rate: options.rate,
    times: isFull ? 10 : 2,
    slack: options.slack,
    isFull,
  });
  const score: Score = { fault: { id: fault.id, name: fault.name }, outcome: bench.outcome, seconds: 0 };
  if (fault.needsRedis && !hasRedis()) return { ...score, skipped: 'no redis-server on the PATH' };
  try {
    await fault.run(bench);
  } catch (error) {
    score.failure = String((error as Error).stack ?? error);
    bench.mend();
    await house.allReady().catch(() => undefined);
  }
  return { ...score, seconds: (Date.now() - began) / 1_000 };
}

process.exitCode = await main(process.argv.slice(2));
