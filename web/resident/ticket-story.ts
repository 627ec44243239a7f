import type { Ticket } from './house-answers.js';

/** So many people before one's own turn it is time to come to the entrance. */
const soon = 5;

/** Where a party stands, as it matters to them. */
export type TicketStory = 'waiting' | 'soon' | 'called' | 'missed' | 'served' | 'left';

export function storyOf({ state, ahead }: Pick<Ticket, 'state' | 'ahead'>): TicketStory {
  return state === 'waiting' && ahead <= soon ? 'soon' : state;
}

/** Whether anything can still happen to the ticket. */
export function isAlive({ state }: Pick<Ticket, 'state'>): boolean {
  return state === 'waiting' || state === 'called' || state === 'missed';
}

const nearMs = 6_000;
const farMs = 15_000;
const longestMs = 60_000;

/**
 * How long to wait before the ticket is asked for again: more often when the turn is near, ever more rarely while the house
 * does not answer.
 * @param silentMs since when nothing was heard
 */
export function askAgainMs(ticket: Pick<Ticket, 'state' | 'ahead'> | undefined, silentMs: number): number {
  const usual = ticket !== undefined && ticket.ahead > 20 ? farMs : nearMs;
  return Math.min(Math.max(usual, silentMs / 2), longestMs);
}
