import { setTimeout as pause } from 'node:timers/promises';
import type { SeededDice } from '../seeded-dice.js';
import type { History } from './history.js';

export type Answer = Record<string, unknown>;

export interface Act {
  op: string;
  key: string;
  method: string;
  path: string;
  body?: unknown;
  contentType?: string;
  /** What was asked, in ids, for the history. */
  asked: Record<string, unknown>;
  /** The part of the answer that must be the same whenever the act is sent again. */
  keep: (answer: any) => Answer;
}

export type Outcome =
  | { kind: 'ok'; answer: Answer }
  | { kind: 'fail'; status: number; code: string }
  /** Given up without an answer. */
  | { kind: 'unknown' };

export interface Patience {
  /** How long one attempt may take. */
  attemptMs: number;
  /** How long an act is tried again before it is given up. */
  actMs: number;
}

/** Somebody's device: sends an act with the same id until it is answered, through whichever door answers. */
export class Device {
  /** How far its clock is off, in milliseconds. */
  skewMs = 0;
  /** The longest time an answered act took. */
  slowestMs = 0;
  /** The longest time one attempt waited for whatever came. */
  longestSilenceMs = 0;
  private door = 0;

  constructor(
    readonly name: string,
    private readonly doors: readonly string[],
    private readonly token: string,
    private readonly history: History,
    private readonly dice: SeededDice,
    private readonly patience: Patience,
  ) {
    this.door = dice.between(0, doors.length - 1);
  }

  now(): string {
    return new Date(Date.now() + this.skewMs).toISOString();
  }

  async act(act: Act): Promise<Outcome> {
    const until = Date.now() + this.patience.actMs;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await this.attempt(act);
      if (outcome.kind !== 'unknown' || Date.now() > until) return outcome;
      await pause(Math.min(50 * 2 ** attempt, 1_000) * (0.5 + this.dice.next()));
    }
  }

  /** One attempt; whether it had its effect is unknown unless somebody answered. */
  async attempt({ op, key, method, path, body, contentType, asked, keep }: Act): Promise<Outcome> {
    const line = this.history.invoke(op, key, this.name, body, asked);
    const began = performance.now();
    try {
      const response = await fetch(`${this.doors[this.door]}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.token}`,
          ...(body === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(this.patience.attemptMs),
      });
      const text = await response.text();
      const told = (text === '' ? {} : JSON.parse(text)) as { code?: string };
      if (response.ok) {
        this.slowestMs = Math.max(this.slowestMs, performance.now() - began);
        const answer = keep(told);
        this.history.end(line, 'ok', { answer, status: response.status });
        return { kind: 'ok', answer };
      }
      const { status } = response;
      const code = told.code ?? 'no-code';
      // Busy or failed: it may or may not have been stored. Refused in words: it was not.
      const isKnown = status < 500 && status !== 429;
      this.history.end(line, isKnown ? 'fail' : 'info', { status, code });
      if (isKnown) return { kind: 'fail', status, code };
    } catch (error) {
      const code = (error as { cause?: { code?: string } }).cause?.code ?? (error as Error).name;
      this.history.end(line, 'info', { code });
    }
    this.longestSilenceMs = Math.max(this.longestSilenceMs, performance.now() - began);
    this.door = (this.door + 1) % this.doors.length;
    return { kind: 'unknown' };
  }
}
