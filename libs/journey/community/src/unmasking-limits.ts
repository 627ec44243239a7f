import { z } from 'zod';
import type { Settings } from '#platform/config';

const piece = z.object({
  SHIHE_UNMASK_RATION: z.coerce.number().int().min(1).max(10_000).default(20),
  SHIHE_UNMASK_ALARM: z.coerce.number().int().min(1).max(10_000).default(15),
});

/** How many people an account may see in clear within an hour. */
export class UnmaskingLimits {
  constructor(
    readonly ration: number,
    /** From so many on the security administrator is told. */
    readonly alarm: number,
  ) {}

  static of(settings: Settings): UnmaskingLimits {
    const { SHIHE_UNMASK_RATION: ration, SHIHE_UNMASK_ALARM: alarm } = settings.read(piece);
    return new UnmaskingLimits(ration, alarm);
  }
}
