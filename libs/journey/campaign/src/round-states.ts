/** Where a round can go from each of its states. A closed round stays closed: what is still to be done is a new round. */
export const roundTransitions = {
  draft: ['open'],
  open: ['closing'],
  closing: ['closed'],
  closed: [],
} as const satisfies Record<string, readonly string[]>;

export type RoundState = keyof typeof roundTransitions;

/** A round is made as this. */
export const firstRoundState: RoundState = 'draft';

export function mayBecome(from: RoundState, to: RoundState): boolean {
  return (roundTransitions[from] as readonly RoundState[]).includes(to);
}
