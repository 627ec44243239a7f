import { z } from 'zod';
import type { Settings } from '#platform/config';

const piece = z.object({ SHIHE_PROOF_HOURS: z.coerce.number().positive().max(720).default(48) });

/** How long a negative answer is proof, from the sampling on. */
export class ProofLimits {
  constructor(readonly validHours: number) {}

  static of(settings: Settings): ProofLimits {
    return new ProofLimits(settings.read(piece).SHIHE_PROOF_HOURS);
  }
}
