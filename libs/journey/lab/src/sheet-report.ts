import { isBlank, SheetProbe, sheetLines, troubleSentences, UnreadableSheet, type SheetLine } from '#platform/sheets';
import { missingReportColumns, outcomeOf, plain, reportLayout, type ReportLayout } from './report-columns.js';
import type { ReadReport, ReportFormat, ReportRow, RowError } from './report-format.js';
import type { ReportLimits } from './report-limits.js';
import { reportTime } from './report-time.js';

/** Titles and remarks may stand above the headings; further down nothing is taken for headings any more. */
const headingsWithin = 15;

/** A table as spreadsheet programs write it: CSV in UTF-8 or GB18030, or XLSX. The kind is told from the bytes. */
export const sheetReport: ReportFormat = {
  contentTypes: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  read,
};

async function read(bytes: Uint8Array, limits: ReportLimits): Promise<ReadReport> {
  const report: ReadReport = { fileName: null, rows: [], errors: [] };
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const probe = new SheetProbe((cells) => reportLayout(cells) !== undefined);
  probe.push(whole);
  const format = probe.verdict();
  if (!format.ok) return { ...report, errors: [fileError(1, format.refusal)] };
  const inMemory = { size: whole.length, slice: (start: number, end: number) => oneByOne(whole.subarray(start, end)) };
  try {
    await addRows(report, sheetLines(inMemory, format.value, limits.workbook), limits.timeZone);
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    report.errors.push(fileError((error.line ?? 0) + 1, error.refusal));
  }
  return report;
}

async function addRows(report: ReadReport, lines: AsyncIterable<SheetLine>, timeZone: string): Promise<void> {
  let layout: ReportLayout | undefined;
  let passed = 0;
  let found = 0;
  for await (const line of lines) {
    if (isBlank(line)) continue;
    if (layout === undefined) {
      layout = reportLayout(line.cells);
      passed += 1;
      if (layout === undefined && passed >= headingsWithin) break;
      if (layout === undefined) continue;
      const missing = missingReportColumns(layout);
      if (missing.length > 0) {
        report.errors.push(columnsMissing(line.line, missing));
        return;
      }
      continue;
    }
    found += 1;
    const said = rowOf(line, layout, timeZone);
    if ('code' in said) report.errors.push(said);
    else report.rows.push(said);
  }
  if (layout === undefined) report.errors.push(noHeadings());
  else if (found === 0) report.errors.push(noRows());
}

function rowOf(line: SheetLine, { places, genes }: ReportLayout, timeZone: string): ReportRow | RowError {
  const cell = (place: number | undefined) => (place === undefined ? '' : plain(line.cells[place] ?? ''));
  const looked = [...Object.values(places), ...genes.map(([, place]) => place)];
  for (const [place, trouble] of line.troubles ?? []) {
    if (!looked.includes(place)) continue;
    const { zh, en } = troubleSentences[trouble];
    return rowError(line.line, 'wrong-cell', zh, en);
  }
  const barcode = cell(places.barcode);
  if (barcode === '' || barcode.length > 64) {
    return rowError(line.line, 'no-barcode', '没有采样管编号。', 'There is no barcode of a tube.');
  }
  const outcome = outcomeOf(cell(places.outcome));
  if (outcome === undefined) {
    const zh = `管 ${barcode} 的检测结果看不懂，只能是：阴性、阳性、可疑、无效。`;
    const en = `The outcome of tube ${barcode} must be negative, positive, inconclusive or invalid.`;
    return { ...rowError(line.line, 'unknown-outcome', zh, en), barcode };
  }
  const testedAt = reportTime(cell(places.testedAt), timeZone);
  if (testedAt === undefined) {
    const zh = `管 ${barcode} 的检测时间看不懂，请写成 2026-03-01 09:30 的样子。`;
    const en = `The time at which tube ${barcode} was tested must be written like 2026-03-01 09:30.`;
    return { ...rowError(line.line, 'unknown-time', zh, en), barcode };
  }
  const note = cell(places.note);
  const ct = thresholds(genes, cell);
  return { line: line.line, barcode, outcome, testedAt, ct, note: note === '' ? undefined : note };
}

/** What is no number (未检出, NoCt, a dash) is no threshold. */
function thresholds(
  genes: ReportLayout['genes'],
  cell: (place: number) => string,
): Record<string, number | null> | undefined {
  if (genes.length === 0) return undefined;
  return Object.fromEntries(
    genes.map(([gene, place]) => {
      const value = Number(cell(place));
      return [gene, cell(place) !== '' && value > 0 && value <= 99 ? value : null];
    }),
  );
}

async function* oneByOne(bytes: Buffer): AsyncGenerator<Buffer> {
  const size = 64 * 1024;
  // Between two of them other work gets its turn.
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

function rowError(line: number, code: string, zh: string, en: string): RowError {
  return { line, code, message: { 'zh-CN': `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` } };
}

function fileError(line: number, { code, zh, en }: { code: string; zh: string; en: string }): RowError {
  return { line, code, message: { 'zh-CN': zh, en } };
}

const columnsMissing = (line: number, missing: string[]) =>
  fileError(line, {
    code: 'column-is-missing',
    zh: `缺少列：${missing.join('、')}。请补上表头后重新上传。`,
    en: `Missing column: ${missing.join(', ')}. Add it to the headings and upload again.`,
  });

const noHeadings = () =>
  fileError(1, {
    code: 'no-headings',
    zh: '没有找到表头。表头应在前15行内，至少有：采样管编号、检测结果、检测时间。',
    en: 'No headings were found. They must be within the first 15 rows: barcode, outcome, tested at.',
  });

const noRows = () => fileError(1, { code: 'no-rows', zh: '文件中没有任何结果行。', en: 'The file holds no row.' });
