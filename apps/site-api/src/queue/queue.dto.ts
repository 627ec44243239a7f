import { z } from 'zod';
import {
  ticketTransitions,
  type Announcement,
  type Call,
  type QueueNow,
  type Ticket,
  type TicketState,
} from '#journey/queue';
import { lanes } from '#journey/site';
import { givenDay, givenMoment, moment } from '../front/moment.js';

export const ticketRequest = z.strictObject({
  id: z.uuid().optional(),
  residentId: z.uuid().optional(),
  partySize: z.int().min(1).max(50),
  lane: z.enum(lanes),
});

const waitRange = z.object({ fromMinutes: z.int(), toMinutes: z.int() });

export const ticketAnswer = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  lane: z.enum(lanes),
  label: z.string(),
  number: z.int(),
  partySize: z.int(),
  state: z.enum(Object.keys(ticketTransitions) as TicketState[]),
  ahead: z.int().describe('people who are called earlier'),
  wait: waitRange.nullable().describe('null until the pace of the lane has been measured'),
  station: z.int().nullable(),
  issuedAt: moment,
  calledAt: moment.nullable(),
});

export const queueAnswer = z.object({
  businessDay: z.iso.date(),
  asOf: moment,
  lanes: z.array(
    z.object({
      lane: z.enum(lanes),
      waitingTickets: z.int(),
      waitingPeople: z.int(),
      wait: waitRange.nullable().describe('null until the pace of the lane has been measured'),
    }),
  ),
  tickets: z
    .array(ticketAnswer.omit({ siteId: true, ahead: true, wait: true }))
    .describe('a lane and state: the next thirty in line, the latest thirty called and missed'),
});

export const callRequest = z.strictObject({ id: z.uuid().optional(), count: z.int().min(1).max(50) });

export const callAnswer = z.object({
  id: z.uuid(),
  stationId: z.uuid(),
  station: z.int(),
  siteId: z.uuid(),
  lane: z.enum(lanes),
  people: z.int(),
  calledAt: moment,
  tickets: z.array(z.object({ id: z.uuid(), label: z.string(), partySize: z.int(), residentId: z.uuid().nullable() })),
});

export const announcementRequest = z.strictObject({
  id: z.uuid().optional(),
  zh: z.string().trim().min(1).max(120),
  en: z.string().trim().min(1).max(240).optional(),
  expiresAt: givenMoment,
});

export const announcementAnswer = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  zh: z.string(),
  en: z.string().nullable(),
  expiresAt: moment,
  withdrawnAt: moment.nullable(),
});

export const closureAnswer = z.object({ businessDay: z.iso.date(), left: z.int() });
export const openingAnswer = z.object({ businessDay: z.iso.date() });

export const booksQuery = z.strictObject({ day: givenDay.optional() });
export const booksAnswer = z.object({
  businessDay: z.iso.date(),
  lanes: z.array(
    z.object({
      lane: z.enum(lanes),
      counted: z.int().describe('the last number given'),
      issued: z.int(),
      waiting: z.int(),
      called: z.int(),
      served: z.int(),
      missed: z.int(),
      left: z.int(),
    }),
  ),
  balanced: z.boolean(),
});

export function ticketView(ticket: Ticket): z.input<typeof ticketAnswer> {
  return { ...ticket, issuedAt: ticket.issuedAt.toISOString(), calledAt: ticket.calledAt?.toISOString() ?? null };
}

export function callView(call: Call): z.input<typeof callAnswer> {
  return { ...call, calledAt: call.calledAt.toISOString() };
}

export function announcementView(announcement: Announcement): z.input<typeof announcementAnswer> {
  return {
    ...announcement,
    expiresAt: announcement.expiresAt.toISOString(),
    withdrawnAt: announcement.withdrawnAt?.toISOString() ?? null,
  };
}

export function queueView(queue: QueueNow): z.input<typeof queueAnswer> {
  const tickets = queue.tickets.map(({ issuedAt, calledAt, ...ticket }) => ({
    ...ticket,
    issuedAt: issuedAt.toISOString(),
    calledAt: calledAt?.toISOString() ?? null,
  }));
  return { ...queue, asOf: queue.asOf.toISOString(), tickets };
}
