import { useWords } from '../words.js';

/** A pool class as people at a table call it: 10 混 1. */
export function PoolClassName({ poolClass, capacity }: { poolClass: string; capacity: number }) {
  const words = useWords();
  if (poolClass === 'single') return words('poolClassSingle');
  if (poolClass === 'household') return words('poolClassHousehold');
  return words('poolClassMixed', { capacity });
}
