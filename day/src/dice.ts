import { createHash } from 'node:crypto';

/**
 * Chance that depends on the seed and on what it is asked about, never on when it is asked: tables work side by side,
 * and still the same seed gives the same day.
 */
export class Dice {
  constructor(private readonly seed: number) {}

  /** A number from 0 up to, but not including, 1. */
  of(...about: (string | number)[]): number {
    const hash = createHash('sha256')
      .update([this.seed, ...about].join('\u0000'))
      .digest();
    return hash.readUIntBE(0, 6) / 2 ** 48;
  }

  /** True in `share` of all cases. */
  chance(share: number, ...about: (string | number)[]): boolean {
    return this.of(...about) < share;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number, ...about: (string | number)[]): number {
    return least + Math.floor(this.of(...about) * (most - least + 1));
  }

  pick<T>(from: readonly T[], ...about: (string | number)[]): T {
    const chosen = from[this.between(0, from.length - 1, ...about)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }
}
