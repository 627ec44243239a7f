import { z } from 'zod';
import { amendableStatuses, amendmentStates, type Amendment } from '#journey/results';
import { moment } from '../front/moment.js';

export const amendmentRequest = z.strictObject({
  id: z.uuid().optional(),
  status: z.enum(amendableStatuses),
  reason: z.string().trim().min(2).max(500),
  version: z.int().min(1).max(1_000_000).optional(),
});

export const amendmentRefusal = z.strictObject({ reason: z.string().trim().min(2).max(500) });

export const amendmentQuery = z.strictObject({
  roundId: z.uuid().optional(),
  state: z.enum(amendmentStates).optional(),
  cursor: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const amendmentAnswer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  residentId: z.uuid(),
  status: z.enum(amendableStatuses),
  reason: z.string(),
  /** The version that was looked at, and the one that it has become. */
  version: z.int(),
  madeVersion: z.int().nullable(),
  state: z.enum(amendmentStates),
  authorId: z.uuid(),
  proposedAt: moment,
  approverId: z.uuid().nullable(),
  refusedBy: z.uuid().nullable(),
  refusal: z.string().nullable(),
  endedAt: moment.nullable(),
});

export const amendmentPage = z.object({ items: z.array(amendmentAnswer), next: z.string().nullable() });

export function amendmentView(amendment: Amendment): z.input<typeof amendmentAnswer> {
  const { id, roundId, residentId, status, reason, version, madeVersion, state } = amendment;
  const { authorId, approverId, refusedBy, refusal } = amendment;
  return {
    ...{ id, roundId, residentId, status, reason, version, madeVersion, state },
    ...{ authorId, approverId, refusedBy, refusal },
    proposedAt: amendment.proposedAt.toISOString(),
    endedAt: amendment.endedAt?.toISOString() ?? null,
  };
}
