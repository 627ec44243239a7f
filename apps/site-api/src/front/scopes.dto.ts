import { z } from 'zod';
import { breakGlassAtMost } from '#platform/access';
import { moment } from './moment.js';

/** What an account may reach: keys that the rooms have. */
const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all'), key: z.literal('*') }),
  z.strictObject({ kind: z.literal('area'), key: z.string().regex(/^[\w-]{1,64}$/u) }),
  z.strictObject({ kind: z.literal('site'), key: z.uuid() }),
  z.strictObject({ kind: z.literal('round'), key: z.uuid() }),
]);

export const scopesWanted = z.strictObject({ scopes: z.array(scope).max(500) });

const anyScope = z.object({ kind: z.string(), key: z.string() });

export const scopesHeld = z.object({ scopes: z.array(anyScope.extend({ until: moment.nullable() })) });

export const glassRequest = z.strictObject({
  id: z.uuid().optional(),
  reason: z.string().trim().min(4).max(300),
  scope,
  minutes: z.number().int().min(1).max(breakGlassAtMost),
});

export const glass = z.object({
  id: z.uuid(),
  requestedBy: z.uuid(),
  reason: z.string(),
  scope: anyScope,
  minutes: z.number().int(),
  state: z.enum(['asked', 'open', 'over']),
  requestedAt: moment,
  approvedBy: z.uuid().nullable(),
  approvedAt: moment.nullable(),
  until: moment.nullable(),
  endedBy: z.uuid().nullable(),
  endedAt: moment.nullable(),
});
export const glassList = z.object({ requests: z.array(glass) });
