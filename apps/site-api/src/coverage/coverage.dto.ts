import { z } from 'zod';
import { areaLevels, missingReasons, tubeStages, type RoundProgress } from '#journey/coverage';
import { moment } from '../front/moment.js';

const areaCode = z.string().min(1).max(40);

export const coverageQuery = z.strictObject({ area: areaCode.optional(), level: z.enum(areaLevels).optional() });
export const missingQuery = z.strictObject({
  area: areaCode.optional(),
  /** Only whom this person was asked to go to. */
  visitor: z.uuid().optional(),
  cursor: z.string().max(400).optional(),
});

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
      areaName: z.string(),
      maskedDocument: z.string().nullable(),
      maskedPhone: z.string().nullable(),
      visitorId: z.uuid().nullable(),
      visitor: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const progressAnswer = z.object({
  roundId: z.uuid(),
  asOf: moment,
  /** Tubes with somebody in them, each at one stage; late against the limit that its site or the round sets. */
  stages: z.array(
    z.object({
      stage: z.enum(tubeStages),
      tubes: z.int(),
      people: z.int(),
      oldestSince: moment.nullable(),
      late: z.int(),
      limitMinutes: z.int().nullable(),
    }),
  ),
  /** The sites in an area of the round, or with tubes of it: their last hour. */
  sites: z.array(
    z.object({
      siteId: z.uuid(),
      code: z.string(),
      name: z.string(),
      state: z.enum(['open', 'paused', 'closed']),
      tables: z.int(),
      onDuty: z.int(),
      working: z.int(),
      peopleLastHour: z.int(),
      waitP50: z.number().nullable(),
      waitP90: z.number().nullable(),
      devices: z.int(),
      silentDevices: z.int(),
      missingActs: z.int(),
      lateTubes: z.int(),
    }),
  ),
  /** Tubes with an outcome, by how many they may hold. */
  pools: z.array(
    z.object({
      poolClass: z.string(),
      capacity: z.int(),
      tubes: z.int(),
      people: z.int(),
      notNegative: z.int(),
    }),
  ),
  /** People sampled in each quarter of an hour of the last three hours. */
  pace: z.array(z.object({ from: moment, people: z.int() })),
});

export function progressView(progress: RoundProgress): z.input<typeof progressAnswer> {
  return {
    ...progress,
    asOf: progress.asOf.toISOString(),
    stages: progress.stages.map((one) => ({ ...one, oldestSince: one.oldestSince?.toISOString() ?? null })),
    pace: progress.pace.map(({ from, people }) => ({ from: from.toISOString(), people })),
  };
}
