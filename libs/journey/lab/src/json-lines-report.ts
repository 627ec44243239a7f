import { z } from 'zod';
import { outcomes } from './outcome.js';
import type { ReadReport, ReportFormat, RowError } from './report-format.js';

const plain = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/;

const header = z.strictObject({
  file: z.string().max(200).regex(plain).optional(),
  rows: z.int().min(0).optional(),
});

const row = z.strictObject({
  barcode: z.string().min(1).max(64).regex(plain),
  outcome: z.enum(outcomes),
  testedAt: z.iso.datetime({ offset: true }),
  ct: z.record(z.string().regex(/^[\w .-]{1,32}$/), z.number().min(0).max(99).nullable()).optional(),
  note: z.string().max(500).regex(plain).optional(),
});

/**
 * JSON lines: one object a line, `{barcode, outcome, testedAt, ct?, note?}`. The first line may be a header
 * `{file, rows}`; with the number of rows in it a file cut at the end of a line is found out too.
 */
export const jsonLinesReport: ReportFormat = {
  contentTypes: ['application/x-ndjson', 'application/jsonl'],
  read: readJsonLines,
};

export function readJsonLines(bytes: Uint8Array): ReadReport {
  const report: ReadReport = { fileName: null, rows: [], errors: [] };
  let declared: { line: number; rows: number } | undefined;
  let found = 0;
  let first = true;
  for (const { line, text, whole } of linesOf(bytes)) {
    if (text === undefined) {
      found += 1;
      report.errors.push(brokenEncoding(line));
      continue;
    }
    if (text.trim() === '') continue;
    const value = parsed(text);
    if (first && isHeader(value)) {
      const said = header.safeParse(value);
      if (!said.success) report.errors.push(wrongShape(line, said.error));
      report.fileName = said.data?.file ?? null;
      if (said.data?.rows !== undefined) declared = { line, rows: said.data.rows };
    } else {
      found += 1;
      addRow(report, line, value, whole);
    }
    first = false;
  }
  if (found === 0) report.errors.push(emptyFile());
  if (declared !== undefined && declared.rows !== found) report.errors.push(countDiffers(declared, found));
  return report;
}

function addRow(report: ReadReport, line: number, value: unknown, whole: boolean): void {
  if (value === undefined) {
    report.errors.push(whole ? brokenJson(line) : truncated(line));
    return;
  }
  const said = row.safeParse(value);
  if (!said.success) {
    report.errors.push(wrongShape(line, said.error));
    return;
  }
  const { barcode, outcome, testedAt, ct, note } = said.data;
  report.rows.push({ line, barcode, outcome, testedAt: new Date(testedAt), ct, note });
}

function* linesOf(bytes: Uint8Array): Generator<{ line: number; text: string | undefined; whole: boolean }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const part = bytes.subarray(start, end === -1 ? bytes.length : end);
    let text: string | undefined;
    try {
      text = decoder.decode(part);
    } catch {
      text = undefined;
    }
    yield { line, text, whole: end !== -1 };
    start = end === -1 ? bytes.length : end + 1;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isHeader(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !('barcode' in value) && ('rows' in value || 'file' in value);
}

function wrongShape(line: number, error: z.ZodError): RowError {
  const [issue] = error.issues;
  const field = issue?.path.map(String).join('.') ?? '';
  if (field === 'outcome') {
    return {
      line,
      code: 'unknown-outcome',
      message: {
        'zh-CN': `第 ${line} 行：检测结果只能是 ${outcomes.join('、')}。`,
        en: `Line ${line}: the outcome must be one of ${outcomes.join(', ')}.`,
      },
    };
  }
  return {
    line,
    code: 'wrong-row',
    message: {
      'zh-CN': `第 ${line} 行：${field === '' ? '内容' : `字段 ${field}`} 不符合要求（${issue?.message ?? ''}）。`,
      en: `Line ${line}: ${field === '' ? 'the row' : `the field ${field}`} is not as agreed (${issue?.message ?? ''}).`,
    },
  };
}

const brokenEncoding = (line: number): RowError => ({
  line,
  code: 'broken-encoding',
  message: {
    'zh-CN': `第 ${line} 行：不是 UTF-8 编码，请用 UTF-8 重新导出。`,
    en: `Line ${line}: this is not UTF-8. Export the file in UTF-8.`,
  },
});

const brokenJson = (line: number): RowError => ({
  line,
  code: 'broken-json',
  message: { 'zh-CN': `第 ${line} 行：不是完整的 JSON。`, en: `Line ${line}: this is not complete JSON.` },
});

const truncated = (line: number): RowError => ({
  line,
  code: 'truncated',
  message: {
    'zh-CN': `第 ${line} 行：文件在此中断，请重新导出并上传完整文件。`,
    en: `Line ${line}: the file breaks off here. Export and upload the whole file again.`,
  },
});

const emptyFile = (): RowError => ({
  line: 1,
  code: 'no-rows',
  message: { 'zh-CN': '文件中没有任何结果行。', en: 'The file holds no row.' },
});

const countDiffers = (declared: { line: number; rows: number }, found: number): RowError => ({
  line: declared.line,
  code: 'count-differs',
  message: {
    'zh-CN': `文件头声明 ${declared.rows} 行，实际 ${found} 行，文件可能不完整，请重新导出。`,
    en: `The header declares ${declared.rows} rows, the file holds ${found}. It may be incomplete: export it again.`,
  },
});
