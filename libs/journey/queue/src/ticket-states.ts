/** Where a ticket can go from each of its states: called 叫号, missed 过号, waiting again after a return 复号. */
export const ticketTransitions = {
  waiting: ['called', 'left'],
  called: ['served', 'missed', 'left'],
  missed: ['waiting', 'left'],
  served: [],
  left: [],
} as const satisfies Record<string, readonly string[]>;

export type TicketState = keyof typeof ticketTransitions;

/** A ticket is issued as this. */
export const firstTicketState: TicketState = 'waiting';

/** The states from which a ticket may become `to`. */
export function statesBefore(to: TicketState): TicketState[] {
  return (Object.keys(ticketTransitions) as TicketState[]).filter((from) =>
    (ticketTransitions[from] as readonly TicketState[]).includes(to),
  );
}
