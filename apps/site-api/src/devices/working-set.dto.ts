import { z } from 'zod';
import { moment } from '../front/moment.js';

const cursor = z.string().regex(/^[0-9a-f]{8}\.\d{1,20}$/);

export const workingSetQuery = z.strictObject({
  since: cursor.optional(),
  version: cursor.optional(),
  after: z.uuid().optional(),
});

export const workingPart = z.object({
  version: z.string(),
  whole: z.boolean(),
  head: z
    .object({
      site: z.object({
        id: z.uuid(),
        code: z.string(),
        name: z.string(),
        areaCode: z.string(),
        timeZone: z.string(),
        settings: z.record(z.string(), z.unknown()),
      }),
      blindKey: z.string(),
      codeKeys: z.array(z.object({ keyId: z.string(), publicKey: z.string() })),
      rounds: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          state: z.string(),
          deadline: moment,
          defaultPoolClass: z.string(),
          settings: z.record(z.string(), z.unknown()),
          poolClasses: z.array(z.object({ poolClass: z.string(), capacity: z.int() })),
          poolRules: z.array(z.object({ category: z.string(), poolClass: z.string() })),
        }),
      ),
      stations: z.array(z.object({ id: z.uuid(), number: z.int(), lane: z.string() })),
      staff: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          role: z.string(),
          stationId: z.uuid(),
          from: moment,
          to: moment.nullable(),
        }),
      ),
      tubes: z.array(
        z.object({
          barcode: z.string(),
          roundId: z.uuid(),
          stationId: z.uuid(),
          poolClass: z.string(),
          capacity: z.int(),
          filled: z.int(),
          state: z.string(),
        }),
      ),
      exemptions: z.array(z.object({ roundId: z.uuid(), residentId: z.uuid() })),
      buildings: z.array(z.object({ code: z.string(), name: z.string() })),
    })
    .nullable(),
  residents: z.array(
    z.object({
      id: z.uuid(),
      masked: z.string(),
      areaCode: z.string(),
      householdId: z.uuid(),
      category: z.string(),
      lane: z.string(),
      singleOnly: z.boolean(),
      homeVisit: z.boolean(),
      door: z.string().nullable(),
      birthYear: z.int().nullable(),
      document: z.string().nullable(),
      code: z.string().nullable(),
    }),
  ),
  gone: z.array(z.uuid()),
  sha256: z.string(),
  next: z.uuid().nullable(),
});
