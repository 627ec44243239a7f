import { z } from 'zod';
import { alarmKinds, boxStates, handoverKinds } from '#journey/transport';
import { moment } from '../front/moment.js';

export const boxCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dot, dash and underscore, 64 at most');
export const tubeBarcode = z.string().min(1).max(64);
const placeCode = z.string().trim().min(1).max(64);
const staffName = z.string().trim().min(1).max(64);

export const boxOpening = z.strictObject({ code: boxCode, siteId: z.uuid(), labCode: placeCode.optional() });
export const packing = z.strictObject({ barcodes: z.array(tubeBarcode).min(1).max(200) });
export const removal = z.strictObject({ reason: z.string().trim().min(1).max(500) });
export const boxSealing = z.strictObject({ countedTubes: z.int().min(0).max(10_000) });
export const dispatching = z.strictObject({ givenBy: staffName, plate: z.string().trim().min(1).max(20).optional() });
export const hubStop = z.strictObject({ hubCode: placeCode });
export const receiving = z.strictObject({ givenBy: staffName });
export const loss = z.strictObject({ reason: z.string().trim().min(1).max(500) });

export const boxQuery = z.strictObject({
  siteId: z.uuid().optional(),
  state: z.enum(boxStates).optional(),
  cursor: z.string().max(200).optional(),
});
export const alarmQuery = z.strictObject({ siteId: z.uuid().optional(), roundId: z.uuid().optional() });

export const boxSummary = z.object({
  code: z.string(),
  siteId: z.uuid(),
  labCode: z.string().nullable(),
  state: z.enum(boxStates),
  tubes: z.int(),
  countedTubes: z.int().nullable(),
  hubCode: z.string().nullable(),
  openedAt: moment,
  sealedAt: moment.nullable(),
  receivedAt: moment.nullable(),
});

export const boxRecord = boxSummary.extend({
  contents: z.array(z.object({ barcode: z.string(), lost: z.boolean() })),
  removals: z.array(z.object({ barcode: z.string(), reason: z.string(), removedBy: z.string(), removedAt: moment })),
  custody: z.array(
    z.object({
      leg: z.int(),
      kind: z.enum(handoverKinds),
      givenBy: z.string().nullable(),
      takenBy: z.string(),
      hubCode: z.string().nullable(),
      plate: z.string().nullable(),
      signedAt: moment,
    }),
  ),
});

export const boxPage = z.object({ boxes: z.array(boxSummary), next: z.string().nullable() });

export const lostTube = z.object({ barcode: z.string(), reason: z.string(), lostAt: moment });

export const alarmList = z.object({
  alarms: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(alarmKinds),
      subject: z.string(),
      siteId: z.uuid(),
      roundId: z.uuid(),
      since: moment,
      dueAt: moment,
      raisedAt: moment,
    }),
  ),
});
