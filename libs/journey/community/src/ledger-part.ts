import type { ResidentDraft, RowError, RowReading } from './ledger-row.js';

/** Rows of a ledger that are written together. */
export class LedgerPart {
  readonly drafts: ResidentDraft[] = [];
  readonly errors: RowError[] = [];
  read = 0;
  lastLine = 0;
  #refused = 0;
  #duplicates = 0;

  /** @param before the line in which the same person stood already, if any */
  take(line: number, reading: RowReading, before: number | undefined, documentHeading: string): void {
    this.read += 1;
    this.lastLine = line;
    if (!reading.ok) {
      this.#refused += 1;
      this.errors.push(...reading.errors);
    } else if (before === undefined) {
      this.drafts.push(reading.draft);
    } else {
      this.#duplicates += 1;
      this.errors.push({
        line,
        column: documentHeading,
        code: 'person-is-in-ledger-twice',
        zh: `此人已在第${before}行出现，本行未采用；如内容不同请只保留正确的一行。`,
        en: `This person stands in line ${before} already; this row was not taken. Keep only the right one if they differ.`,
      });
    }
  }

  get counts(): { read: number; refused: number; duplicates: number } {
    return { read: this.read, refused: this.#refused, duplicates: this.#duplicates };
  }
}
