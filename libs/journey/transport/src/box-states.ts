/** What can happen to a box and where it leads: state → act → next state. Read by the bench, the handovers and a test. */
export const boxTransitions = {
  open: { seal: 'sealed' },
  sealed: { dispatch: 'dispatched' },
  dispatched: { 'hub-arrival': 'at-hub', receipt: 'received' },
  'at-hub': { 'hub-departure': 'dispatched' },
  received: {},
} as const satisfies Record<string, Partial<Record<string, string>>>;

export type BoxState = keyof typeof boxTransitions;
export const boxStates = Object.keys(boxTransitions) as [BoxState, ...BoxState[]];

/** A handover that both sides sign, and so a leg of the chain of custody. */
export const handoverKinds = ['dispatch', 'hub-arrival', 'hub-departure', 'receipt'] as const;
export type HandoverKind = (typeof handoverKinds)[number];
export type BoxAct = 'seal' | HandoverKind;

/** The state after `act`, or undefined when a box in `state` cannot do that. */
export function stateAfter(state: BoxState, act: BoxAct): BoxState | undefined {
  const next: Partial<Record<BoxAct, BoxState>> = boxTransitions[state];
  return next[act];
}
