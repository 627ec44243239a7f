import { z } from 'zod';
import { defineEvent } from '#platform/journal';
import { exceptionKinds, ownerRoles, resolutions } from './exception-kinds.js';

export const ExceptionsRaised = defineEvent(
  'sampling.exceptions-raised',
  z.object({
    exceptions: z.array(
      z.object({ id: z.uuid(), kind: z.enum(exceptionKinds), subject: z.string(), actId: z.uuid().nullable() }),
    ),
  }),
);

export const ExceptionResolved = defineEvent(
  'sampling.exception-resolved',
  z.object({ exceptionId: z.uuid(), kind: z.enum(exceptionKinds), resolution: z.enum(resolutions) }),
);

/** Somebody was shown, masked, what was really read or written; in clear only by what follows. */
export const ExceptionRawRead = defineEvent(
  'sampling.exception-raw-read',
  z.object({ exceptionId: z.uuid(), kind: z.enum(exceptionKinds), residentId: z.uuid().optional() }),
);

export const ExceptionUnmasked = defineEvent(
  'sampling.exception-unmasked',
  z.object({ exceptionId: z.uuid(), requestId: z.uuid(), reason: z.string(), residentId: z.uuid().optional() }),
);

export const ExceptionOwned = defineEvent(
  'sampling.exception-owned',
  z.object({ exceptionId: z.uuid(), role: z.enum(ownerRoles), accountId: z.uuid().nullable() }),
);
