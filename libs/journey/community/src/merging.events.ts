import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const merging = z.object({ mergingId: z.uuid(), absorbedId: z.uuid(), survivorId: z.uuid() });

export const MergingProposed = defineEvent('community.merging-proposed', merging);

/** From now on the absorbed entry stands for the survivor. */
export const ResidentsMerged = defineEvent('community.residents-merged', merging);

export const MergingRefused = defineEvent(
  'community.merging-refused',
  merging.extend({ refusal: z.string().max(500) }),
);
