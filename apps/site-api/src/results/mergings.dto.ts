import { z } from 'zod';
import { mergingStates, type Merging } from '#journey/community';
import { moment } from '../front/moment.js';

const mergingReasons = ['same-document', 'temporary-entry', 'typing-mistake', 'resident-says-so', 'other'] as const;

export const mergingRequest = z.strictObject({
  id: z.uuid().optional(),
  into: z.uuid(),
  reason: z.enum(mergingReasons),
  note: z.string().trim().min(1).max(500).optional(),
});

export const mergingRefusal = z.strictObject({ reason: z.string().trim().min(2).max(500) });

export const nothing = z.strictObject({}).optional();

export const mergingQuery = z.strictObject({
  state: z.enum(mergingStates).optional(),
  cursor: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const mergingAnswer = z.object({
  id: z.uuid(),
  absorbedId: z.uuid(),
  survivorId: z.uuid(),
  state: z.enum(mergingStates),
  reason: z.string(),
  note: z.string().nullable(),
  authorId: z.uuid(),
  proposedAt: moment,
  approverId: z.uuid().nullable(),
  refusedBy: z.uuid().nullable(),
  refusal: z.string().nullable(),
  endedAt: moment.nullable(),
});

export const mergingPage = z.object({ items: z.array(mergingAnswer), next: z.string().nullable() });

export function mergingView(merging: Merging): z.input<typeof mergingAnswer> {
  const { id, absorbedId, survivorId, state, reason, note, authorId, approverId, refusedBy, refusal } = merging;
  return {
    id,
    absorbedId,
    survivorId,
    state,
    reason,
    note,
    authorId,
    proposedAt: merging.proposedAt.toISOString(),
    approverId,
    refusedBy,
    refusal,
    endedAt: merging.endedAt?.toISOString() ?? null,
  };
}
