import { firstTicketState, statesBefore, ticketTransitions, type TicketState } from './ticket-states.js';

describe('the states of a ticket', () => {
  it('can all be reached by somebody who has just arrived', () => {
    const reached = new Set<TicketState>([firstTicketState]);
    for (const state of reached) for (const next of ticketTransitions[state]) reached.add(next);
    expect([...reached].sort()).toEqual(Object.keys(ticketTransitions).sort());
  });

  it('let only somebody who was called miss the call', () => {
    expect(statesBefore('missed')).toEqual(['called']);
    expect(statesBefore('left')).toEqual(['waiting', 'called', 'missed']);
  });
});
