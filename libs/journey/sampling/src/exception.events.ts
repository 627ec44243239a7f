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

export const ExceptionOwned = defineEvent(
  'sampling.exception-owned',
  z.object({ exceptionId: z.uuid(), role: z.enum(ownerRoles), accountId: z.uuid().nullable() }),
);
