import { hasBrokenCharacters, longestCell, type CellTrouble, type SheetLine } from './sheet-cell.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { brokenWorkbook } from './unreadable-sheet.js';
import { attribute, XmlReader } from './xml-reader.js';
import { ZipArchive, type SeekableBytes } from './zip-archive.js';

/** Columns beyond this one (GR) are not looked at. */
const lastColumn = 200;
/** The last row a workbook can have. */
const lastRow = 1_048_576;

export interface WorkbookLimits {
  /** Bytes that all parts together may unpack to. */
  readonly unpackedBytes: number;
  /** Bytes of the table of texts held in memory. */
  readonly textBytes: number;
}

/** Reads the first visible sheet of a workbook row by row, without ever holding the sheet. */
export async function* readXlsxLines(bytes: SeekableBytes, limits: WorkbookLimits): AsyncGenerator<SheetLine> {
  const archive = await ZipArchive.open(bytes, limits.unpackedBytes);
  const sheet = await firstSheet(archive);
  const texts = archive.has('xl/sharedStrings.xml')
    ? await readSharedStrings(archive.read('xl/sharedStrings.xml'), limits.textBytes)
    : new SharedStrings(limits.textBytes);
  const rows = new SheetRows(texts);
  const reader = new XmlReader(rows);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of archive.read(sheet)) {
    reader.push(decoder.decode(chunk, { stream: true }));
    yield* rows.take();
  }
  if (!rows.ended) throw brokenWorkbook();
}

async function firstSheet(archive: ZipArchive): Promise<string> {
  if (!archive.has('xl/workbook.xml') || !archive.has('xl/_rels/workbook.xml.rels')) {
    if (archive.has('xl/worksheets/sheet1.xml')) return 'xl/worksheets/sheet1.xml';
    throw brokenWorkbook();
  }
  let relation: string | undefined;
  eachTag(await archive.text('xl/workbook.xml'), 'sheet', (attributes) => {
    if (relation === undefined && !/\sstate="(hidden|veryHidden)"/u.test(attributes))
      relation = attribute(attributes, 'id');
  });
  let target: string | undefined;
  eachTag(await archive.text('xl/_rels/workbook.xml.rels'), 'Relationship', (attributes) => {
    if (attribute(attributes, 'Id') === relation) target = attribute(attributes, 'Target');
  });
  const path = target?.startsWith('/') === true ? target.slice(1) : `xl/${target ?? 'worksheets/sheet1.xml'}`;
  return path;
}

function eachTag(xml: string, wanted: string, see: (attributes: string) => void): void {
  const ignore = () => undefined;
  new XmlReader({ open: (name, attributes) => name === wanted && see(attributes), text: ignore, close: ignore }).push(
    xml,
  );
}

/** Collects cells into rows while the sheet's XML goes by. */
class SheetRows {
  ended = false;
  #finished: SheetLine[] = [];
  #line = 0;
  #cells: string[] = [];
  #troubles = new Map<number, CellTrouble>();
  #place = 0;
  #type = '';
  #value = '';
  #collecting = false;
  #formula = false;

  constructor(private readonly texts: SharedStrings) {}

  take(): SheetLine[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  open(name: string, attributes: string): void {
    if (name === 'row') {
      const written = Number(attribute(attributes, 'r'));
      // Row numbers only go up; a file that says otherwise is counted instead of believed.
      this.#line = Number.isInteger(written) && written > this.#line && written <= lastRow ? written : this.#line + 1;
      this.#cells = [];
      this.#troubles = new Map();
      this.#place = -1;
    } else if (name === 'c') {
      this.#place = columnOf(attribute(attributes, 'r')) ?? this.#place + 1;
      this.#type = attribute(attributes, 't') ?? 'n';
      this.#value = '';
      this.#formula = false;
    } else if (name === 'f') this.#formula = true;
    else if (name === 'v' || name === 't') this.#collecting = true;
  }

  text(piece: string): void {
    if (this.#collecting && this.#value.length <= longestCell) this.#value += piece;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#collecting = false;
    else if (name === 'c') this.#cell();
    else if (name === 'row') this.#row();
    else if (name === 'sheetData') this.ended = true;
  }

  #cell(): void {
    if (this.#place > lastColumn) return;
    while (this.#cells.length < this.#place) this.#cells.push('');
    const text = decoded(this.#type === 's' ? this.texts.at(Number(this.#value)) : this.#value);
    const trouble = this.#troubleOf(text);
    if (trouble !== undefined) this.#troubles.set(this.#place, trouble);
    this.#cells[this.#place] = trouble === undefined ? this.#written(text) : '';
  }

  #troubleOf(text: string): CellTrouble | undefined {
    if (this.#formula) return 'formula';
    if (this.#type === 'e') return 'error-value';
    if (text.length > longestCell) return 'too-long';
    // Numbers in a workbook keep fifteen digits; an eighteen-digit one has already lost its last three.
    if (this.#type === 'n' && text !== '' && !(Math.abs(Number(text)) < 1e15)) return 'lost-digits';
    if (hasBrokenCharacters(text)) return 'broken-characters';
    return undefined;
  }

  #written(text: string): string {
    if (this.#type === 'n' && text !== '') return String(Number(text));
    if (this.#type === 'b') return text === '1' ? '是' : '否';
    return text;
  }

  #row(): void {
    const { length } = this.#cells;
    if (length === 0) return;
    const line = { line: this.#line, cells: this.#cells };
    this.#finished.push(this.#troubles.size === 0 ? line : { ...line, troubles: this.#troubles });
  }
}

/** Workbooks write characters that XML cannot hold as `_x000D_`. */
function decoded(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `AB12` → 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
