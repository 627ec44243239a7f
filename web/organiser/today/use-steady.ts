import { useState } from 'react';
import { steadyOrder } from './steady-order.js';

/**
 * Rows that stay where they are until somebody asks to sort them anew.
 * @param rows in the order of their numbers now
 */
export function useSteady<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): { rows: Row[]; sortAnew: () => void } {
  const [held, hold] = useState<readonly string[]>([]);
  const names = rows.map(nameOf);
  // The first rows that come, and others after a change of place, set the order.
  if (names.length > 0 && !names.some((name) => held.includes(name))) hold(names);
  return { rows: steadyOrder(rows, nameOf, held), sortAnew: () => hold(names) };
}
