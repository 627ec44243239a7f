import { z } from 'zod';
import { poolClasses } from '#journey/campaign';
import { sealReasons, tubeStates } from '#journey/sampling';
import { deviceMoment, moment } from '../front/moment.js';

export const barcode = z.string().min(1).max(64);

export const tubeOpening = z.strictObject({
  barcode,
  roundId: z.uuid(),
  stationId: z.uuid(),
  poolClass: z.enum(poolClasses),
});

export const swabTaking = z.strictObject({
  id: z.uuid(),
  resident: z.union([
    z.strictObject({ id: z.uuid() }),
    z.strictObject({ code: z.string().min(1).max(256) }),
    z.strictObject({ idNumber: z.string().min(1).max(64) }),
  ]),
  scannedAt: deviceMoment,
});

export const sealing = z.strictObject({
  countedSwabs: z.int().min(0).max(50),
  reason: z.enum(sealReasons).optional(),
  note: z.string().trim().min(1).max(500).optional(),
});

export const voiding = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const discarding = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const recordedSwab = z.object({
  id: z.uuid(),
  tube: z.string(),
  place: z.int(),
  filled: z.int(),
  capacity: z.int(),
  masked: z.string(),
});

export const tubeAnswer = z.object({
  barcode: z.string(),
  roundId: z.uuid(),
  siteId: z.uuid(),
  stationId: z.uuid(),
  poolClass: z.enum(poolClasses),
  capacity: z.int(),
  filled: z.int(),
  state: z.enum(tubeStates),
  openedAt: moment,
  firstSwabAt: moment.nullable(),
  sealedAt: moment.nullable(),
  countedSwabs: z.int().nullable(),
  sealReason: z.enum(sealReasons).nullable(),
  sealNote: z.string().nullable(),
  discardedAt: moment.nullable(),
  discardReason: z.string().nullable(),
});

export const tubeList = z.object({ tubes: z.array(tubeAnswer) });

export const tubeWithMembers = tubeAnswer.extend({
  members: z.array(
    z.object({
      swabId: z.uuid(),
      place: z.int(),
      masked: z.string(),
      sampledAt: moment,
      voidedAt: moment.nullable(),
    }),
  ),
});

export const voidAnswer = z.object({ swabId: z.uuid(), place: z.int(), voidedAt: moment, reason: z.string() });
