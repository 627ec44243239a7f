import { isBlank, UnreadableSheet, type SheetLine } from '#platform/sheets';
import { layoutOf, missingColumns, type LedgerLayout } from './ledger-columns.js';

/** Titles, dates and remarks may stand above the headings; further down nothing is taken for headings any more. */
const headingsWithin = 15;

/** Finds the headings and then gives the rows below them. Blank rows are passed over. */
export async function* tableRows(
  lines: AsyncIterable<SheetLine>,
): AsyncGenerator<{ readonly layout: LedgerLayout; readonly line?: SheetLine }> {
  let layout: LedgerLayout | undefined;
  let before = 0;
  for await (const line of lines) {
    if (isBlank(line)) continue;
    if (layout !== undefined) {
      yield { layout, line };
      continue;
    }
    layout = layoutOf(line.cells);
    before += 1;
    if (layout === undefined) {
      if (before >= headingsWithin) break;
      continue;
    }
    const missing = missingColumns(layout);
    if (missing.length > 0) throw columnsMissing(missing);
    yield { layout };
  }
  if (layout === undefined) throw noHeadings();
}

const columnsMissing = (missing: readonly string[]) =>
  new UnreadableSheet({
    code: 'ledger-column-is-missing',
    zh: `缺少列：${missing.join('、')}。请补上表头后重新上传。`,
    en: `Missing column: ${missing.join(', ')}. Add it to the headings and upload again.`,
  });

const noHeadings = () =>
  new UnreadableSheet({
    code: 'ledger-has-no-headings',
    zh: '没有找到表头。表头应在前15行内，至少有：姓名、证件号码、区域编码（或 社区＋网格）。',
    en: 'No headings were found. They must be within the first 15 rows and name at least: name, id number, area code (or community and grid).',
  });
