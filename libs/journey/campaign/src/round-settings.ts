import { z } from 'zod';
import { inWords } from '#platform/errors';
import { isSafePattern } from './safe-pattern.js';

const minutes = z.int().min(1).max(10_080);

/**
 * What a round may set differently from other rounds; each has the default of common practice. Minutes unless the name
 * says otherwise.
 */
export const roundSettings = z.strictObject({
  /** A device's clock may be ahead of ours by this much before its scans become exceptions. */
  toleratedClockSkewMinutes: z.int().min(0).max(1_440).default(5),
  /** A single retest should be taken within so many hours of being ordered. */
  retestDeadlineHours: z.int().min(1).max(240).default(12),
  /** Alarms, counted from a tube's first swab: still open, not in a box, not with a courier, not at the lab. */
  openTubeAlarmMinutes: minutes.default(60),
  unboxedAlarmMinutes: minutes.default(120),
  undispatchedAlarmMinutes: minutes.default(180),
  unreceivedAlarmMinutes: minutes.default(240),
  /** Counted from the arrival at a hub. */
  hubDwellAlarmMinutes: minutes.default(60),
  /** A tube that the laboratory has had for so many minutes without an outcome is late. */
  untestedMinutes: minutes.default(360),
  /** What a laboratory says is positive for the first time counts once a second of its people has signed for it. */
  positivesNeedSecondPerson: z.boolean().default(true),
  /** The share of those who should come at which an area counts as done; a line on every bar. */
  coverageTargetPercent: z.int().min(1).max(100).default(95),
  /** What a tube's barcode must look like: a sequence of characters and classes with counts, no free repetition. */
  barcodePattern: z
    .string()
    .max(64)
    .refine(
      isSafePattern,
      inWords(
        '应形如 ^[A-Za-z0-9-]{4,32}$：首尾固定，只用字符、字符类和次数',
        'must be like ^[A-Za-z0-9-]{4,32}$: characters and classes with counts, anchored',
      ),
    )
    .default('^[A-Za-z0-9-]{4,32}$'),
  /** By what a table tells the code of a box from that of a tube. */
  boxPattern: z
    .string()
    .max(64)
    .refine(
      isSafePattern,
      inWords(
        '应形如 ^BX[A-Za-z0-9-]{1,62}$：首尾固定，只用字符、字符类和次数',
        'must be like ^BX[A-Za-z0-9-]{1,62}$: characters and classes with counts, anchored',
      ),
    )
    .default('^BX[A-Za-z0-9-]{1,62}$'),
});

export type RoundSettings = z.output<typeof roundSettings>;

/** Fills in the defaults. @throws ZodError when something in it is not a setting. */
export function parseRoundSettings(settings: unknown): RoundSettings {
  return roundSettings.parse(settings ?? {});
}
