import { z } from 'zod';
import { exceptionKinds, exceptionStates, ownerRoles, resolutions, type Exception } from '#journey/sampling';
import { moment } from '../front/moment.js';

export const exceptionQuery = z.strictObject({
  siteId: z.uuid().optional(),
  deviceId: z.uuid().optional(),
  state: z.enum(exceptionStates).optional(),
  kind: z.enum(exceptionKinds).optional(),
  cursor: z.string().max(200).optional(),
});

export const exceptionAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(exceptionKinds),
  siteId: z.uuid(),
  roundId: z.uuid().nullable(),
  deviceId: z.uuid().nullable(),
  actId: z.uuid().nullable(),
  subject: z.string(),
  details: z.record(z.string(), z.unknown()),
  hasRaw: z.boolean(),
  ownerRole: z.enum(ownerRoles),
  ownerId: z.uuid().nullable(),
  deadline: moment,
  raisedBy: z.uuid().nullable(),
  raisedAt: moment,
  state: z.enum(exceptionStates),
  resolution: z.enum(resolutions).nullable(),
  note: z.string().nullable(),
  resolvedBy: z.uuid().nullable(),
  resolvedAt: moment.nullable(),
});

export const exceptionPage = z.object({ exceptions: z.array(exceptionAnswer), next: z.string().nullable() });

export const exceptionCounts = z.object({
  siteId: z.uuid(),
  kinds: z.array(z.object({ kind: z.enum(exceptionKinds), open: z.int(), overdue: z.int(), resolved: z.int() })),
});

export const resolving = z.strictObject({
  resolution: z.enum(resolutions),
  note: z.string().trim().min(1).max(500),
});

export const owning = z.strictObject({
  role: z.enum(ownerRoles),
  accountId: z.uuid().nullable().optional(),
});

/** What was read or written, masked or in clear. */
export const readingAnswer = z.object({
  exceptionId: z.uuid(),
  siteId: z.uuid(),
  masked: z.boolean(),
  reading: z.string(),
});

export const clearReading = readingAnswer.extend({ requestId: z.uuid() });

/** What leaves the house of an exception: never what lies sealed beside it. */
export function exceptionView(exception: Exception): z.input<typeof exceptionAnswer> {
  return {
    ...exception,
    deadline: exception.deadline.toISOString(),
    raisedAt: exception.raisedAt.toISOString(),
    resolvedAt: exception.resolvedAt?.toISOString() ?? null,
  };
}

/** The person in the ledger whom an exception names, if it does. */
export function personOfException({ details }: Exception): string[] {
  return typeof details.residentId === 'string' ? [details.residentId] : [];
}
