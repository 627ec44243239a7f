/** What is done, and to what: a later phase comes after an earlier one only as far as one thing is concerned. */
export interface Step {
  phase: number;
  things: readonly string[];
}

const everything = '*';

/**
 * Cuts steps, which stand in the order in which they happened, into waves. Within a wave all steps of one phase may be
 * done together and the phases one after the other, and yet everything that happened to one thing keeps its order.
 * @returns the numbers of the steps of each wave
 */
export function wavesOf(steps: readonly Step[]): number[][] {
  const waves: number[][] = [];
  let reached = new Map<string, number>();
  let most = -Infinity;
  steps.forEach(({ phase, things }, n) => {
    const before = Math.max(
      reached.get(everything) ?? -Infinity,
      things.includes(everything) ? most : -Infinity,
      ...things.map((thing) => reached.get(thing) ?? -Infinity),
    );
    if (waves.length === 0 || before > phase) {
      waves.push([]);
      reached = new Map();
      most = -Infinity;
    }
    waves.at(-1)?.push(n);
    most = Math.max(most, phase);
    for (const thing of things) reached.set(thing, Math.max(reached.get(thing) ?? -Infinity, phase));
  });
  return waves;
}
