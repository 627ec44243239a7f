/** What travels in the queue: which errand, never what it says. */
export interface ErrandRef {
  entryId: string;
  job: string;
}

/**
 * The queue's name for an errand. The same errand handed over twice is held once by the queue; but a name that a dead
 * worker still holds would not be accepted again, so it changes when the errand is as old as the sweeper's patience, and
 * then each time its age doubles: a long queue is not filled with repeats. Correctness never rests on it.
 */
export function queueIdOf(errand: ErrandRef, ageMs: number, patienceMs: number): string {
  const name = `ob-${errand.entryId}-${errand.job}`;
  return ageMs < patienceMs ? name : `${name}-${1 + Math.floor(Math.log2(ageMs / patienceMs))}`;
}
