import { z } from 'zod';
import { areaLevels, missingReasons } from '#journey/coverage';
import { moment } from '../front/moment.js';

const areaCode = z.string().min(1).max(40);

export const coverageQuery = z.strictObject({ area: areaCode.optional(), level: z.enum(areaLevels).optional() });
export const missingQuery = z.strictObject({ area: areaCode.optional(), cursor: z.string().max(400).optional() });

const numbers = {
  should: z.int(),
  exempt: z.int(),
  sampled: z.int(),
  sent: z.int(),
  received: z.int(),
  tested: z.int(),
  negative: z.int(),
  underReview: z.int(),
  positive: z.int(),
  resample: z.int(),
  percent: z.object({
    sampledOfShould: z.number().nullable(),
    sentOfSampled: z.number().nullable(),
    receivedOfSampled: z.number().nullable(),
    testedOfSampled: z.number().nullable(),
  }),
};

export const coverageAnswer = z.object({
  roundId: z.uuid(),
  asOf: moment,
  area: z.object({ code: z.string(), name: z.string(), level: z.enum(areaLevels) }).nullable(),
  level: z.enum(areaLevels),
  total: z.object(numbers),
  areas: z.array(z.object({ code: z.string(), name: z.string(), parentCode: z.string().nullable(), ...numbers })),
});

export const missingPage = z.object({
  residents: z.array(
    z.object({
      residentId: z.uuid(),
      maskedName: z.string(),
      areaCode: z.string(),
      householdId: z.uuid(),
      door: z.string(),
      category: z.string(),
      lane: z.enum(['general', 'green', 'single']),
      homeVisit: z.boolean(),
      reason: z.enum(missingReasons),
      deadline: moment.nullable(),
    }),
  ),
  next: z.string().nullable(),
});
