import type { LedgerLine } from './ledger-cell.js';
import { readCsvLines } from './ledger-csv.js';
import type { LedgerFormat } from './ledger-encoding.js';
import { readXlsxLines, type WorkbookLimits } from './ledger-xlsx.js';
import type { SeekableBytes } from './zip-archive.js';

/** The rows of a ledger file of either kind, one after the other. @throws UnreadableLedger */
export function ledgerLines(
  bytes: SeekableBytes,
  format: LedgerFormat,
  limits: WorkbookLimits,
): AsyncGenerator<LedgerLine> {
  return format.format === 'csv' ? readCsvLines(bytes.slice(0, bytes.size), format) : readXlsxLines(bytes, limits);
}
