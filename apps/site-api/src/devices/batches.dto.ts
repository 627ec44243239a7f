import { z } from 'zod';
import type { DeviceBooks, DeviceHoles } from '#journey/sampling';
import type { Device } from '#journey/site';
import { deviceMoment, moment } from '../front/moment.js';
import { deviceAnswer, deviceView, signature } from './devices.dto.js';

const sha256 = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** The envelope is strict; what is in it is read entry by entry, so that one bad act does not hold up the others. */
export const batch = z.strictObject({
  deviceId: z.uuid(),
  bootId: z.uuid(),
  counter: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
  previousHash: sha256,
  certificate: z.string().min(1).max(2_000).optional(),
  entries: z.array(z.unknown()).min(1).max(500),
  signature,
});

/** What the device's clock says while it sends: evidence of how far it is off, never of order. */
export const clockHeader = deviceMoment.optional();

const hole = z.array(z.int());

export const batchAnswer = z.object({
  counter: z.int(),
  fault: z.enum(['counter-taken', 'counter-skipped', 'previous-differs']).nullable(),
  repeated: z.int(),
  entries: z.array(
    z.object({
      seq: z.int(),
      id: z.uuid().nullable(),
      outcome: z.enum(['accepted', 'exception', 'refused', 'held']),
      rules: z.array(z.string()),
      place: z.int().nullable(),
    }),
  ),
  holes: z.array(hole),
  skewSeconds: z.number().nullable(),
  serverTime: moment,
});

export const holesAnswer = z.object({
  deviceId: z.uuid(),
  runs: z.array(
    z.object({ bootId: z.uuid(), seen: z.int(), highest: z.int(), missing: z.int(), holes: z.array(hole) }),
  ),
});

export const booksAnswer = z.object({
  deviceId: z.uuid(),
  counter: z.int(),
  lastContactAt: moment.nullable(),
  skewSeconds: z.number().nullable(),
  arrived: z.int(),
  repeated: z.int(),
  received: z.int(),
  accepted: z.int(),
  exceptions: z.int(),
  refused: z.int(),
  balances: z.boolean(),
  openExceptions: z.int(),
});

/** The devices of a site, the latest first, each with what was last heard of it. */
export const deviceList = z.object({
  devices: z.array(
    deviceAnswer.omit({ certificate: true }).extend({
      counter: z.int(),
      lastContactAt: moment.nullable(),
      missing: z.int(),
    }),
  ),
});

/** Without the certificate: that is the device's own. */
export function deviceListView(device: Device): Omit<z.input<typeof deviceAnswer>, 'certificate'> {
  const view: Partial<z.input<typeof deviceAnswer>> = deviceView(device);
  delete view.certificate;
  return view as Omit<z.input<typeof deviceAnswer>, 'certificate'>;
}

export function holesView(deviceId: string, runs: DeviceHoles[]): z.input<typeof holesAnswer> {
  return { deviceId, runs };
}

const untouched = { counter: 0, lastContactAt: null, skewSeconds: null, arrived: 0, repeated: 0, received: 0 };
const nothing = { ...untouched, accepted: 0, exceptions: 0, refused: 0, balances: true, openExceptions: 0 };

export function booksView(deviceId: string, books: DeviceBooks | undefined): z.input<typeof booksAnswer> {
  if (books === undefined) return { deviceId, ...nothing };
  return { ...books, lastContactAt: books.lastContactAt?.toISOString() ?? null };
}
