import type { Figure, Outcome } from './bench/bench.js';
import type { Fault } from './fault.js';

export interface Score {
  fault: Pick<Fault, 'id' | 'name'>;
  outcome: Outcome;
  seconds: number;
  /** The fault could not even be tried. */
  failure?: string;
  skipped?: string;
}

/** What each broken promise means for whoever relied on it. */
const kinds = {
  lost: ['I8', 'I19', 'M'],
  doubled: ['I2', 'I4', 'I18', 'I20', 'N'],
  changed: ['I3', 'I9', 'I17', 'R'],
} as const;

export function holds({ outcome, failure, skipped }: Score): boolean {
  if (skipped !== undefined) return true;
  return (
    failure === undefined && outcome.missed.length === 0 && outcome.findings.every(({ broken }) => broken.length === 0)
  );
}

/** One table for all faults; what is broken follows below it. */
export function scorecard(scores: readonly Score[], about: string): string {
  const rows = scores.map((score) => {
    const { fault, outcome, seconds, skipped } = score;
    const sum = (ids: readonly string[]) =>
      outcome.findings
        .flatMap(({ verdicts }) => verdicts)
        .filter(({ id }) => ids.includes(id))
        .reduce((total, { violations }) => total + violations.length, 0);
    const total = (of: (acts: Outcome['findings'][number]['acts']) => number) =>
      outcome.findings.reduce((all, { acts }) => all + of(acts), 0);
    return [
      skipped === undefined ? (holds(score) ? 'pass' : 'FAIL') : 'skip',
      fault.id,
      fault.name,
      String(total(({ acked }) => acked)),
      `${total(({ unanswered }) => unanswered)}`,
      String(sum(kinds.lost)),
      String(sum(kinds.doubled)),
      String(sum(kinds.changed)),
      `${Math.round(seconds)} s`,
      skipped ?? outcome.figures.map(inWords).join('; '),
    ];
  });
  const head = ['', '', 'fault', 'acked', 'unanswered', 'lost', 'doubled', 'changed', 'took', 'seen'];
  const widths = head.map((_, n) => Math.max(...[head, ...rows].map((row) => row[n]?.length ?? 0)));
  const table = [head, ...rows].map((row) =>
    row
      .map((cell, n) => (n === row.length - 1 ? cell : cell.padEnd(widths[n] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const broken = scores.flatMap(troublesOf);
  const passed = scores.filter((score) => score.skipped === undefined && holds(score)).length;
  const skipped = scores.filter((score) => score.skipped !== undefined).length;
  const verdict = `${passed} of ${scores.length - skipped} faults passed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  return [about, '', ...table, ...(broken.length > 0 ? ['', ...broken] : []), '', verdict].join('\n');
}

/** What does not hold of one fault, one line each. */
export function troublesOf({ fault, outcome, failure }: Score): string[] {
  return [
    ...(failure === undefined ? [] : [`✗ ${fault.id}: ${failure}`]),
    ...outcome.missed.map((words) => `✗ ${fault.id}: ${words}`),
    ...outcome.findings.flatMap((found) => found.broken.map((line) => `✗ ${fault.id}: ${line}`)),
  ];
}

function inWords({ what, seen, promised, unit }: Figure): string {
  const value =
    unit === '' ? String(seen) : seen >= 10_000 ? `${(seen / 1_000).toFixed(1)} s` : `${Math.round(seen)} ms`;
  return `${what} ${value}${promised === undefined ? '' : ` (promised ${promised / 1_000} s)`}`;
}
