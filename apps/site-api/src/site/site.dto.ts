import { z } from 'zod';
import { changesOf, namesSomething } from '#platform/config';
import { inWords } from '#platform/errors';
import { statusWords, type PublicSite } from '#journey/queue';
import { areInOrder, lanes, siteKinds, siteSettings, siteStates, type Session, type Shift } from '#journey/site';
import { givenMoment, moment } from '../front/moment.js';

const minutes = z.int().min(1).max(1_440);
const bandFields = z.strictObject({ busyAfterMinutes: minutes, crowdedAfterMinutes: minutes });
const bands = bandFields.refine(
  areInOrder,
  inWords('“拥堵”的分钟数应大于“忙碌”的分钟数', 'crowded must come after busy'),
);
const lanePrefix = z.strictObject({ lane: z.enum(lanes), prefix: z.string().regex(/^[A-Z]$/) });

export const coordinates = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

export const sitePlan = z.strictObject({
  id: z.uuid().optional(),
  code: z.string().regex(/^[A-Za-z0-9-]{1,32}$/),
  name: z.string().trim().min(1).max(100),
  areaCode: z.string().min(1).max(32),
  address: z.string().trim().min(1).max(200),
  kind: z.enum(siteKinds).optional(),
  serves: z.string().trim().max(200).optional(),
  timeZone: z
    .string()
    .max(64)
    .refine(isTimeZone, inWords('应为时区名，如 Asia/Shanghai', 'must be a time zone like Asia/Shanghai'))
    .optional(),
  dayStarts: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  lanes: z
    .array(lanePrefix)
    .min(1)
    .max(lanes.length)
    .refine(
      (held) => new Set(held.map((one) => one.lane)).size === held.length,
      inWords('每种通道只能出现一次', 'each lane once'),
    )
    .refine(
      (held) => new Set(held.map((one) => one.prefix)).size === held.length,
      inWords('每个号码前缀只能出现一次', 'each prefix once'),
    )
    .optional(),
  bands: bands.optional(),
  settings: siteSettings.partial().optional(),
  coordinates: coordinates.optional(),
});

export const siteChange = z
  .strictObject({
    name: sitePlan.shape.name.optional(),
    address: sitePlan.shape.address.optional(),
    /** Empty: it serves nobody in particular. */
    serves: sitePlan.shape.serves,
    bands: bandFields.partial().optional(),
    settings: changesOf(siteSettings).optional(),
  })
  .refine(...namesSomething);

export const siteAnswer = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  areaCode: z.string(),
  address: z.string(),
  kind: z.enum(siteKinds),
  serves: z.string().nullable(),
  state: z.enum(siteStates),
  pauseReason: z.string().nullable(),
  timeZone: z.string(),
  dayStarts: z.string(),
  lanes: z.array(lanePrefix),
  bands,
  settings: siteSettings,
  coordinates: coordinates.nullable(),
});

export const siteStateRequest = z
  .strictObject({ state: z.enum(siteStates), reason: z.string().trim().min(1).max(100).optional() })
  .refine(
    (held) => held.state !== 'paused' || held.reason !== undefined,
    inWords('暂停要写明原因，居民会看到', 'a pause needs the reason that people will read'),
  )
  .refine(
    (held) => held.state === 'paused' || held.reason === undefined,
    inWords('只有暂停才写原因', 'only a pause has a reason'),
  );

export const stationPlan = z.strictObject({
  id: z.uuid().optional(),
  number: z.int().min(1).max(999),
  lane: z.enum(lanes),
});

export const stationAnswer = z.object({ id: z.uuid(), siteId: z.uuid(), number: z.int(), lane: z.enum(lanes) });
export const stationList = z.object({ items: z.array(stationAnswer) });

export const sessionPlan = z.strictObject({
  id: z.uuid().optional(),
  kind: z.enum(['day', 'night']),
  opensAt: givenMoment,
  closesAt: givenMoment,
  lastEntryAt: givenMoment.optional(),
});

export const sessionAnswer = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  kind: z.enum(['day', 'night']),
  opensAt: moment,
  closesAt: moment,
  lastEntryAt: moment,
});
export const sessionList = z.object({ items: z.array(sessionAnswer) });

export const shiftPlan = z.strictObject({
  id: z.uuid().optional(),
  scannerId: z.uuid(),
  collectorId: z.uuid(),
  startsAt: givenMoment,
  endsAt: givenMoment,
});

export const shiftAnswer = z.object({
  id: z.uuid(),
  siteId: z.uuid(),
  stationId: z.uuid(),
  scannerId: z.uuid(),
  collectorId: z.uuid(),
  startsAt: moment,
  endsAt: moment.nullable(),
  minutesOnDuty: z.int(),
  warning: z.enum(['none', 'change-soon', 'relieve-now']),
});

const publicSite = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  address: z.string(),
  areaCode: z.string(),
  serves: z.string().nullable(),
  state: z.enum(siteStates),
  pauseReason: z.string().nullable(),
  status: z.enum(Object.keys(statusWords) as (keyof typeof statusWords)[]).nullable(),
  statusWord: z.string().nullable(),
  wait: z.object({ fromMinutes: z.int(), toMinutes: z.int() }).nullable().describe('of the general lane'),
  waitingPeople: z.int(),
  waitingTickets: z.int(),
  coordinates: coordinates.nullable().describe('WGS 84; null where nobody has said'),
  timeZone: z.string(),
  sessions: z
    .array(z.object({ kind: z.enum(['day', 'night']), opensAt: moment, closesAt: moment, lastEntryAt: moment }))
    .describe('the opening hours of the business day'),
});
export const publicSiteList = z.object({ items: z.array(publicSite) });

export function publicSiteListView(sites: readonly PublicSite[]): z.input<typeof publicSiteList> {
  return { items: [...sites] };
}

export function sessionView(session: Session): z.input<typeof sessionAnswer> {
  return {
    ...session,
    opensAt: session.opensAt.toISOString(),
    closesAt: session.closesAt.toISOString(),
    lastEntryAt: session.lastEntryAt.toISOString(),
  };
}

export function shiftView(shift: Shift): z.input<typeof shiftAnswer> {
  return { ...shift, startsAt: shift.startsAt.toISOString(), endsAt: shift.endsAt?.toISOString() ?? null };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
