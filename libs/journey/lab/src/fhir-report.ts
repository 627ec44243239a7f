import { z } from 'zod';
import { codedOutcome } from './coded-outcome.js';
import type { ReadReport, ReportFormat, ReportRow, RowError } from './report-format.js';

const identifier = z.object({ value: z.string().max(64).optional() });
const concept = z.object({
  text: z.string().optional(),
  coding: z.array(z.object({ code: z.string().optional(), display: z.string().optional() })).optional(),
});
const specimen = z.object({
  resourceType: z.literal('Specimen'),
  id: z.string().optional(),
  identifier: z.array(identifier).optional(),
  accessionIdentifier: identifier.optional(),
});
const observation = z.object({
  resourceType: z.literal('Observation'),
  status: z.string(),
  specimen: z.object({ reference: z.string().optional(), identifier: identifier.optional() }).optional(),
  valueCodeableConcept: concept.optional(),
  valueString: z.string().optional(),
  effectiveDateTime: z.string().optional(),
  issued: z.string().optional(),
});
const bundle = z.object({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.object({ fullUrl: z.string().optional(), resource: z.unknown() })).default([]),
});
const moment = z.iso.datetime({ offset: true });

/** A FHIR R4 bundle: one final Observation a tube, its Specimen named by identifier or in the same bundle. A line is an entry. */
export const fhirReport: ReportFormat = { contentTypes: ['application/fhir+json'], read: readFhir };

export function readFhir(bytes: Uint8Array): ReadReport {
  const report: ReadReport = { fileName: null, rows: [], errors: [] };
  const said = bundle.safeParse(parsed(bytes));
  if (!said.success) {
    report.errors.push(fault(1, 'no-bundle', '不是 FHIR Bundle（JSON）。', 'This is no FHIR bundle in JSON.'));
    return report;
  }
  const tubes = new Map<string, string>();
  for (const { fullUrl, resource } of said.data.entry) {
    const found = specimen.safeParse(resource);
    const barcode = found.data?.accessionIdentifier?.value ?? found.data?.identifier?.[0]?.value;
    if (barcode === undefined) continue;
    if (fullUrl !== undefined) tubes.set(fullUrl, barcode);
    if (found.data?.id !== undefined) tubes.set(`Specimen/${found.data.id}`, barcode);
  }
  let found = 0;
  said.data.entry.forEach(({ resource }, nth) => {
    if ((resource as { resourceType?: unknown } | null | undefined)?.resourceType !== 'Observation') return;
    found += 1;
    const row = rowOf(resource, nth + 1, tubes);
    if ('code' in row) report.errors.push(row);
    else report.rows.push(row);
  });
  if (found === 0) {
    report.errors.push(fault(1, 'no-rows', '文件中没有任何结果（Observation）。', 'The bundle holds no Observation.'));
  }
  return report;
}

function rowOf(resource: unknown, line: number, tubes: ReadonlyMap<string, string>): ReportRow | RowError {
  const { success, data } = observation.safeParse(resource);
  if (!success) return fault(line, 'wrong-row', 'Observation 不符合格式。', 'The Observation is not as agreed.');
  const barcode = data.specimen?.identifier?.value ?? tubes.get(data.specimen?.reference ?? '') ?? '';
  if (barcode === '') return fault(line, 'no-barcode', '没有采样管编号。', 'There is no barcode of a tube.');
  const about = (code: string, zh: string, en: string) => ({ ...fault(line, code, zh, en), barcode });
  if (!['final', 'amended', 'corrected'].includes(data.status)) {
    return about('not-final', `管 ${barcode} 的结果不是最终结果。`, `The result of tube ${barcode} is not final.`);
  }
  const { coding = [], text } = data.valueCodeableConcept ?? {};
  const outcome = codedOutcome([...coding.flatMap(({ code, display }) => [code, display]), text, data.valueString]);
  if (outcome === undefined) {
    return about(
      'unknown-outcome',
      `管 ${barcode} 的检测结果看不懂。`,
      `The outcome of tube ${barcode} is not understood.`,
    );
  }
  const time = moment.safeParse(data.effectiveDateTime ?? data.issued);
  if (!time.success) {
    return about('unknown-time', `管 ${barcode} 没有检测时间。`, `Tube ${barcode} has no time of testing.`);
  }
  return { line, barcode, outcome, testedAt: new Date(time.data) };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function fault(line: number, code: string, zh: string, en: string): RowError {
  return { line, code, message: { 'zh-CN': `第 ${line} 行：${zh}`, en: `Line ${line}: ${en}` } };
}
