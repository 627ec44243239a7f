import type { Words } from '#platform/errors';
import type { Outcome } from './outcome.js';
import type { ReportLimits } from './report-limits.js';

/** One line of a report: what the laboratory says about one tube. */
export interface ReportRow {
  /** Line in the file, the first is 1. */
  line: number;
  barcode: string;
  outcome: Outcome;
  testedAt: Date;
  /** Cycle threshold by target gene. */
  ct?: Record<string, number | null> | undefined;
  note?: string | undefined;
}

/** What is wrong with one line. Holds no value of the line but the barcode. */
export interface RowError {
  line: number;
  code: string;
  barcode?: string;
  message: Words;
}

export interface ReadReport {
  fileName: string | null;
  rows: ReportRow[];
  errors: RowError[];
}

/** The port through which files of a laboratory come in: one reader a format, chosen by content type. Readers are pure. */
export interface ReportFormat {
  readonly contentTypes: readonly string[];
  read(bytes: Uint8Array, limits: ReportLimits): ReadReport | Promise<ReadReport>;
}
