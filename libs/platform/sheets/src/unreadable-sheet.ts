/** Why a file was not taken, for a program and for the person in front of it. */
export interface SheetRefusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Thrown while a file is read when the rest of it cannot be understood. Rows before it were read. */
export class UnreadableSheet extends Error {
  constructor(
    readonly refusal: SheetRefusal,
    /** The last line that was read whole, where it is known. */
    readonly line?: number,
  ) {
    super(refusal.en);
    this.name = 'UnreadableSheet';
  }
}

export const brokenWorkbook = (): UnreadableSheet =>
  new UnreadableSheet({
    code: 'sheet-workbook-is-broken',
    zh: 'XLSX 文件不完整或已损坏，请重新另存后上传，或改用 CSV。',
    en: 'The XLSX file is incomplete or damaged; save it again and upload, or use CSV.',
  });
