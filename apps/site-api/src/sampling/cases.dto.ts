import { z } from 'zod';
import { caseKinds, exceptionStates, ownerRoles, resolutions, type Candidate, type Exception } from '#journey/sampling';
import { givenMoment, moment } from '../front/moment.js';
import { correctionAnswer } from './corrections.dto.js';
import { barcode } from './sampling.dto.js';

export const caseOpening = z.strictObject({
  id: z.uuid().optional(),
  kind: z.enum(caseKinds),
  /** Whom it is about; a resident may leave it out and speaks for themselves. */
  residentId: z.uuid().optional(),
  roundId: z.uuid(),
  siteId: z.uuid().optional(),
  tube: barcode.optional(),
  around: givenMoment.optional(),
  note: z.string().trim().min(1).max(500).optional(),
});

const note = z.string().trim().min(1).max(500);

export const caseSettling = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('bind'),
    correctionId: z.uuid().optional(),
    tube: barcode,
    swabId: z.uuid(),
    note,
  }),
  z.strictObject({ outcome: z.literal('unbind'), correctionId: z.uuid().optional(), note }),
  z.strictObject({ outcome: z.literal('confirmed'), note }),
  z.strictObject({ outcome: z.literal('unfounded'), note }),
]);

export const caseQuery = z.strictObject({ residentId: z.uuid().optional() });

export const caseAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(caseKinds),
  residentId: z.uuid(),
  roundId: z.uuid().nullable(),
  siteId: z.uuid(),
  state: z.enum(exceptionStates),
  ownerRole: z.enum(ownerRoles),
  deadline: moment,
  raisedAt: moment,
  resolution: z.enum(resolutions).nullable(),
  note: z.string().nullable(),
  resolvedAt: moment.nullable(),
});

export const caseList = z.object({ cases: z.array(caseAnswer) });

export const settledAnswer = z.object({ case: caseAnswer, correction: correctionAnswer.nullable() });

export const candidateList = z.object({
  candidates: z.array(
    z.object({ swabId: z.uuid(), tube: z.string(), place: z.int(), sampledAt: moment, tubeState: z.string() }),
  ),
});

/** What a person may know of their case: no tube, no name of whoever sees to it. */
export function caseView(exception: Exception): z.input<typeof caseAnswer> {
  const { id, kind, roundId, siteId, state, ownerRole, resolution, note: said, details } = exception;
  return {
    id,
    kind: kind === 'not-me' ? 'not-me' : 'not-listed',
    residentId: typeof details.residentId === 'string' ? details.residentId : '',
    roundId,
    siteId,
    state,
    ownerRole,
    deadline: exception.deadline.toISOString(),
    raisedAt: exception.raisedAt.toISOString(),
    resolution,
    note: said,
    resolvedAt: exception.resolvedAt?.toISOString() ?? null,
  };
}

export function candidateView({ sampledAt, ...candidate }: Candidate) {
  return { ...candidate, sampledAt: sampledAt.toISOString() };
}
