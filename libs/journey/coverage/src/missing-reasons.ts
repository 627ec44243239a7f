/** Why somebody is on the missing list. */
export const missingReasons = [
  'not-come',
  'home-visit-due',
  'registration-withdrawn',
  're-sample-due',
  'retest-due',
] as const;
export type MissingReason = (typeof missingReasons)[number];
