import type { SheetLine } from './sheet-cell.js';
import { readCsvLines } from './csv-lines.js';
import type { SheetFormat } from './sheet-probe.js';
import { readXlsxLines, type WorkbookLimits } from './xlsx-lines.js';
import type { SeekableBytes } from './zip-archive.js';

/** The rows of a file of either kind, one after the other. @throws UnreadableSheet */
export function sheetLines(
  bytes: SeekableBytes,
  format: SheetFormat,
  limits: WorkbookLimits,
): AsyncGenerator<SheetLine> {
  return format.format === 'csv' ? readCsvLines(bytes.slice(0, bytes.size), format) : readXlsxLines(bytes, limits);
}
