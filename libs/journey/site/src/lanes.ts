/** Lanes of a site: general 普通, green 绿色 (old, infant, pregnant, disabled), single 单采 (yellow code, recalled). */
export const lanes = ['general', 'green', 'single'] as const;
export type Lane = (typeof lanes)[number];

export interface LanePrefix {
  lane: Lane;
  /** The letter in front of the lane's ticket numbers. */
  prefix: string;
}

export const usualLanes: readonly LanePrefix[] = [
  { lane: 'general', prefix: 'A' },
  { lane: 'green', prefix: 'G' },
  { lane: 'single', prefix: 'Y' },
];

export const siteKinds = ['fixed', 'mobile', 'home-visits'] as const;
export type SiteKind = (typeof siteKinds)[number];

export const siteStates = ['open', 'paused', 'closed'] as const;
export type SiteState = (typeof siteStates)[number];
