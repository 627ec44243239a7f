import { z } from 'zod';
import { defineEvent } from '#platform/journal';

/** Somebody's account can no longer be entered; its sessions ended in the same moment. */
export const AccountDisabled = defineEvent(
  'access.account-disabled',
  z.object({ accountId: z.uuid(), reason: z.string(), sessionsEnded: z.number().int() }),
);

export const AccountEnabled = defineEvent('access.account-enabled', z.object({ accountId: z.uuid() }));

export const AccountAdded = defineEvent(
  'access.account-added',
  z.object({ accountId: z.uuid(), role: z.string(), disabled: z.boolean() }),
);

/** By an administrator; the account's sessions ended in the same moment. */
export const PasswordSet = defineEvent(
  'access.password-set',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);

export const SessionsEnded = defineEvent(
  'access.sessions-ended',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);
