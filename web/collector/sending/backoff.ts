const leastMs = 1_000;
const mostMs = 60_000;

/**
 * How long to wait after so many failures in a row. A hundred devices that lost the same network do not come back in the
 * same second: each waits somewhere between half of it and all of it.
 */
export function pauseAfter(failures: number, chance = Math.random()): number {
  const whole = Math.min(leastMs * 2 ** Math.max(failures - 1, 0), mostMs);
  return whole * (0.5 + chance / 2);
}
