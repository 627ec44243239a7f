/** Tubes of one size that have an outcome. */
export interface PoolsSeen {
  tubes: number;
  people: number;
  notNegative: number;
}

export interface PoolAdvice {
  /** The share of infected people that the outcomes let expect, 0…1; with no positive tube the most that is likely. */
  prevalence: number;
  isUpperBound: boolean;
  /** Tests for a hundred people, the retests with them, by capacity; the least first. */
  options: { capacity: number; testsPerHundred: number }[];
}

/** Fewer people say too little about a share that is mostly below one in a hundred. */
const leastPeople = 200;

/**
 * How many to put into one tube: a tube of n saves tests until too many of them are positive and everybody in them is
 * tested again, singly. Undefined while too few have an outcome.
 */
export function poolAdviceOf(seen: readonly PoolsSeen[], capacities: readonly number[]): PoolAdvice | undefined {
  const people = seen.reduce((sum, one) => sum + one.people, 0);
  const positive = seen.reduce((sum, one) => sum + one.notNegative, 0);
  if (people < leastPeople) return undefined;
  // With none seen among n people, 3/n is exceeded in one case of twenty only.
  const prevalence = positive === 0 ? 3 / people : prevalenceOf(seen);
  const options = [...new Set(capacities)]
    .map((capacity) => ({ capacity, testsPerHundred: 100 * testsPerPerson(capacity, prevalence) }))
    .sort((a, b) => a.testsPerHundred - b.testsPerHundred || a.capacity - b.capacity);
  return { prevalence, isUpperBound: positive === 0, options };
}

/** The share at which as many tubes would be expected not negative as were; found by halving, as sizes differ. */
function prevalenceOf(seen: readonly PoolsSeen[]): number {
  const positive = seen.reduce((sum, one) => sum + one.notNegative, 0);
  let [low, high] = [0, 1];
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    const expected = seen.reduce(
      (sum, { tubes, people }) => sum + (tubes === 0 ? 0 : tubes * (1 - (1 - middle) ** (people / tubes))),
      0,
    );
    if (expected < positive) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function testsPerPerson(capacity: number, prevalence: number): number {
  return capacity === 1 ? 1 : 1 / capacity + 1 - (1 - prevalence) ** capacity;
}
