import { setImmediate } from 'node:timers/promises';
import type { Canary } from '../support/canaries.js';
import { operations, type Operation } from '../support/contract.js';
import { objection } from './documented.js';
import { keyOf, type Sent } from './request.js';

/** Longer than this is a hang. */
const patienceMs = 5_000;

export interface Answer {
  /** 0: there was none. */
  status: number;
  body: unknown;
}

/** What a run found: counts by status, and each answer that should not have been. */
export class Findings {
  readonly statuses = new Map<number, number>();
  readonly offenders: string[] = [];
  readonly carriedOut = new Set<string>();
  /** People of this run: nothing that the house says or keeps may show one in clear. */
  readonly canaries: Canary[] = [];
  requests = 0;
  slowestMs = 0;

  note(operation: Operation, status: number, tookMs: number): void {
    this.requests += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    this.slowestMs = Math.max(this.slowestMs, tookMs);
    if (status >= 200 && status < 300) this.carriedOut.add(keyOf(operation));
  }
}

/** The public door of one site-api. Every answer is judged: by its status, its time and the contract. */
export class Door {
  constructor(
    private readonly url: string,
    readonly findings: Findings,
  ) {}

  async send(operation: Operation, sent: Sent, what: string): Promise<Answer> {
    const { method, path, headers, body } = sent;
    const offence = (words: string) => {
      this.findings.offenders.push(`${keyOf(operation)}, ${what}: ${words} (${path.slice(0, 120)})`);
    };
    const began = performance.now();
    const heard = await hear(`${this.url}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body as string }),
      signal: AbortSignal.timeout(patienceMs * 4),
    });
    const tookMs = performance.now() - began;
    if ('failure' in heard) {
      offence(`no answer after ${Math.round(tookMs)} ms (${heard.failure})`);
      return { status: 0, body: undefined };
    }
    const { status, contentType, text } = heard;
    this.findings.note(operation, status, tookMs);
    const said = read(text, contentType);
    if (said === undefined) offence(`${status}: not the JSON that it says it is. ${text.slice(0, 160)}`);
    const asked = operation.path.endsWith('/unmasking') && status === 200;
    if (!asked && shows(text, this.findings.canaries)) offence(`${status}: somebody in clear. ${text.slice(0, 200)}`);
    if (tookMs > patienceMs) offence(`${Math.round(tookMs)} ms`);
    if (status >= 500) offence(`${status} ${text.slice(0, 200)}`);
    else {
      const words = objection(operation, status, contentType, said) ?? (status >= 400 ? unsaid(said) : undefined);
      if (words !== undefined) offence(`${status}: ${words}. ${text.slice(0, 200)}`);
    }
    return { status, body: said };
  }
}

type Heard = { status: number; contentType: string; text: string } | { failure: string };

async function hear(url: string, request: RequestInit): Promise<Heard> {
  // Whoever was busy for seconds sees first which connections the house has closed meanwhile, and does not write to them.
  await setImmediate();
  try {
    const answer = await fetch(url, request);
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    };
  } catch (error) {
    // Under Jest errors of `fetch` are of another realm: none of them is an `instanceof Error`.
    const { message, cause } = error as { message: string; cause?: { message?: string } };
    return { failure: [message, cause?.message].filter((part) => part !== undefined).join(', ') };
  }
}

function shows(text: string, canaries: readonly Canary[]): boolean {
  if (canaries.some(({ name }, n) => n < 20 && text.includes(name))) return true;
  const numbers = new Set(text.match(/\d{17}[\dX]|1\d{10}/g));
  return numbers.size > 0 && canaries.some(({ idNumber, phone }) => numbers.has(idNumber) || numbers.has(phone));
}

type Words = Record<string, string> | undefined;

/** What a refusal does not say in one of the two languages. */
function unsaid(problem: unknown): string | undefined {
  const { messages, issues = [] } = problem as { messages?: Words; issues?: { messages?: Words }[] };
  const all = [messages, ...issues.map((issue) => issue.messages)];
  const isSaid = (words: Words) => /\p{Script=Han}/u.test(words?.['zh-CN'] ?? '') && /[a-z]{3}/.test(words?.en ?? '');
  return all.every(isSaid) ? undefined : 'the refusal is not in both languages';
}

function read(text: string, contentType: string): unknown {
  if (!contentType.includes('json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const patterns = operations().map((operation) => ({
  operation,
  // A word that is written out comes before one that may be anything: /residents/journal is none.
  rank: operation.pathNames.length,
  pattern: new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
}));

/** The operation of the contract that a path is of. @throws when there is none */
export function operationOf(method: string, path: string): Operation {
  const bare = path.split('?')[0] ?? '';
  const found = patterns
    .filter(({ operation, pattern }) => operation.method === method && pattern.test(bare))
    .sort((one, other) => one.rank - other.rank)[0];
  if (found === undefined) throw new Error(`${method} ${path} is not in the contract`);
  return found.operation;
}
