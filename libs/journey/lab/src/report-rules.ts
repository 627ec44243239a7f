import type { Outcome } from './outcome.js';
import type { ReportRow, RowError } from './report-format.js';

/** What the room knows of a tube that a report speaks of. */
export interface ReceivedTube {
  labCode: string;
  accepted: boolean;
  receivedAt: Date;
  /** How far the laboratory's clock may be from ours, in milliseconds. */
  toleratedSkew: number;
  /** Its round wants a second person to sign for a positive outcome. */
  isReviewed: boolean;
}

/** What is already said of a tube. `held` are contradictions that wait for a decision. */
export interface KnownOutcomes {
  current: Outcome | undefined;
  held: Outcome[];
  lastVersion: number;
}

export type Verdict = 'current' | 'repeated' | 'held';

export interface JudgedRow extends ReportRow {
  verdict: Verdict;
  /** Version of the outcome that the row makes; undefined when it makes none. */
  version: number | undefined;
}

/** Everything that is wrong with the rows of a report, by line; no rows may be applied unless this is empty. */
export function rowErrors(
  rows: ReportRow[],
  tubes: ReadonlyMap<string, ReceivedTube>,
  labCode: string,
  now: Date,
): RowError[] {
  const errors: RowError[] = [];
  const lines = new Map<string, number>();
  for (const row of rows) {
    const earlier = lines.get(row.barcode);
    if (earlier === undefined) lines.set(row.barcode, row.line);
    else errors.push(rowError(row, 'duplicate-tube', `与第 ${earlier} 行重复`, `is on line ${earlier} already`));
    const problem = tubeProblem(row, tubes.get(row.barcode), labCode, now);
    if (problem !== undefined) errors.push(problem);
  }
  return errors;
}

function tubeProblem(row: ReportRow, tube: ReceivedTube | undefined, labCode: string, now: Date): RowError | undefined {
  if (tube?.labCode !== labCode) {
    return rowError(row, 'tube-not-received', '本实验室没有收过这一管', 'was not received by this laboratory');
  }
  if (!tube.accepted) return rowError(row, 'tube-rejected', '收样时已拒收', 'was rejected when it arrived');
  const testedAt = row.testedAt.getTime();
  if (testedAt < tube.receivedAt.getTime() - tube.toleratedSkew) {
    return rowError(row, 'tested-before-received', '检测时间早于收样时间', 'was tested before it was received');
  }
  if (testedAt > now.getTime() + tube.toleratedSkew) {
    return rowError(row, 'tested-in-the-future', '检测时间在未来', 'has a time of testing in the future');
  }
  return undefined;
}

function rowError(row: ReportRow, code: string, zh: string, en: string): RowError {
  return {
    line: row.line,
    code,
    barcode: row.barcode,
    message: {
      'zh-CN': `第 ${row.line} 行：管 ${row.barcode} ${zh}。`,
      en: `Line ${row.line}: tube ${row.barcode} ${en}.`,
    },
  };
}

/** The rows that a second person signs for: they make people stay at home. */
export function positivesToSign(rows: readonly JudgedRow[], tubes: ReadonlyMap<string, ReceivedTube>): JudgedRow[] {
  return rows.filter(
    ({ barcode, outcome, verdict }) =>
      outcome === 'positive' && verdict === 'current' && tubes.get(barcode)?.isReviewed === true,
  );
}

/**
 * What each row does. The first outcome of a tube becomes current. The same outcome again says nothing new. Another
 * outcome than the current one contradicts it and is held, upward as well as downward: residents may already have acted
 * on what was published, so two persons decide.
 */
export function judgedRows(rows: ReportRow[], known: ReadonlyMap<string, KnownOutcomes>): JudgedRow[] {
  return rows.map((row) => {
    const outcomes = known.get(row.barcode);
    const version = (outcomes?.lastVersion ?? 0) + 1;
    if (outcomes?.current === undefined) return { ...row, verdict: 'current', version };
    if (outcomes.current === row.outcome || outcomes.held.includes(row.outcome)) {
      return { ...row, verdict: 'repeated', version: undefined };
    }
    return { ...row, verdict: 'held', version };
  });
}
