import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const ticket = z.object({ ticketId: z.uuid(), siteId: z.uuid(), lane: z.string(), label: z.string() });

export const TicketIssued = defineEvent('queue.ticket-issued', ticket.extend({ partySize: z.int() }));
export const TicketsCalled = defineEvent(
  'queue.tickets-called',
  z.object({ callId: z.uuid(), stationId: z.uuid(), ticketIds: z.array(z.uuid()), people: z.int() }),
);
export const TicketRecalled = defineEvent('queue.ticket-recalled', ticket);
export const TicketMissed = defineEvent('queue.ticket-missed', ticket);
export const TicketReturned = defineEvent('queue.ticket-returned', ticket);
export const TicketServed = defineEvent('queue.ticket-served', ticket);
export const TicketLeft = defineEvent('queue.ticket-left', ticket);

const day = z.object({ siteId: z.uuid(), businessDay: z.iso.date(), left: z.int() });
export const QueueClosed = defineEvent('queue.closed', day);
export const QueueReopened = defineEvent('queue.reopened', day.omit({ left: true }));

const announcement = z.object({ announcementId: z.uuid(), siteId: z.uuid() });
export const AnnouncementMade = defineEvent('queue.announcement-made', announcement);
export const AnnouncementWithdrawn = defineEvent('queue.announcement-withdrawn', announcement);
