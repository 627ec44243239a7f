import { z } from 'zod';
import { decisions, outcomes } from '#journey/lab';
import { inWords } from '#platform/errors';
import { moment } from '../front/moment.js';

const barcode = z.string().min(1).max(64);

export const receiptRecording = z.strictObject({
  id: z.uuid().optional(),
  boxCode: z.string().min(1).max(64),
  accepted: z.array(barcode).max(2_000),
  rejected: z.array(z.strictObject({ barcode, reason: z.string().trim().min(1).max(200) })).max(2_000),
});

/** As it stands on boxes and in files. */
export const labCode = z
  .string()
  .max(32)
  .refine(
    (code) => /^[A-Za-z0-9][A-Za-z0-9-]*$/.test(code),
    inWords('实验室编码只能用字母、数字和连字符', 'the code of a laboratory has letters, digits and hyphens'),
  );
export const labNaming = z.strictObject({ name: z.string().trim().min(1).max(100) });
export const lab = z.object({ code: z.string(), name: z.string() });
export const labList = z.object({ labs: z.array(lab) });
export const labStaff = z.object({
  staff: z.array(
    z.object({ accountId: z.uuid(), username: z.string(), displayName: z.string(), isActive: z.boolean() }),
  ),
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

export const reportList = z.object({ reports: z.array(reportAnswer.omit({ errors: true })) });

/** What a file is called; shown to people, never a path. */
const fileName = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\u0000-\u001f\u007f]*$/)
  .optional();

export const reportQuery = z.strictObject({ file: fileName });

export const reportPreview = z.object({
  rows: z.int(),
  rightRows: z.int(),
  outcomes: z.object({ negative: z.int(), positive: z.int(), inconclusive: z.int(), invalid: z.int() }),
  counts: z.object({ current: z.int(), repeated: z.int(), held: z.int() }),
  positives: z.array(z.string()),
  contradictions: z.array(
    z.object({ barcode: z.string(), line: z.int(), outcome: z.enum(outcomes), current: z.enum(outcomes) }),
  ),
  errorCount: z.int(),
  errors: reportAnswer.shape.errors,
  /** Set when these very bytes were applied already. */
  applied: z.object({ id: z.uuid(), appliedAt: moment }).nullable(),
  /** Of the bytes: what a second person signs for. */
  sha256: z.string(),
  /** Positives count only once another person of the laboratory has signed for these bytes. */
  review: z.object({ isNeeded: z.boolean(), isSigned: z.boolean() }),
});

export const fileDigest = z
  .string()
  .regex(/^[0-9a-fA-F]{64}$/)
  .transform((hex) => hex.toLowerCase());

export const reportReview = z.object({ sha256: z.string(), reviewedAt: moment });

export const receiptQuery = z.strictObject({ boxCode: barcode });
export const differenceList = z.object({
  differences: z.array(
    z.object({
      receiptId: z.uuid(),
      boxCode: z.string(),
      labCode: z.string(),
      siteId: z.uuid(),
      barcode: z.string(),
      kind: z.enum(['missing', 'surplus']),
      cause,
      takenIn: z.boolean(),
      receivedAt: moment,
      ending: z.enum(['delivered', 'lost']).nullable(),
    }),
  ),
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
