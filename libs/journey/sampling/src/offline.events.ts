import { z } from 'zod';
import { defineEvent } from '#platform/journal';
import { heldReasons } from './held-states.js';

/** A device had this tube in hand: it said that it opened it, or only put swabs into it. */
export const TubeTakenInHand = defineEvent(
  'sampling.tube-taken-in-hand',
  z.object({ deviceId: z.uuid(), opened: z.boolean() }),
);

/** Swabs of a tube became known after it was sealed. */
export const SwabsCameLate = defineEvent(
  'sampling.swabs-came-late',
  z.object({ barcode: z.string(), deviceId: z.uuid(), filled: z.int() }),
);

/**
 * A batch held swabs of tubes that were sealed: whoever is in them must be thought of again. One for the whole batch, for
 * devices that come back after a day bring thousands of such tubes.
 */
export const LateSwabsReceived = defineEvent(
  'sampling.late-swabs-received',
  z.object({ deviceId: z.uuid(), barcodes: z.array(z.string()) }),
);

export const TubeSealedOffline = defineEvent(
  'sampling.tube-sealed-offline',
  z.object({ deviceId: z.uuid(), filled: z.int(), counted: z.int(), reason: z.string().nullable() }),
);

export const TubeDiscardedOffline = defineEvent(
  'sampling.tube-discarded-offline',
  z.object({ deviceId: z.uuid(), reason: z.string() }),
);

export const DeviceNoteWritten = defineEvent(
  'sampling.device-note-written',
  z.object({ deviceId: z.uuid(), noteId: z.uuid() }),
);

export const DeviceBatchReceived = defineEvent(
  'sampling.device-batch-received',
  z.object({
    deviceId: z.uuid(),
    counter: z.int(),
    hash: z.string(),
    fault: z.string().nullable(),
    accepted: z.int(),
    exceptions: z.int(),
    refused: z.int(),
    repeated: z.int(),
  }),
);

/** A genuine batch of a device that may not speak lies sealed. */
export const BatchHeld = defineEvent(
  'sampling.batch-held',
  z.object({
    heldId: z.uuid(),
    deviceId: z.uuid(),
    counter: z.int(),
    hash: z.string(),
    why: z.enum(heldReasons),
    acts: z.int(),
  }),
);

/** Somebody decided what becomes of it. */
export const HeldBatchDecided = defineEvent(
  'sampling.held-batch-decided',
  z.object({
    heldId: z.uuid(),
    deviceId: z.uuid(),
    counter: z.int(),
    state: z.enum(['taken', 'set-aside']),
    takenThrough: z.int().nullable(),
  }),
);

/** A device was given masked residents to take along: which area, how many, who held it. */
export const WorkingSetRead = defineEvent(
  'sampling.working-set-read',
  z.object({ deviceId: z.uuid(), version: z.string(), areaCode: z.string(), residents: z.int() }),
);
