import { boxStates, boxTransitions, stateAfter, type BoxState } from './box-states.js';

describe('the states of a box', () => {
  it('can all be reached from an open box', () => {
    const reached = new Set<BoxState>(['open']);
    for (const state of reached) for (const next of Object.values(boxTransitions[state])) reached.add(next);
    expect([...reached].sort()).toEqual([...boxStates].sort());
  });

  it('end with the receipt, and every other state has a way on', () => {
    expect(boxStates.filter((state) => Object.keys(boxTransitions[state]).length === 0)).toEqual(['received']);
  });

  it('do not let a box travel unsealed, be received at a hub or be received twice', () => {
    expect(stateAfter('open', 'dispatch')).toBeUndefined();
    expect(stateAfter('at-hub', 'receipt')).toBeUndefined();
    expect(stateAfter('received', 'receipt')).toBeUndefined();
    expect(stateAfter('dispatched', 'hub-arrival')).toBe('at-hub');
  });
});
