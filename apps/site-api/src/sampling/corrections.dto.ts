import { z } from 'zod';
import {
  correctionKinds,
  correctionReasons,
  correctionStates,
  type Correction,
  type CorrectionReason,
} from '#journey/sampling';
import { moment } from '../front/moment.js';
import { barcode } from './sampling.dto.js';

const reasons = Object.keys(correctionReasons) as [CorrectionReason, ...CorrectionReason[]];

const common = {
  id: z.uuid().optional(),
  reason: z.enum(reasons),
  note: z.string().trim().min(1).max(500).optional(),
  tube: barcode,
};

export const proposal = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('unbind'), swabId: z.uuid() }),
  z.strictObject({ ...common, kind: z.literal('void'), swabId: z.uuid() }),
  z.strictObject({
    ...common,
    kind: z.literal('bind'),
    swabId: z.uuid(),
    resident: z.union([
      z.strictObject({ id: z.uuid() }),
      z.strictObject({ code: z.string().min(1).max(256) }),
      z.strictObject({ idNumber: z.string().min(1).max(64) }),
    ]),
  }),
  z.strictObject({ ...common, kind: z.literal('move-swab'), swabId: z.uuid(), toTube: barcode }),
  z.strictObject({ ...common, kind: z.literal('recode-tube'), toCode: barcode }),
  z.strictObject({ ...common, kind: z.literal('swap-tubes'), withTube: barcode }),
  z.strictObject({ ...common, kind: z.literal('reopen-tube') }),
]);

export const refusing = z.strictObject({ reason: z.string().trim().min(2).max(500) });

/** Agreeing and taking back need no words; the body is empty. */
export const nothing = z.strictObject({}).optional();

export const correctionQuery = z.strictObject({
  siteId: z.uuid().optional(),
  state: z.enum(correctionStates).optional(),
  tube: barcode.optional(),
  cursor: z.string().min(1).max(300).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const facts = z.object({
  swabs: z.array(
    z.object({
      id: z.uuid(),
      tube: z.string(),
      place: z.int(),
      residentId: z.uuid().nullable(),
      occasion: z.int(),
      withdrawn: z.boolean(),
    }),
  ),
  tubes: z.array(z.object({ barcode: z.string(), state: z.string(), filled: z.int() })),
});

export const correctionAnswer = z.object({
  id: z.uuid(),
  kind: z.enum(correctionKinds),
  state: z.enum(correctionStates),
  roundId: z.uuid(),
  siteId: z.uuid(),
  tubes: z.array(z.string()),
  /** What it is about: the tube, the swab in it, and the other tube or code that takes part. */
  asked: z.object({ tube: z.string(), swabId: z.uuid().nullable(), other: z.string().nullable() }),
  residents: z.array(z.uuid()),
  reason: z.enum(reasons),
  note: z.string().nullable(),
  /** Whether somebody else has to agree before it takes effect. */
  secondPerson: z.boolean(),
  before: facts,
  after: facts.nullable(),
  authorId: z.uuid(),
  proposedAt: moment,
  approverId: z.uuid().nullable(),
  approvedAt: moment.nullable(),
  refusedBy: z.uuid().nullable(),
  refusal: z.string().nullable(),
  endedAt: moment.nullable(),
});

export const correctionPage = z.object({ items: z.array(correctionAnswer), next: z.string().nullable() });

export function correctionView(correction: Correction): z.input<typeof correctionAnswer> {
  const { id, kind, state, roundId, siteId, tubes, residents, reason, note, secondPerson, before, after } = correction;
  const { authorId, proposedAt, approverId, approvedAt, refusedBy, refusal, endedAt } = correction;
  return {
    id,
    kind,
    state,
    roundId,
    siteId,
    tubes,
    asked: askedOf(correction),
    residents,
    reason,
    note,
    secondPerson,
    before,
    after,
    authorId,
    proposedAt: proposedAt.toISOString(),
    approverId,
    approvedAt: approvedAt?.toISOString() ?? null,
    refusedBy,
    refusal,
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function askedOf({ act }: Correction): z.input<typeof correctionAnswer>['asked'] {
  const { tube } = act;
  switch (act.kind) {
    case 'move-swab':
      return { tube, swabId: act.swabId, other: act.toTube };
    case 'recode-tube':
      return { tube, swabId: null, other: act.toCode };
    case 'swap-tubes':
      return { tube, swabId: null, other: act.withTube };
    case 'reopen-tube':
      return { tube, swabId: null, other: null };
    default:
      return { tube, swabId: act.swabId, other: null };
  }
}
