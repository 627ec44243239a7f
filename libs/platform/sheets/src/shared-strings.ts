import { longestCell } from './sheet-cell.js';
import { UnreadableSheet } from './unreadable-sheet.js';
import { XmlReader } from './xml-reader.js';

const blockSize = 1024 * 1024;

/**
 * The table of texts a workbook's cells point into, kept as UTF-8 bytes in blocks and an index: a hundred thousand
 * people need some ten megabytes here, not ten times as much in JavaScript strings.
 */
export class SharedStrings {
  readonly #blocks: Buffer[] = [];
  #used = blockSize;
  #starts = new Float64Array(1024);
  #count = 0;

  constructor(
    /** Bytes the whole table may have. */
    private readonly limit: number,
  ) {}

  add(text: string): void {
    // One character more than a cell may have is enough to see that it is too long.
    const bytes = Buffer.from(text.slice(0, longestCell + 1), 'utf8');
    if (this.#used + bytes.length + 2 > blockSize) {
      if ((this.#blocks.length + 1) * blockSize > this.limit) throw tooManyTexts();
      this.#blocks.push(Buffer.allocUnsafe(blockSize));
      this.#used = 0;
    }
    const block = this.#blocks.at(-1);
    if (block === undefined) return;
    if (this.#count === this.#starts.length) {
      const longer = new Float64Array(this.#starts.length * 2);
      longer.set(this.#starts);
      this.#starts = longer;
    }
    this.#starts[this.#count] = (this.#blocks.length - 1) * blockSize + this.#used;
    this.#count += 1;
    block.writeUInt16LE(bytes.length, this.#used);
    bytes.copy(block, this.#used + 2);
    this.#used += bytes.length + 2;
  }

  /** The text with this number; empty where the workbook points beside its own table. */
  at(index: number): string {
    const start = Number.isInteger(index) && index >= 0 && index < this.#count ? this.#starts[index] : undefined;
    if (start === undefined) return '';
    const block = this.#blocks[Math.floor(start / blockSize)];
    if (block === undefined) return '';
    const place = start % blockSize;
    return block.toString('utf8', place + 2, place + 2 + block.readUInt16LE(place));
  }
}

/** Reads `xl/sharedStrings.xml`; pieces of rich text are joined, readings beside them (ruby) left out. */
export async function readSharedStrings(chunks: AsyncIterable<Buffer>, limit: number): Promise<SharedStrings> {
  const strings = new SharedStrings(limit);
  let text = '';
  let inText = false;
  let inReading = false;
  const reader = new XmlReader({
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inReading;
      else if (name === 'rPh') inReading = true;
    },
    text: (piece) => {
      if (inText && text.length <= longestCell) text += piece;
    },
    close: (name) => {
      if (name === 'si') strings.add(text);
      else if (name === 't') inText = false;
      else if (name === 'rPh') inReading = false;
    },
  });
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of chunks) reader.push(decoder.decode(chunk, { stream: true }));
  return strings;
}

const tooManyTexts = () =>
  new UnreadableSheet({
    code: 'sheet-has-too-many-texts',
    zh: '工作簿中的文字太多，请改用 CSV，或按社区分成几个文件上传。',
    en: 'The workbook holds too much text; use CSV, or upload one file per community.',
  });
