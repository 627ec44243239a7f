import { z } from 'zod';
import type { Settings } from '#platform/config';

const piece = z.object({
  SHIHE_CODE_DAYS: z.coerce.number().positive().max(3_660).default(30),
  SHIHE_CODE_TRIES: z.coerce.number().int().min(1).max(100).default(5),
});

/** How long a resident code lasts, and how often somebody may guess at it. */
export class ResidentCodeLimits {
  constructor(
    /** Printed codes last as long as the ones of Shanghai did where nothing else is said (docs/field.md, documents). */
    readonly validDays: number,
    /** Wrong document endings after which a code signs nobody in any more. */
    readonly tries: number,
  ) {}

  static of(settings: Settings): ResidentCodeLimits {
    const told = settings.read(piece);
    return new ResidentCodeLimits(told.SHIHE_CODE_DAYS, told.SHIHE_CODE_TRIES);
  }
}
