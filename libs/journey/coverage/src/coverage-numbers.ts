/** People of one area in one round. Everything but `exempt` is counted among those who should come. */
export interface CoverageNumbers {
  should: number;
  exempt: number;
  sampled: number;
  sent: number;
  received: number;
  tested: number;
  negative: number;
  underReview: number;
  positive: number;
  resample: number;
}

/** Shares in percent with one decimal, each named after its denominator; null where there is nobody to divide by. */
export interface CoveragePercent {
  sampledOfShould: number | null;
  sentOfSampled: number | null;
  receivedOfSampled: number | null;
  testedOfSampled: number | null;
}

export const areaLevels = ['city', 'district', 'street', 'community', 'grid', 'building'] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** The next level down, or undefined below a building. */
export function levelBelow(level: AreaLevel): AreaLevel | undefined {
  return areaLevels[areaLevels.indexOf(level) + 1];
}

export function noNumbers(): CoverageNumbers {
  return {
    should: 0,
    exempt: 0,
    sampled: 0,
    sent: 0,
    received: 0,
    tested: 0,
    negative: 0,
    underReview: 0,
    positive: 0,
    resample: 0,
  };
}

export function percentOf(numbers: CoverageNumbers): CoveragePercent {
  return {
    sampledOfShould: percent(numbers.sampled, numbers.should),
    sentOfSampled: percent(numbers.sent, numbers.sampled),
    receivedOfSampled: percent(numbers.received, numbers.sampled),
    testedOfSampled: percent(numbers.tested, numbers.sampled),
  };
}

/** Rounded down, so that 100 means everybody. */
function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 1_000) / whole) / 10;
}
