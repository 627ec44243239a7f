import { parseArgs } from 'node:util';
import { House } from '../faults/bench/house.js';
import { SeededDice } from '../faults/seeded-dice.js';
import { operations } from '../support/contract.js';
import { objection } from './documented.js';
import { requestsOf, type Request } from './requests.js';

const roles = [
  'admin', 'security', 'auditor', 'organiser', 'gridworker', 'sitelead', 'marshal', 'scanner', 'collector', 'packer',
  'courier', 'lab', 'nobody',
]; // prettier-ignore
/** Longer than this is a hang. */
const patienceMs = 5_000;
const sideBySide = 8;

/** What a run found: counts by status, and each answer that should not have been. */
class Findings {
  readonly statuses = new Map<number, number>();
  readonly offenders: string[] = [];
  slowestMs = 0;
  operations = new Set<string>();

  note(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }
}

/** Ids as the house itself named them, by the word that stands before them in a path. */
class KnownIds {
  private readonly lists = new Map<string, string[]>();

  constructor(private readonly dice: SeededDice) {}

  learn(path: string, answer: unknown): void {
    const segment = path.split('?')[0]?.split('/').filter(Boolean).at(-1) ?? '';
    const entries = [answer, ...Object.values(answer ?? {})].flat();
    for (const entry of entries) {
      const { id, barcode, code } = (entry ?? {}) as { id?: unknown; barcode?: unknown; code?: unknown };
      const name = id ?? barcode ?? code;
      if (typeof name !== 'string') continue;
      const list = this.lists.get(segment) ?? [];
      this.lists.set(segment, [...list.slice(-49), encodeURIComponent(name)]);
    }
  }

  /** Now and then one that does not exist; never an account: whoever tries would be disabled, or locked out. */
  one(segment: string): string | undefined {
    if (segment === 'accounts') return undefined;
    const list = this.lists.get(segment);
    return list === undefined || this.dice.chance(0.1) ? undefined : this.dice.pick(list);
  }
}

class Fuzz {
  readonly findings = new Findings();
  private readonly tokens = new Map<string, string>();
  private readonly known: KnownIds;

  constructor(
    private readonly url: string,
    private readonly password: string,
    private readonly dice: SeededDice,
  ) {
    this.known = new KnownIds(dice);
  }

  async signIn(): Promise<void> {
    for (const role of roles) if (role !== 'nobody') await this.tokenOf(role);
    for (const list of ['sites', 'rounds', 'areas', 'accounts']) {
      await this.send({ operation: operations()[0]!, what: 'a list', path: () => `/${list}` }, 'admin', 'GET', false);
    }
  }

  /** Mostly as somebody whom the operation may admit; at times as anybody, at times as nobody. */
  async try(request: Request, admitted: Map<string, string>): Promise<void> {
    const key = `${request.operation.method} ${request.operation.path}`;
    const usual = admitted.get(key);
    const role = usual === undefined || this.dice.chance(0.15) ? this.dice.pick(roles) : usual;
    const status = await this.send(request, role, request.operation.method, true);
    if (status !== 401 && status !== 403) admitted.set(key, role);
  }

  private async send(request: Request, role: string, method: string, judged: boolean): Promise<number> {
    const path = request.path((segment) => this.known.one(segment));
    const token = role === 'nobody' ? undefined : await this.tokenOf(role);
    const began = performance.now();
    const answer = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(request.body === undefined ? {} : { 'content-type': request.contentType ?? 'application/json' }),
      },
      ...(request.body === undefined ? {} : { body: request.body as string }),
      signal: AbortSignal.timeout(patienceMs * 4),
    }).catch((error: unknown) => error as Error);
    const text = answer instanceof Error ? '' : await answer.text().catch((error: unknown) => error as Error);
    const tookMs = performance.now() - began;
    const offence = (words: string) => {
      this.findings.offenders.push(`${method} ${path.slice(0, 90)} as ${role}, ${request.what}: ${words}`);
    };
    if (answer instanceof Error || text instanceof Error) {
      if (judged) offence(`no answer (${String(answer instanceof Error ? answer : text)})`);
      return 0;
    }
    const { status } = answer;
    const contentType = answer.headers.get('content-type') ?? '';
    const body: unknown = contentType.includes('json') ? JSON.parse(text) : text;
    if (status < 300) this.known.learn(path, body);
    if (status === 401 && role !== 'nobody') this.tokens.delete(role);
    if (!judged) return status;
    this.findings.note(status);
    this.findings.slowestMs = Math.max(this.findings.slowestMs, tookMs);
    if (status < 400) this.findings.operations.add(`${request.operation.method} ${request.operation.path}`);
    if (tookMs > patienceMs) offence(`${Math.round(tookMs)} ms`);
    if (status >= 500) offence(`${status} ${text.slice(0, 160)}`);
    else {
      const words = objection(request.operation, status, contentType, body);
      if (words !== undefined) offence(`${status}: ${words}. ${text.slice(0, 160)}`);
    }
    return status;
  }

  private async tokenOf(role: string): Promise<string | undefined> {
    const known = this.tokens.get(role);
    if (known !== undefined) return known;
    const answer = await fetch(`${this.url}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: role, password: this.password }),
    });
    const { token } = (await answer.json()) as { token?: string };
    if (token !== undefined) this.tokens.set(role, token);
    return token;
  }
}

/** The program behind `npm run fuzz`. Answers the exit code: 0 nothing found, 1 something. */
async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
  });
  const count = Number(values.requests);
  const seed = Number(values.seed);
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000 || !Number.isInteger(seed)) {
    console.error('npm run fuzz -- [--requests 20000] [--seed 7]');
    return 2;
  }
  const began = Date.now();
  const house = await House.open({
    root: process.cwd(),
    seed,
    environment: { SHIHE_LOG_LEVEL: 'error' },
    say: () => undefined,
  });
  process.once('SIGINT', () => void house.close(true).then(() => process.exit(130)));
  process.once('SIGTERM', () => void house.close(true).then(() => process.exit(130)));
  const [api] = house.siteApis;
  const dice = new SeededDice(seed);
  const fuzz = new Fuzz(`${api?.address}/api/v1`, house.password, dice);
  const { findings } = fuzz;
  let possible = 0;
  try {
    await fuzz.signIn();
    const all = operations().flatMap((operation) => [...requestsOf(operation)]);
    possible = all.length;
    const order = dice.shuffled(all);
    const admitted = new Map<string, string>();
    let next = 0;
    const worker = async (): Promise<void> => {
      for (let n = next++; n < count; n = next++) {
        const request = order[n % order.length];
        if (request !== undefined) await fuzz.try(request, admitted);
        if (n % 2_000 === 1_999) process.stderr.write(`${n + 1} requests, ${findings.offenders.length} offenders\n`);
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, worker));
    if ((api?.deaths ?? 0) > 0) findings.offenders.unshift(`site-api died ${api?.deaths} times: ${api?.lastDeath}`);
  } finally {
    await house.close();
  }
  const seconds = (Date.now() - began) / 1_000;
  console.log(`fuzz: ${count} requests of ${possible} that were made up, seed ${seed}, ${Math.round(seconds)} s`);
  console.log(`${findings.operations.size} of ${operations().length} operations went well at least once`);
  console.log(`slowest answer ${Math.round(findings.slowestMs)} ms`);
  for (const [status, times] of [...findings.statuses].sort(([a], [b]) => a - b)) console.log(`  ${status}  ${times}`);
  const kinds = new Map<string, string[]>();
  for (const line of findings.offenders) {
    const kind = line.replace(/^(\S+ )\/([a-z-]+).*: (\d+)/, '$1$2 $3').slice(0, 60);
    kinds.set(kind, [...(kinds.get(kind) ?? []), line]);
  }
  for (const lines of [...kinds.values()].slice(0, 40)) console.log(`✗ ${lines.length} × ${lines[0]}`);
  console.log(findings.offenders.length === 0 ? 'no offender' : `${findings.offenders.length} offenders`);
  return findings.offenders.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
