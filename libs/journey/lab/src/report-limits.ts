import { z } from 'zod';
import { parseRoundSettings } from '#journey/campaign';
import type { Settings } from '#platform/config';

const piece = z.object({
  SHIHE_REPORT_MB: z.coerce.number().int().min(1).max(1_024).default(20),
  SHIHE_REPORT_ERRORS: z.coerce.number().int().min(1).max(100_000).default(10_000),
});

/** How much of a report is taken in. */
export class ReportLimits {
  constructor(
    /** Bytes of one file; it is held in memory until it is applied. */
    readonly uploadBytes: number,
    /** Row errors kept with a refused report; the count of all is kept beside them. */
    readonly keptErrors: number,
    /** Minutes a laboratory's clock may differ from ours, where a round does not say. */
    readonly skewMinutes: number,
  ) {}

  static of(settings: Settings): ReportLimits {
    const { SHIHE_REPORT_MB, SHIHE_REPORT_ERRORS } = settings.read(piece);
    const { toleratedClockSkewMinutes } = parseRoundSettings({});
    return new ReportLimits(SHIHE_REPORT_MB * 1024 * 1024, SHIHE_REPORT_ERRORS, toleratedClockSkewMinutes);
  }
}
