import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { check, type Findings } from '../check/checker.js';
import { readSent, readTables, type Ask, type Evidence, type Tables } from '../check/evidence.js';
import { runLoad, type LoadPlan, type LoadResult } from '../load/l1.js';
import type { Field, Round } from '../load/field.js';
import { SeededDice } from '../seeded-dice.js';
import type { House } from './house.js';

/** A time that was seen, and what is promised; milliseconds. */
export interface Figure {
  what: string;
  seen: number;
  promised?: number;
  unit?: 'ms' | '';
}

/** What became of one fault. */
export interface Outcome {
  figures: Figure[];
  findings: Findings[];
  /** What was expected and did not come, in words. */
  missed: string[];
}

export interface BenchPlan {
  seed: number;
  /** How long the load of one fault runs, in seconds, and how many swabs a second it aims at. */
  seconds: number;
  rate: number;
  /** How often a short fault is tried. */
  times: number;
  /** Promised times are multiplied by it: a machine shared with others is slower than the one they were promised for. */
  slack: number;
  isFull: boolean;
}

/** What a fault finds under its hands: the house, people who work in it, and a way to see what became of their work. */
export class Bench {
  readonly dice: SeededDice;
  readonly outcome: Outcome = { figures: [], findings: [], missed: [] };

  constructor(
    readonly house: House,
    readonly field: Field,
    readonly plan: BenchPlan,
  ) {
    this.dice = new SeededDice(plan.seed);
  }

  /** Keeps a figure; one that is later than promised, with the machine's slack, is a miss. */
  figure(what: string, seen: number, promised?: number, unit: 'ms' | '' = 'ms'): void {
    this.outcome.figures.push({ what, seen, unit, ...(promised === undefined ? {} : { promised }) });
    if (promised !== undefined && seen > promised * this.plan.slack) {
      this.expect(false, `${what}: ${Math.round(seen)} ${unit}, promised ${promised}`);
    }
  }

  /** Counts of the same figure become one line with the worst. */
  worst(what: string, seen: readonly number[], promised?: number): void {
    if (seen.length > 0) this.figure(`${what} (worst of ${seen.length})`, Math.max(...seen), promised);
  }

  expect(holds: boolean, words: string): void {
    if (!holds) this.outcome.missed.push(words);
  }

  /**
   * Runs the load and the fault side by side, mends everything, waits until all has come to rest, and checks every promise.
   * @param disturb does what goes wrong; the load goes on until it has ended
   */
  async underLoad(
    name: string,
    given: Partial<LoadPlan>,
    disturb: (round: Round) => Promise<void>,
  ): Promise<{ round: Round; load: LoadResult; findings: Findings }> {
    const round = await this.field.openRound(name);
    const plan: LoadPlan = { seconds: this.plan.seconds, rate: this.plan.rate, seed: this.plan.seed, ...given };
    let isDisturbed = true;
    const disturbance = pause(700)
      .then(() => disturb(round))
      .finally(() => (isDisturbed = false));
    const [load] = await Promise.all([
      runLoad(this.field, round, { ...plan, mayEnd: () => !isDisturbed }),
      disturbance,
    ]);
    const findings = await this.settle(round, load);
    const swabs = round.history.lines.filter(({ op, kind }) => op === 'swab' && kind === 'ok').length;
    this.expect(
      swabs >= 5 && load.files.length > 0,
      `only ${swabs} swabs and ${load.files.length} files: no load at all`,
    );
    return { round, load, findings };
  }

  /** Mends everything, waits until nothing is under way any more, and compares. */
  async settle(round: Round, load: LoadResult): Promise<Findings> {
    this.mend();
    await this.house.allReady();
    await this.settleErrands(90_000, 60_000);
    const evidence = await this.evidence(round, load);
    const findings = check(evidence);
    this.outcome.findings.push(findings);
    return findings;
  }

  /** Waits until all errands are done, and keeps how long that took. */
  async settleErrands(withinMs: number, promised?: number): Promise<void> {
    const began = Date.now();
    await this.rest(withinMs);
    this.figure('errands done after the fault', Date.now() - began, promised);
  }

  /** Everything that there is to compare, as it is now. */
  async evidence(round: Round, load: LoadResult, ask?: Ask): Promise<Evidence> {
    return {
      seed: this.plan.seed,
      roundId: round.id,
      lines: [...round.earlier, ...round.history.lines],
      tables: await this.tablesOf(round, ask),
      files: load.files,
      sent: readSent(join(this.house.dataDir, 'notices.jsonl'), round.id),
      boards: await this.field.screens.evidence(20_000),
    };
  }

  /** All tables as they are now, for this round and what happened since it began. */
  tablesOf(round: Round, ask?: Ask): Promise<Tables> {
    const asked: Ask = ask ?? ((sql, parameters) => this.house.ask(sql, parameters));
    return readTables(asked, round.id, round.since, this.field.since);
  }

  mend(): void {
    const { postgres, redis, siteApis } = this.house.lines;
    for (const line of [postgres, redis, ...siteApis]) line.weather = {};
    for (const app of this.house.apps) {
      app.tell({ clockMs: 0, failPoint: null });
      app.signal('SIGCONT');
    }
  }

  /** Waits until no errand is open and no notice waits. */
  async rest(withinMs: number): Promise<void> {
    const until = Date.now() + withinMs;
    for (;;) {
      const [open] = await this.house.ask<{ errands: number; notices: number }>(
        `SELECT (SELECT count(*)::int FROM jobs.errand WHERE state IN ('waiting', 'enqueued')) AS errands,
                (SELECT count(*)::int FROM results.notice WHERE state = 'waiting'
                    OR (state = 'sending' AND claimed_at > clock_timestamp() - interval '5 seconds')) AS notices`,
      );
      if (open?.errands === 0 && open.notices === 0) return;
      if (Date.now() > until) {
        const jobs = await this.house.ask<{ job: string; state: string; count: number }>(
          `SELECT job, state, count(*)::int AS count FROM jobs.errand WHERE state <> 'done' GROUP BY job, state ORDER BY count DESC`,
        );
        const which = jobs.map(({ job, state, count }) => `${count} ${state} ${job}`).join(', ');
        this.expect(false, `${open?.errands} errands and ${open?.notices} notices did not come to rest: ${which}`);
        return;
      }
      await pause(100);
    }
  }

  /** How long it takes until something holds; milliseconds. */
  async until(holds: () => Promise<boolean> | boolean, withinMs = 60_000): Promise<number> {
    const began = Date.now();
    while (!(await holds())) {
      if (Date.now() - began > withinMs) return Infinity;
      await pause(50);
    }
    return Date.now() - began;
  }
}
