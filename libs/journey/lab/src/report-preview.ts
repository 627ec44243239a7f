import { outcomes, type Outcome } from './outcome.js';
import type { JudgedRow, KnownOutcomes, Verdict } from './report-rules.js';

export interface PreviewedRows {
  rows: number;
  /** Those of them with nothing wrong in their line. */
  rightRows: number;
  outcomes: Record<Outcome, number>;
  verdicts: Record<Verdict, number>;
  /** Tubes that would be said to be positive for the first time; the first of them. */
  positives: string[];
  /** Tubes of which something else counts now; the first of them. */
  contradictions: { barcode: string; line: number; outcome: Outcome; current: Outcome }[];
}

/** As many tubes as somebody looks at one by one; the counts go on. */
const listed = 100;

/** What rows would do, in numbers and by name where a person should look. */
export function previewOf(
  rows: readonly JudgedRow[],
  known: ReadonlyMap<string, KnownOutcomes>,
  wrongLines: ReadonlySet<number>,
): PreviewedRows {
  const preview: PreviewedRows = {
    rows: rows.length,
    rightRows: rows.filter(({ line }) => !wrongLines.has(line)).length,
    outcomes: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>,
    verdicts: { current: 0, repeated: 0, held: 0 },
    positives: [],
    contradictions: [],
  };
  for (const { barcode, line, outcome, verdict } of rows) {
    preview.outcomes[outcome] += 1;
    preview.verdicts[verdict] += 1;
    const current = known.get(barcode)?.current;
    if (verdict === 'current' && outcome === 'positive' && preview.positives.length < listed) {
      preview.positives.push(barcode);
    }
    if (verdict === 'held' && current !== undefined && preview.contradictions.length < listed) {
      preview.contradictions.push({ barcode, line, outcome, current });
    }
  }
  return preview;
}
