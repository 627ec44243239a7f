import { z } from 'zod';
import { defineEvent } from '#platform/journal';
import { correctionKinds } from './correction-rules.js';

const subject = z.object({ correctionId: z.uuid(), kind: z.enum(correctionKinds), tubes: z.array(z.string()) });

export const CorrectionProposed = defineEvent('sampling.correction-proposed', subject);

/** It is in effect. Later rooms think over the tubes and the people it touches. */
export const CorrectionApplied = defineEvent('sampling.correction-applied', subject);

export const CorrectionRefused = defineEvent(
  'sampling.correction-refused',
  subject.extend({ refusal: z.string().max(500) }),
);

export const CorrectionWithdrawn = defineEvent('sampling.correction-withdrawn', subject);
