import { z } from 'zod';
import { decisions, outcomes } from '#journey/lab';
import { moment } from '../front/moment.js';

const barcode = z.string().min(1).max(64);

export const receiptRecording = z.strictObject({
  id: z.uuid().optional(),
  boxCode: z.string().min(1).max(64),
  accepted: z.array(barcode).max(2_000),
  rejected: z.array(z.strictObject({ barcode, reason: z.string().trim().min(1).max(200) })).max(2_000),
});

const cause = z.enum([
  'not-in-box',
  'of-another-box',
  'never-boxed',
  'unknown-tube',
  'not-sealed',
  'at-another-lab',
  'already-received',
  'declared-lost',
]);

export const receiptAnswer = z.object({
  id: z.uuid(),
  labCode: z.string(),
  boxCode: z.string(),
  accepted: z.int(),
  rejected: z.int(),
  missing: z.array(z.object({ barcode: z.string(), cause })),
  surplus: z.array(z.object({ barcode: z.string(), cause, takenIn: z.boolean() })),
  receivedAt: moment,
});

export const reportReceipt = z.object({ id: z.uuid(), state: z.enum(['reading', 'refused', 'applied']) });

export const reportAnswer = reportReceipt.extend({
  labCode: z.string(),
  contentType: z.string(),
  file: z.string().nullable(),
  bytes: z.int(),
  rows: z.int(),
  counts: z.object({ current: z.int(), repeated: z.int(), held: z.int() }),
  errorCount: z.int(),
  errors: z.array(
    z.object({
      line: z.int(),
      code: z.string(),
      barcode: z.string().optional(),
      messages: z.object({ 'zh-CN': z.string(), en: z.string() }),
    }),
  ),
  uploadedAt: moment,
  appliedAt: moment.nullable(),
});

export const contradictionQuery = z.strictObject({ cursor: z.string().max(300).optional() });

export const contradictionPage = z.object({
  contradictions: z.array(
    z.object({
      barcode: z.string(),
      version: z.int(),
      labCode: z.string(),
      outcome: z.enum(outcomes),
      currentOutcome: z.enum(outcomes),
      testedAt: moment,
      reportId: z.uuid(),
      heldSince: moment,
    }),
  ),
  next: z.string().nullable(),
});

export const versionNumber = z.coerce.number().int().min(1).max(32_767);
export const tubeBarcode = barcode;

export const deciding = z.strictObject({
  decision: z.enum(decisions),
  reason: z.string().trim().min(1).max(500),
});

export const decisionAnswer = z.object({
  barcode: z.string(),
  version: z.int(),
  decision: z.enum(decisions),
  reason: z.string(),
  decidedAt: moment,
});
