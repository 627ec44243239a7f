import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { hasBrokenCharacters, longestCell, type CellTrouble, type SheetLine } from './sheet-cell.js';
import type { SheetEncoding } from './sheet-probe.js';
import { UnreadableSheet } from './unreadable-sheet.js';

/** A row longer than this has an unclosed quote in it. Characters. */
const longestRow = 64 * 1024;

/** Reads a CSV file row by row; holds one chunk of the file at a time. */
export async function* readCsvLines(
  bytes: AsyncIterable<Buffer>,
  format: { readonly encoding: SheetEncoding; readonly delimiter: string },
): AsyncGenerator<SheetLine> {
  let lastLine = 0;
  let rows: SheetLine[] = [];
  let trouble: Error | undefined;
  const parser = parse({
    delimiter: format.delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Rows are kept here, not in the parser's own buffer: that one is thrown away when a later row is broken.
    on_record: (cells: string[], { lines }) => {
      lastLine = lines;
      rows.push(lineOf(lines, cells));
      return null;
    },
  });
  parser.on('error', (error) => (trouble = error));
  const taken = () => {
    const full = rows;
    rows = [];
    return full;
  };
  const decoder = iconv.getDecoder(format.encoding);
  for await (const chunk of bytes) {
    await new Promise<void>((resolve) => parser.write(decoder.write(chunk), () => resolve()));
    yield* taken();
    if (trouble !== undefined) break;
  }
  if (trouble === undefined)
    await new Promise<void>((resolve) =>
      parser.once('error', () => resolve()).end(decoder.end() ?? '', () => resolve()),
    );
  yield* taken();
  if (trouble === undefined) return;
  if (!(trouble instanceof CsvError)) throw trouble;
  throw new UnreadableSheet(
    {
      code: 'sheet-csv-is-broken',
      zh: `第${lastLine + 1}行起的引号没有配对，后面的内容无法分行，请改正后重新上传（已读的行会照常处理）。`,
      en: `A quote is never closed from line ${lastLine + 1} on, so the rest cannot be split into rows; correct it and upload again (rows before it are kept).`,
    },
    lastLine,
  );
}

function lineOf(line: number, written: string[]): SheetLine {
  let troubles: Map<number, CellTrouble> | undefined;
  const cells = written.map((cell, place) => {
    // Spreadsheet programs write ="123" to keep digits as text; anything else behind = or @ is a formula.
    const asText = /^="([^"=]*)"$/u.exec(cell)?.[1];
    if (asText !== undefined) return asText;
    const trouble = troubleOf(cell);
    if (trouble === undefined) return cell;
    (troubles ??= new Map()).set(place, trouble);
    return '';
  });
  return troubles === undefined ? { line, cells } : { line, cells, troubles };
}

function troubleOf(cell: string): CellTrouble | undefined {
  if (cell.length > longestCell) return 'too-long';
  if (/^[=@]/u.test(cell)) return 'formula';
  if (/^#(REF|N\/A|VALUE|NAME\?|DIV\/0|NULL|NUM)!?/u.test(cell)) return 'error-value';
  if (hasBrokenCharacters(cell)) return 'broken-characters';
  return undefined;
}
