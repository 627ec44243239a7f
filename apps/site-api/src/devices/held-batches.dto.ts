import { z } from 'zod';
import { heldReasons, heldStates, type HeldBatch, type HeldDecision } from '#journey/sampling';
import { moment } from '../front/moment.js';

/** Without the acts: they lie sealed. */
export const heldBatchAnswer = z.object({
  id: z.uuid(),
  deviceId: z.uuid(),
  bootId: z.uuid(),
  counter: z.int(),
  why: z.enum(heldReasons),
  acts: z.int(),
  firstSeq: z.int().nullable(),
  lastSeq: z.int().nullable(),
  firstAt: moment.nullable(),
  lastAt: moment.nullable(),
  skewSeconds: z.number().nullable(),
  kinds: z.record(z.string(), z.int()),
  tubes: z.array(z.string()),
  actors: z.array(z.string()),
  heldAt: moment,
  state: z.enum(heldStates),
  takenThrough: z.int().nullable(),
  reason: z.string().nullable(),
  decidedBy: z.uuid().nullable(),
  decidedAt: moment.nullable(),
});

export const heldBatchList = z.object({ deviceId: z.uuid(), batches: z.array(heldBatchAnswer) });

const reason = z.string().trim().min(1).max(500);

export const heldDeciding = z.discriminatedUnion('decision', [
  z.strictObject({
    decision: z.literal('take'),
    throughSeq: z.int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
    reason,
  }),
  z.strictObject({ decision: z.literal('set-aside'), reason }),
]);

export function decisionOf(body: z.output<typeof heldDeciding>): HeldDecision {
  const { reason } = body;
  if (body.decision === 'set-aside') return { state: 'set-aside', takenThrough: null, reason };
  return { state: 'taken', takenThrough: body.throughSeq ?? null, reason };
}

export function heldBatchView(held: HeldBatch): z.input<typeof heldBatchAnswer> {
  const { id, deviceId, bootId, counter, why, acts, firstSeq, lastSeq, skewSeconds } = held;
  const { state, takenThrough, reason, decidedBy, summary } = held;
  return {
    ...{ id, deviceId, bootId, counter, why, acts, firstSeq, lastSeq, skewSeconds },
    ...{ state, takenThrough, reason, decidedBy, ...summary },
    firstAt: held.firstAt?.toISOString() ?? null,
    lastAt: held.lastAt?.toISOString() ?? null,
    heldAt: held.heldAt.toISOString(),
    decidedAt: held.decidedAt?.toISOString() ?? null,
  };
}
