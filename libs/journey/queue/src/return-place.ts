/**
 * The place of somebody who missed the call and returns: behind the first `behind` who wait, in front of the next one.
 *
 * @param front places of the first `behind + 1` waiting tickets, in order
 * @param issued the last number given in the lane; a later ticket's place is never before `issued + 1`
 */
export function returnPlace(front: readonly number[], behind: number, issued: number): number {
  const before = front[behind - 1] ?? front.at(-1);
  const after = front[behind];
  if (before === undefined) return issued;
  if (after === undefined) return (before + issued + 1) / 2;
  return behind === 0 ? after - 1 : (before + after) / 2;
}
