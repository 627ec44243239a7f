import { z } from 'zod';
import { changesOf, namesSomething } from '#platform/config';
import { inWords } from '#platform/errors';
import { poolClasses, roundSettings, roundTransitions, type Exemption, type Round } from '#journey/campaign';
import { givenMoment, moment } from '../front/moment.js';

export const roundPlan = z.strictObject({
  id: z.uuid().optional(),
  name: z.string().trim().min(1).max(100),
  areas: z.array(z.string().min(1).max(32)).min(1).max(1_000),
  startsAt: givenMoment,
  deadline: givenMoment,
  poolClasses: z
    .array(z.strictObject({ class: z.enum(poolClasses), capacity: z.int().min(1).max(50) }))
    .min(1)
    .max(poolClasses.length)
    .refine(
      (held) => held.every((one) => one.class !== 'single' || one.capacity === 1),
      inWords('单采类别每管只能 1 人', 'single holds exactly one'),
    )
    .refine(
      (held) => new Set(held.map((one) => one.class)).size === held.length,
      inWords('每个类别只能出现一次', 'each class once'),
    )
    .optional(),
  defaultPoolClass: z.enum(poolClasses).optional(),
  poolRules: z
    .array(z.strictObject({ category: z.string().min(1).max(40), poolClass: z.enum(poolClasses) }))
    .max(100)
    .refine(
      (held) => new Set(held.map((one) => one.category)).size === held.length,
      inWords('每类人员只能出现一次', 'each category once'),
    )
    .optional(),
  settings: roundSettings.partial().optional(),
});

export const roundChange = z
  .strictObject({
    name: roundPlan.shape.name.optional(),
    deadline: givenMoment.optional(),
    settings: changesOf(roundSettings).optional(),
  })
  .refine(...namesSomething);

export const roundAnswer = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(Object.keys(roundTransitions) as (keyof typeof roundTransitions)[]),
  startsAt: moment,
  deadline: moment,
  areas: z.array(z.string()),
  poolClasses: z.array(z.object({ class: z.enum(poolClasses), capacity: z.int() })),
  defaultPoolClass: z.enum(poolClasses),
  poolRules: z.array(z.object({ category: z.string(), poolClass: z.enum(poolClasses) })),
  settings: roundSettings,
  openedAt: moment.nullable(),
  closingAt: moment.nullable(),
  closedAt: moment.nullable(),
});

export const exemptionRequest = z.strictObject({
  id: z.uuid().optional(),
  residentId: z.uuid(),
  reason: z.string().trim().min(1).max(64),
  note: z.string().trim().max(200).optional(),
});

export const exemptionAnswer = z.object({
  id: z.uuid(),
  roundId: z.uuid(),
  residentId: z.uuid(),
  reason: z.string(),
  note: z.string().nullable(),
  grantedAt: moment,
  revokedAt: moment.nullable(),
});

export const homeVisits = z.strictObject({
  residentIds: z.array(z.uuid()).min(1).max(500),
  /** Null takes it back. */
  visitorId: z.uuid().nullable(),
});
export const homeVisitsAnswer = z.object({ changed: z.int() });

export const page = z.strictObject({
  cursor: z.string().min(1).max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const roundPage = z.object({ items: z.array(roundAnswer), next: z.string().nullable() });
export const exemptionPage = z.object({ items: z.array(exemptionAnswer), next: z.string().nullable() });

export function roundView(round: Round): z.input<typeof roundAnswer> {
  return {
    ...round,
    startsAt: round.startsAt.toISOString(),
    deadline: round.deadline.toISOString(),
    openedAt: round.openedAt?.toISOString() ?? null,
    closingAt: round.closingAt?.toISOString() ?? null,
    closedAt: round.closedAt?.toISOString() ?? null,
  };
}

export function exemptionView(exemption: Exemption): z.input<typeof exemptionAnswer> {
  return {
    ...exemption,
    grantedAt: exemption.grantedAt.toISOString(),
    revokedAt: exemption.revokedAt?.toISOString() ?? null,
  };
}
