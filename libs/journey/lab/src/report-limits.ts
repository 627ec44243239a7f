import { z } from 'zod';
import { parseRoundSettings } from '#journey/campaign';
import type { Settings } from '#platform/config';

const piece = z.object({
  SHIHE_REPORT_MB: z.coerce.number().int().min(1).max(1_024).default(20),
  SHIHE_REPORT_ERRORS: z.coerce.number().int().min(1).max(100_000).default(10_000),
  SHIHE_REPORT_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone like Asia/Shanghai')
    .default('Asia/Shanghai'),
});

/** A workbook unpacks to several times its size; more than this is an attack. */
const unpacksTo = 16;

/** How a report is taken in. */
export class ReportLimits {
  constructor(
    /** Bytes of one file; it is held in memory until it is applied. */
    readonly uploadBytes: number,
    /** Row errors kept with a refused report; the count of all is kept beside them. */
    readonly keptErrors: number,
    /** Minutes a laboratory's clock may differ from ours, where a round does not say. */
    readonly skewMinutes: number,
    /** Where the clocks of laboratories hang whose tables name no zone. */
    readonly timeZone: string,
  ) {}

  /** What a workbook may unpack to. */
  get workbook(): { unpackedBytes: number; textBytes: number } {
    return { unpackedBytes: this.uploadBytes * unpacksTo, textBytes: this.uploadBytes * 2 };
  }

  static of(settings: Settings): ReportLimits {
    const { SHIHE_REPORT_MB, SHIHE_REPORT_ERRORS, SHIHE_REPORT_TIME_ZONE } = settings.read(piece);
    const { toleratedClockSkewMinutes } = parseRoundSettings({});
    return new ReportLimits(
      SHIHE_REPORT_MB * 1024 * 1024,
      SHIHE_REPORT_ERRORS,
      toleratedClockSkewMinutes,
      SHIHE_REPORT_TIME_ZONE,
    );
  }
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
