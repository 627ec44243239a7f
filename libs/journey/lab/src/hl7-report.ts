import { codedOutcome } from './coded-outcome.js';
import type { Outcome } from './outcome.js';
import { geneOf } from './report-columns.js';
import type { ReadReport, ReportFormat, RowError } from './report-format.js';
import type { ReportLimits } from './report-limits.js';
import { reportTime } from './report-time.js';

interface Segment {
  /** Where it stands in the file, the first is 1. */
  line: number;
  fields: string[];
}

/** What the segments of one order say of its tube. */
interface Order {
  line: number;
  barcode: string | undefined;
  time: string | undefined;
  outcome: Outcome | undefined;
  /** A result that is not final says nothing yet. */
  isFinal: boolean;
  ct: Record<string, number>;
}

/**
 * HL7 v2, ORU^R01: one OBR a tube, one OBX for its outcome. The tube is what SPM-2 says, else OBR-3, else OBR-2; the time
 * OBX-14, else OBR-22. A file may hold many messages.
 */
export const hl7Report: ReportFormat = {
  contentTypes: ['application/hl7-v2', 'x-application/hl7-v2+er7'],
  read: readHl7,
};

export function readHl7(bytes: Uint8Array, limits: Pick<ReportLimits, 'timeZone'>): ReadReport {
  const report: ReadReport = { fileName: null, rows: [], errors: [] };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report.errors.push(
      fault(1, 'broken-encoding', '不是 UTF-8 编码，请用 UTF-8 重新导出。', 'This is not UTF-8. Export it in UTF-8.'),
    );
    return report;
  }
  // Frames of the transport (MLLP) may have been kept with the message.
  const segments = text.replace(/[\u000b\u001c]/gu, '').split(/\r\n|\r|\n/u).map(segmentOf); // prettier-ignore
  if (segments.every(({ fields }) => fields[0] !== 'MSH')) {
    report.errors.push(fault(1, 'no-message', '没有 HL7 消息头（MSH）。', 'There is no HL7 message (MSH).'));
    return report;
  }
  const orders = ordersOf(segments);
  for (const order of orders) addOrder(report, order, limits.timeZone);
  if (orders.length === 0) {
    report.errors.push(fault(1, 'no-rows', '文件中没有任何结果（OBR）。', 'The file holds no result (OBR).'));
  }
  return report;
}

function segmentOf(text: string, nth: number): Segment {
  return { line: nth + 1, fields: text.split('|') };
}

function ordersOf(segments: readonly Segment[]): Order[] {
  const orders: Order[] = [];
  for (const { line, fields } of segments) {
    const order = orders.at(-1);
    if (fields[0] === 'MSH') continue;
    if (fields[0] === 'OBR') {
      const barcode = part(fields[3]) ?? part(fields[2]);
      const time = part(fields[22]) ?? part(fields[7]);
      orders.push({ line, barcode, time, outcome: undefined, isFinal: true, ct: {} });
    } else if (fields[0] === 'SPM' && order !== undefined) order.barcode = part(fields[2]) ?? order.barcode;
    else if (fields[0] === 'OBX' && order !== undefined) observe(order, line, fields);
  }
  return orders;
}

function observe(order: Order, line: number, fields: readonly string[]): void {
  const gene = [part(fields[3], 1), part(fields[3], 0)].map((name) => geneOf(name ?? '')).find(Boolean);
  if (fields[2] === 'NM' && gene !== undefined) {
    const value = Number(fields[5]);
    if (value > 0 && value <= 99) order.ct[gene] = value;
    return;
  }
  order.line = line;
  order.outcome ??= codedOutcome([part(fields[5], 0), part(fields[5], 1)]);
  order.time = part(fields[14]) ?? order.time;
  order.isFinal &&= fields[11] === undefined || ['', 'F', 'C'].includes(fields[11]);
}

function addOrder(report: ReadReport, order: Order, timeZone: string): void {
  const { line, barcode, outcome, isFinal, ct } = order;
  if (barcode === undefined || barcode.length > 64) {
    report.errors.push(fault(line, 'no-barcode', '没有采样管编号。', 'There is no barcode of a tube.'));
    return;
  }
  if (!isFinal) {
    report.errors.push({
      ...fault(line, 'not-final', `管 ${barcode} 的结果不是最终结果。`, `The result of tube ${barcode} is not final.`),
      barcode,
    });
    return;
  }
  const testedAt = reportTime(hl7Time(order.time ?? ''), timeZone);
  if (outcome === undefined || testedAt === undefined) {
    const [code, zh, en] =
      outcome === undefined
        ? ['unknown-outcome', '的检测结果看不懂。', 'has an outcome that is not understood.']
        : ['unknown-time', '没有检测时间。', 'has no time of testing.'];
    report.errors.push({ ...fault(line, code, `管 ${barcode} ${zh}`, `Tube ${barcode} ${en}`), barcode });
    return;
  }
  report.rows.push({ line, barcode, outcome, testedAt, ct: Object.keys(ct).length === 0 ? undefined : ct });
}

/** `20260301093000+0800` as others write it. */
function hl7Time(text: string): string {
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:\.\d+)?([+-]\d{4})?$/u.exec(text);
  if (found === null) return '';
  const [, year, month, day, hour, minute, second = '00', zone = ''] = found;
  return `${year}-${month}-${day} ${hour}:${minute}:${second}${zone}`;
}

/** One component of a field; undefined when it is empty. */
function part(field: string | undefined, nth = 0): string | undefined {
  const text = field?.split('^')[nth]?.trim();
  return text === '' ? undefined : text;
}

function fault(line: number, code: string, zh: string, en: string): RowError {
  return { line, code, message: { 'zh-CN': `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` } };
}
