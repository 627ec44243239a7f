import { z } from 'zod';
import {
  areaLevels,
  documentKinds,
  laneKinds,
  personCategories,
  presences,
  unmaskableFields,
  unmaskingReasons,
  type Area,
  type ImportProgress,
  type MaskedResident,
} from '#journey/community';
import { moment } from '../front/moment.js';

const cursor = z.string().min(1).max(300).optional();
const number = z.string().min(1).max(64);

export const areaQuery = z.strictObject({
  parent: z.string().min(1).max(32).optional(),
  cursor,
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

export const areaNaming = z.strictObject({ name: z.string().trim().min(1).max(60) });

export const areaList = z.strictObject({
  areas: z
    .array(z.strictObject({ code: z.string().min(1).max(32), name: z.string().trim().min(1).max(60) }))
    .min(1)
    .max(2_000),
});
export const areaListAnswer = z.object({ added: z.int(), renamed: z.int() });

export const areaAnswer = z.object({
  code: z.string(),
  parentCode: z.string().nullable(),
  level: z.enum(areaLevels),
  name: z.string(),
  lineage: z.array(z.string()),
});
export const areaPage = z.object({ items: z.array(areaAnswer), next: z.string().nullable() });

export const areaView = (area: Area): z.input<typeof areaAnswer> => ({
  ...area,
  parentCode: area.parentCode ?? null,
  level: area.level as (typeof areaLevels)[number],
  lineage: [...area.lineage],
});

const document = z.strictObject({
  kind: z.enum(documentKinds),
  number: z.string().max(64).default(''),
  nationality: z.string().min(1).max(40).optional(),
});

export const registration = z.strictObject({
  id: z.uuid().optional(),
  name: z.string().min(1).max(60),
  document: document.extend({
    guardian: document.optional(),
    ordinal: z.int().min(1).max(99).optional(),
    relation: z.enum(['son', 'daughter']).optional(),
  }),
  phone: z.string().min(1).max(32).optional(),
  areaCode: z.string().min(1).max(32),
  household: z.string().trim().min(1).max(40).optional(),
  guardian: document.optional(),
  categories: z
    .array(z.enum(personCategories.map(({ code }) => code)))
    .max(personCategories.length)
    .optional(),
  lane: z.enum(laneKinds).optional(),
  homeVisit: z.boolean().optional(),
  singleOnly: z.boolean().optional(),
  birthYear: z.int().min(1850).max(2200).optional(),
  sex: z.enum(['male', 'female']).optional(),
});

const searchFields = {
  idNumber: number.optional(),
  documentKind: z.enum(documentKinds).optional(),
  nationality: z.string().min(1).max(40).optional(),
  phone: z.string().min(1).max(32).optional(),
  area: z.string().min(1).max(32).optional(),
  cursor,
};
export const searchBody = z.strictObject({ ...searchFields, limit: z.int().min(1).max(200).default(50) });
export const searchQuery = z.strictObject({
  ...searchFields,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const residentAnswer = z.object({
  id: z.uuid(),
  maskedName: z.string(),
  documentKind: z.string(),
  maskedDocument: z.string(),
  maskedPhone: z.string().nullable(),
  areaCode: z.string(),
  householdId: z.uuid(),
  household: z.string().nullable(),
  birthYear: z.int().nullable(),
  sex: z.enum(['male', 'female', 'unknown']),
  categories: z.array(z.string()),
  lane: z.enum(laneKinds),
  homeVisit: z.boolean(),
  singleOnly: z.boolean(),
  guardianId: z.uuid().nullable(),
  presence: z.enum(presences),
  /** The entry that stands for this person since two were merged. */
  mergedInto: z.uuid().nullable(),
});
export const residentPage = z.object({ items: z.array(residentAnswer), next: z.string().nullable() });

export const residentView = (resident: MaskedResident): z.input<typeof residentAnswer> => ({
  ...resident,
  maskedPhone: resident.maskedPhone ?? null,
  household: resident.household ?? null,
  birthYear: resident.birthYear ?? null,
  guardianId: resident.guardianId ?? null,
  mergedInto: resident.mergedInto ?? null,
  sex: resident.sex as 'male' | 'female' | 'unknown',
  lane: resident.lane as (typeof laneKinds)[number],
  categories: [...resident.categories],
});

export const presenceRequest = z.strictObject({ presence: z.enum(presences) });

/** Why somebody has to see something in clear. */
export const unmaskingWhy = z.strictObject({
  id: z.uuid().optional(),
  reason: z.enum(unmaskingReasons),
  text: z.string().trim().min(4).max(300),
});
export const unmaskingRequest = unmaskingWhy.extend({
  fields: z.array(z.enum(unmaskableFields)).min(1).max(unmaskableFields.length),
});
/** Null where it was not asked for, or there is none. */
export const unmaskingAnswer = z.object({
  requestId: z.uuid(),
  name: z.string().nullable(),
  documentNumber: z.string().nullable(),
  nationality: z.string().nullable(),
  phone: z.string().nullable(),
});

interface Unmasked {
  name?: string;
  documentNumber?: string;
  nationality?: string;
  phone?: string;
}

export const unmaskingView = (requestId: string, clear: Unmasked): z.input<typeof unmaskingAnswer> => ({
  requestId,
  name: clear.name ?? null,
  documentNumber: clear.documentNumber ?? null,
  nationality: clear.nationality ?? null,
  phone: clear.phone ?? null,
});

export const codeAnswer = z.object({ reference: z.string(), payload: z.string(), svg: z.string(), expiresAt: moment });
export const codeCheck = z.strictObject({ code: z.string().min(1).max(300) });
export const codeCheckAnswer = z.object({ residentId: z.uuid(), maskedName: z.string(), expiresAt: moment });
export const residentSignIn = z.strictObject({
  code: z.string().min(1).max(300),
  documentEnding: z.string().min(1).max(16),
});
export const residentSession = z.object({
  token: z.string(),
  expiresAt: moment,
  residentId: z.uuid(),
  maskedName: z.string(),
});
export const codeKeys = z.object({ items: z.array(z.object({ keyId: z.string(), publicKey: z.string() })) });
export const codeReference = z.string().regex(/^[A-Za-z0-9_-]{16}$/u);

export const importReceipt = z.object({ id: z.uuid() });
const words = z.object({ 'zh-CN': z.string(), en: z.string() });
const rowError = z.object({ line: z.int(), column: z.string(), code: z.string(), messages: words });
export const importErrorQuery = z.strictObject({ cursor, limit: z.coerce.number().int().min(1).max(500).default(100) });
export const importErrorPage = z.object({ items: z.array(rowError), next: z.string().nullable() });
const count = z.int().min(0);

export const importAnswer = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'reading', 'done', 'refused']),
  format: z.enum(['csv', 'xlsx']),
  counts: z.object({ read: count, added: count, changed: count, unchanged: count, refused: count, duplicates: count }),
  rowErrors: count,
  ignoredColumns: z.array(z.string()),
  refusal: z.object({ code: z.string(), messages: words }).nullable(),
  createdAt: moment,
  finishedAt: moment.nullable(),
  /** The first of the row errors; the rest is at `/ledger-imports/:id/errors`. */
  errors: z.array(rowError),
});

interface ListedError {
  line: number;
  field: string;
  code: string;
  message: { 'zh-CN': string; en: string };
}

export const rowErrorView = ({ line, field, code, message }: ListedError): z.input<typeof rowError> => ({
  line,
  column: field,
  code,
  messages: message,
});

export const importView = (progress: ImportProgress, errors: ListedError[]): z.input<typeof importAnswer> => ({
  id: progress.id,
  state: progress.state,
  format: progress.format,
  counts: progress.counts,
  rowErrors: progress.rowErrors,
  ignoredColumns: [...progress.ignoredColumns],
  refusal:
    progress.refusal === undefined
      ? null
      : { code: progress.refusal.code, messages: { 'zh-CN': progress.refusal.zh, en: progress.refusal.en } },
  createdAt: progress.createdAt.toISOString(),
  finishedAt: progress.finishedAt?.toISOString() ?? null,
  errors: errors.map(rowErrorView),
});
