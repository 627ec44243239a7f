import iconv from 'iconv-lite';
import type { SheetRefusal } from './unreadable-sheet.js';

export type SheetEncoding = 'utf-8' | 'gb18030';
export type SheetFormat =
  | { readonly format: 'xlsx' }
  | { readonly format: 'csv'; readonly encoding: SheetEncoding; readonly delimiter: string };

/** Either how to read the file or why it cannot be read. */
export type SheetVerdict =
  { readonly ok: true; readonly value: SheetFormat } | { readonly ok: false; readonly refusal: SheetRefusal };

/** Bytes from the front that decide; the headings are in there. */
const frontLength = 64 * 1024;

/**
 * Looks at a file's bytes as they pass and says in the end how to read them.
 * Valid UTF-8 is UTF-8. Otherwise the decoding under which the headings make sense is taken, and rows with broken
 * characters are refused one by one later.
 */
export class SheetProbe {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  #front: Buffer = Buffer.alloc(0);
  #validUtf8 = true;
  #nul = false;

  /** @param isHeadings whether these cells are the headings of such a file */
  constructor(private readonly isHeadings: (cells: string[]) => boolean) {}

  push(chunk: Buffer): void {
    if (this.#front.length < frontLength) {
      this.#front = Buffer.concat([this.#front, chunk.subarray(0, frontLength - this.#front.length)]);
    }
    this.#nul ||= chunk.includes(0);
    if (!this.#validUtf8) return;
    try {
      this.#strict.decode(chunk, { stream: true });
    } catch {
      this.#validUtf8 = false;
    }
  }

  verdict(): SheetVerdict {
    this.#finish();
    const front = this.#front;
    if (front.length === 0) {
      return refuse(
        'sheet-is-empty',
        '文件是空的，请选择有内容的文件。',
        'The file is empty; please choose one with rows.',
      );
    }
    if (front.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return { ok: true, value: { format: 'xlsx' } };
    if (front.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
      return refuse(
        'sheet-is-old-excel',
        '这是旧版 .xls（或加密的）文件，请在表格软件中另存为 .xlsx 或 CSV 后上传。',
        'This is an old .xls file (or an encrypted one); save it as .xlsx or CSV and upload again.',
      );
    }
    const mark = front.subarray(0, 2).toString('hex');
    if (mark === 'fffe' || mark === 'feff') {
      return refuse(
        'sheet-is-utf16',
        '文件编码是 UTF-16（“Unicode 文本”），请另存为“CSV UTF-8”后上传。',
        'The file is UTF-16 ("Unicode text"); save it as "CSV UTF-8" and upload again.',
      );
    }
    if (this.#nul) {
      return refuse(
        'sheet-is-no-table',
        '文件不是 CSV 或 XLSX 表格，请另存为“CSV UTF-8”或 .xlsx 后上传。',
        'The file is no CSV or XLSX table; save it as "CSV UTF-8" or .xlsx and upload again.',
      );
    }
    const encoding = this.#encoding();
    if (encoding === undefined) {
      return refuse(
        'sheet-encoding-is-unknown',
        '无法识别文件编码或表头，请用 UTF-8 或 GB18030（GBK）保存，并保留中文表头。',
        'Neither the encoding nor the headings can be understood; save the file as UTF-8 or GB18030 and keep the headings.',
      );
    }
    const delimiter = this.#delimiterOf(iconv.decode(front, encoding));
    return { ok: true, value: { format: 'csv', encoding, delimiter } };
  }

  /** A file that ends within a character is not valid either. */
  #finish(): void {
    if (!this.#validUtf8) return;
    try {
      this.#strict.decode();
    } catch {
      this.#validUtf8 = false;
    }
  }

  #encoding(): SheetEncoding | undefined {
    if (this.#validUtf8) return 'utf-8';
    const headed = (encoding: SheetEncoding) => {
      const text = iconv.decode(this.#front, encoding);
      return this.#hasHeadings(text, this.#delimiterOf(text));
    };
    // Headings in English read the same under both; then the encoding with fewer broken characters is meant.
    const fit = (['gb18030', 'utf-8'] as const).filter(headed);
    const broken = (encoding: SheetEncoding) => iconv.decode(this.#front, encoding).split('\uFFFD').length;
    return fit.sort((a, b) => broken(a) - broken(b))[0];
  }

  /** Comma unless the headings are plainly set apart by tabs or semicolons (spreadsheet programs in some languages do). */
  #delimiterOf(text: string): string {
    return [',', '\t', ';'].find((delimiter) => this.#hasHeadings(text, delimiter)) ?? ',';
  }

  #hasHeadings(text: string, delimiter: string): boolean {
    const lines = text.split(/\r\n|\r|\n/u, 10);
    return lines.some((line) => this.isHeadings(line.split(delimiter).map((cell) => cell.replaceAll('"', ''))));
  }
}

function refuse(code: string, zh: string, en: string): SheetVerdict {
  return { ok: false, refusal: { code, zh, en } };
}
