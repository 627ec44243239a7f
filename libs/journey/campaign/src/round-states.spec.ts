import { firstRoundState, mayBecome, roundTransitions, type RoundState } from './round-states.js';

describe('the states of a round', () => {
  it('can all be reached from the draft', () => {
    const reached = new Set<RoundState>([firstRoundState]);
    for (const state of reached) for (const next of roundTransitions[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(roundTransitions).sort());
  });

  it('never lead back', () => {
    expect(mayBecome('draft', 'open')).toBe(true);
    expect(mayBecome('open', 'draft')).toBe(false);
    expect(mayBecome('closed', 'open')).toBe(false);
  });
});
