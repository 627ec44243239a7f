import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { House } from '../faults/bench/house.js';
import { SeededDice } from '../faults/seeded-dice.js';
import { CanaryWatch } from '../support/canaries.js';
import { operations } from '../support/contract.js';
import { Door, Findings } from './door.js';
import { Fuzz } from './fuzz.js';
import { houseStaff, Lane } from './lane.js';
import { keyOf } from './request.js';

/** Parts of the run that go side by side, each with its own people and sites. */
const lanes = 6;

/** Nothing that limits how often one may try: here one address tries everything. */
const environment = {
  SHIHE_LOG_LEVEL: 'error',
  SHIHE_SECOND_FACTOR: 'off',
  SHIHE_PASSWORD_KIB: '64',
  SHIHE_SIGN_IN_ADDRESS_TRIES: '10000',
  SHIHE_SIGN_IN_PAUSE_SECONDS: '0',
  SHIHE_IDLE_MINUTES: '600',
  SHIHE_UNMASK_RATION: '10000',
};

/** Promises that nobody looked after, as a process says it in its log. */
function unhandledIn(logs: string): string[] {
  return readdirSync(logs)
    .flatMap((file) =>
      readFileSync(join(logs, file), 'utf8')
        .split('\n')
        .map((line) => `${file}: ${line.slice(0, 300)}`),
    )
    .filter((line) => /unhandled/i.test(line));
}

/** What was asked for at the terminal; undefined when it makes no sense. */
function readWords(words: string[]): { count: number; seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args: words,
      options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
    });
    const [count, seed] = [Number(values.requests), Number(values.seed)];
    return Number.isInteger(count) && count >= 1 && count <= 1_000_000 && Number.isInteger(seed)
      ? { count, seed }
      : undefined;
  } catch {
    return undefined;
  }
}

/** The program behind `npm run fuzz`. Answers the exit code: 0 nothing found, 1 something. */
async function main(words: string[]): Promise<number> {
  const asked = readWords(words);
  if (asked === undefined) {
    console.error('npm run fuzz -- [--requests 20000] [--seed 7]');
    return 2;
  }
  const { count, seed } = asked;
  const began = Date.now();
  const house = await House.open({ root: process.cwd(), seed, environment, say: () => undefined });
  process.once('SIGINT', () => void house.close(true).then(() => process.exit(130)));
  process.once('SIGTERM', () => void house.close(true).then(() => process.exit(130)));
  const findings = new Findings();
  const { offenders } = findings;
  const parts: Fuzz[] = [];
  try {
    const order = new SeededDice(seed).shuffled(operations());
    const doors = house.siteApis.map(({ address }) => new Door(`${address}/api/v1`, findings));
    const staff = await houseStaff(doors[0]!, house.password);
    await Promise.all(
      Array.from({ length: lanes }, async (_, n) => {
        const door = doors[n % doors.length]!;
        const lane = await Lane.open(door, new SeededDice(seed * 1_000 + n), n + 1, staff);
        const mine = order.filter((__, at) => at % lanes === n);
        const fuzz = new Fuzz(door, lane, new SeededDice(seed * 1_000 + 500 + n), mine);
        parts.push(fuzz);
        let left = Math.ceil(count / lanes) - mine.length;
        await fuzz.run(() => {
          left -= 1;
          if (left % 500 === 0) process.stderr.write(`${findings.requests} requests, ${offenders.length} offenders\n`);
          return left >= 0;
        });
      }),
    );
    for (const app of house.apps) {
      if (app.deaths > 0) offenders.unshift(`${app.plan.label} died ${app.deaths} times: ${app.lastDeath}`);
    }
    const watch = new CanaryWatch(findings.canaries);
    watch.lookIntoFolder(house.siteApis[0]?.plan.logs ?? '');
    await watch.lookIntoDatabase(house.settings.DATABASE_URL ?? '');
    if (house.redis !== undefined) await watch.lookIntoRedis(`redis://127.0.0.1:${house.redis.port}`);
    offenders.unshift(...watch.found);
    offenders.unshift(...unhandledIn(house.siteApis[0]?.plan.logs ?? ''));
  } finally {
    await house.close();
  }
  const possible = parts.reduce((sum, fuzz) => sum + fuzz.possible, 0);
  const obstacles = new Map(parts.flatMap((fuzz) => [...fuzz.obstacles]));
  const missed = operations()
    .map(keyOf)
    .filter((key) => !findings.carriedOut.has(key));
  const statuses = [...findings.statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, times]) => `${times} × ${status}`);
  const seconds = Math.round((Date.now() - began) / 1_000);
  console.log(
    `fuzz: ${count} requests of ${possible} that were made up, ${findings.requests} with what they stand on, seed ${seed}, ${seconds} s`,
  );
  console.log(`${findings.carriedOut.size} of ${operations().length} operations were carried out at least once`);
  for (const key of missed) console.log(`  never carried out: ${key} (${obstacles.get(key) ?? 'not asked as agreed'})`);
  console.log(`slowest answer ${Math.round(findings.slowestMs)} ms; ${statuses.join(', ')}`);
  for (const offender of offenders.slice(0, 60)) console.log(`✗ ${offender}`);
  console.log(offenders.length === 0 ? 'nothing found' : `${offenders.length} answers that should not have been`);
  return offenders.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
