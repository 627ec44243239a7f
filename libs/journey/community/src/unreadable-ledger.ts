import type { Refusal } from './refusal.js';

/** Thrown while a ledger file is read when the rest of it cannot be understood. Rows before it were read. */
export class UnreadableLedger extends Error {
  constructor(
    readonly refusal: Refusal,
    /** The last line that was read whole, where it is known. */
    readonly line?: number,
  ) {
    super(refusal.en);
    this.name = 'UnreadableLedger';
  }
}

export const brokenWorkbook = (): UnreadableLedger =>
  new UnreadableLedger({
    code: 'ledger-workbook-is-broken',
    zh: 'XLSX 文件不完整或已损坏，请重新另存后上传，或改用 CSV。',
    en: 'The XLSX file is incomplete or damaged; save it again and upload, or use CSV.',
  });
