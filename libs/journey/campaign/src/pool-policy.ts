/** Kinds of tubes by how many people share one (single 单采, household 1户1管, 5, 10 or 20 in one). */
export const poolClasses = ['single', 'household', '5', '10', '20'] as const;
export type PoolClass = (typeof poolClasses)[number];

export interface PoolClassCapacity {
  class: PoolClass;
  /** Swabs at most in one tube; 1 for `single`. */
  capacity: number;
}

export interface PoolRule {
  category: string;
  poolClass: PoolClass;
}

export const defaultPoolClass: PoolClass = '10';

export const usualPoolClasses: readonly PoolClassCapacity[] = [
  { class: 'single', capacity: 1 },
  { class: 'household', capacity: 10 },
  { class: '5', capacity: 5 },
  { class: '10', capacity: 10 },
  { class: '20', capacity: 20 },
];

/** The class that the default or a rule names and the round does not have; undefined when the policy is whole. */
export function missingPoolClass(
  classes: readonly PoolClassCapacity[],
  fallback: PoolClass,
  rules: readonly PoolRule[],
): PoolClass | undefined {
  const known = new Set(classes.map((held) => held.class));
  return [fallback, ...rules.map((rule) => rule.poolClass)].find((name) => !known.has(name));
}
