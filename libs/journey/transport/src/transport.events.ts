import { z } from 'zod';
import { defineEvent } from '#platform/journal';
import { handoverKinds } from './box-states.js';
import { alarmKinds } from './clock-limits.js';

export const boxOpened = defineEvent('transport.box-opened', z.object({ boxCode: z.string() }));
export const tubesPacked = defineEvent(
  'transport.tubes-packed',
  z.object({ boxCode: z.string(), barcodes: z.array(z.string()) }),
);
/** A tube was put into the wrong box and taken out again before the box was sealed. */
export const tubeUnpacked = defineEvent(
  'transport.tube-unpacked',
  z.object({ boxCode: z.string(), barcode: z.string(), reason: z.string() }),
);
export const boxSealed = defineEvent(
  'transport.box-sealed',
  z.object({ boxCode: z.string(), tubes: z.number().int() }),
);
export const boxHandedOver = defineEvent(
  'transport.box-handed-over',
  z.object({ boxCode: z.string(), leg: z.number().int(), kind: z.enum(handoverKinds) }),
);
/** The tube is lost for good: everybody in it has to be sampled again. */
export const tubeLost = defineEvent('transport.tube-lost', z.object({ barcode: z.string() }));
export const alarmRaised = defineEvent(
  'transport.alarm-raised',
  z.object({ alarmId: z.uuid(), kind: z.enum(alarmKinds) }),
);
