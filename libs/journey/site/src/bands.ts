/** From how many minutes of waiting a site is called busy, and from how many crowded. */
export interface Bands {
  busyAfterMinutes: number;
  crowdedAfterMinutes: number;
}

/** Shenzhen's published bands: under 25 minutes clear, from 50 crowded. */
export const usualBands: Bands = { busyAfterMinutes: 25, crowdedAfterMinutes: 50 };

/** A site is busy before it is crowded. */
export function areInOrder({ busyAfterMinutes, crowdedAfterMinutes }: Bands): boolean {
  return crowdedAfterMinutes > busyAfterMinutes;
}
