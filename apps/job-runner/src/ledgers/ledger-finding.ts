import type { Finding } from '#platform/journal';

/** A row of a ledger that is not as the house wrote it. */
export interface LedgerFinding {
  /** unguarded: not a row but the ledger itself leaves no imprints any more. */
  kind: 'changed' | 'removed' | 'slipped-in' | 'unguarded';
  ledger: string;
  /** The row, by the columns of its primary key; null for a ledger as a whole. */
  row: string | null;
  /** Which columns differ, as far as that can be said. */
  columns: string[];
  /** The database login that did it; null when it went past the triggers and left no trace but the row itself. */
  by: string | null;
}

/** A finding of the ledgers as it is kept beside those of the journal: `chain` is the ledger, `entryId` the row. */
export interface RowFinding extends Omit<Finding, 'kind'> {
  kind: `row-${LedgerFinding['kind']}`;
  columns: string[];
  by: string | null;
}

/** What was found of a row: how it stands (or stood afterwards) and how it should be, as imprints. */
export interface Discrepancy {
  key: string;
  now: Buffer | null;
  said: Buffer | null;
  by: string | null;
}

/** Bytes of an imprint that cover the whole row; two a column follow. */
const whole = 16;

/** The columns whose bytes differ in two imprints of a row; all of them when only the whole does. */
function columnsThatDiffer(columns: readonly string[], one: Buffer, other: Buffer): string[] {
  const differing = columns.filter((_, nth) => {
    const at = whole + 2 * nth;
    return !one.subarray(at, at + 2).equals(other.subarray(at, at + 2));
  });
  return differing.length > 0 ? differing : [...columns];
}

/** Says in words what a discrepancy is. */
export function findingOf(
  ledger: string,
  columns: readonly string[],
  { key, now, said, by }: Discrepancy,
): LedgerFinding {
  const finding = { ledger, row: key, columns: [], by };
  if (now === null) return { ...finding, kind: 'removed' };
  if (said === null) return { ...finding, kind: 'slipped-in' };
  return { ...finding, kind: 'changed', columns: columnsThatDiffer(columns, now, said) };
}

/** One line for a person. */
export function sentenceOf({ kind, ledger, row, columns, by }: LedgerFinding): string {
  return [
    `✗ ${kind}`,
    ledger,
    row ?? '',
    columns.join(', '),
    by === null ? (row === null ? '' : 'past the triggers') : `by ${by}`,
  ]
    .filter((part) => part !== '')
    .join('  ');
}
