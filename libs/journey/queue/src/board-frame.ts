import { z } from 'zod';

const moment = z.iso.datetime({ offset: true });
const label = z.string().regex(/^[A-Z]\d{3,}$/);
const publicLane = z.enum(['general', 'green']);
const station = z.int().min(1);

/** Status of a site as people read it, by the site's own bands; null while people wait and the pace is not measured yet. */
export const statusWords = { clear: '畅通', busy: '忙碌', crowded: '拥堵', resting: '休息' } as const;

/**
 * One picture of a site's board: all that ever leaves for a screen in public. A field that is not listed here does not
 * leave, and nothing listed here is about a person.
 */
export const boardFrame = z.strictObject({
  siteId: z.uuid(),
  /** Grows with each change; a screen keeps the highest it has seen. */
  version: z.int(),
  asOf: moment,
  site: z.strictObject({
    code: z.string(),
    name: z.string(),
    serves: z.string().nullable(),
    state: z.enum(['open', 'paused', 'closed']),
    pauseReason: z.string().nullable(),
    timeZone: z.string(),
  }),
  status: z.enum(['clear', 'busy', 'crowded', 'resting']).nullable(),
  statusWord: z.enum(Object.values(statusWords)).nullable(),
  /** The opening hours of the business day. */
  sessions: z.array(
    z.strictObject({ kind: z.enum(['day', 'night']), opensAt: moment, closesAt: moment, lastEntryAt: moment }),
  ),
  lanes: z.array(
    z.strictObject({
      lane: publicLane,
      waitingTickets: z.int(),
      waitingPeople: z.int(),
      /** For somebody who comes now. */
      wait: z.strictObject({ fromMinutes: z.int(), toMinutes: z.int() }).nullable(),
      nowCalling: z.array(z.strictObject({ label, station })),
    }),
  ),
  /** The last five, newest first. */
  calls: z.array(z.strictObject({ lane: publicLane, station, labels: z.array(label), at: moment })),
  missed: z.array(label),
  announcements: z.array(z.strictObject({ zh: z.string(), en: z.string().nullable(), expiresAt: moment })),
});

export type BoardFrame = z.output<typeof boardFrame>;
