import { z } from 'zod';
import { defineEvent } from '#platform/journal';

export const TubeOpened = defineEvent(
  'sampling.tube-opened',
  z.object({
    roundId: z.uuid(),
    stationId: z.uuid(),
    shiftId: z.uuid().nullable(),
    poolClass: z.string(),
    capacity: z.int(),
  }),
);

export const TubeSealed = defineEvent(
  'sampling.tube-sealed',
  z.object({ filled: z.int(), counted: z.int(), capacity: z.int(), reason: z.string().nullable() }),
);

/** Opened by mistake or never used: nothing is in it and its code is used up. */
export const TubeDiscarded = defineEvent('sampling.tube-discarded', z.object({ reason: z.string() }));

export const SwabVoided = defineEvent(
  'sampling.swab-voided',
  z.object({ swabId: z.uuid(), place: z.int(), residentId: z.uuid().nullable(), reason: z.string() }),
);
