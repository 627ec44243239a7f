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

/** By its owner; the account's other sessions ended in the same moment. */
export const PasswordChanged = defineEvent(
  'access.password-changed',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);

export const SessionsEnded = defineEvent(
  'access.sessions-ended',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);

/** So many wrong tries that no more are judged for a while; the account is null when the name is nobody's. */
export const SignInHeld = defineEvent(
  'access.sign-in-held',
  z.object({ accountId: z.uuid().nullable(), knownDevice: z.boolean() }),
);

/** Wrong tries for so many names, or from so many addresses, that somebody must be guessing. */
export const SignInAlarm = defineEvent(
  'access.sign-in-alarm',
  z.object({ kind: z.enum(['names', 'addresses']), names: z.number().int(), addresses: z.number().int() }),
);

/** From now on the account is asked for a code; its other sessions ended in the same moment. */
export const SecondFactorConfirmed = defineEvent(
  'access.second-factor-confirmed',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);

export const RecoveryCodeUsed = defineEvent('access.recovery-code-used', z.object({ accountId: z.uuid() }));

/** By somebody of security, for an owner who has lost it. */
export const SecondFactorReset = defineEvent(
  'access.second-factor-reset',
  z.object({ accountId: z.uuid(), sessionsEnded: z.number().int() }),
);

const scope = z.object({ kind: z.string(), key: z.string() });

/** What an account reaches was said anew. */
export const ScopesPut = defineEvent(
  'access.scopes-put',
  z.object({ accountId: z.uuid(), added: z.array(scope), withdrawn: z.array(scope) }),
);

/** Somebody asks to see more than their scope for so many minutes. */
export const GlassAskedFor = defineEvent(
  'access.glass-asked-for',
  z.object({ id: z.uuid(), scope, minutes: z.number().int(), reason: z.string() }),
);

/** A second person lets them; the scope ends by itself. */
export const GlassBroken = defineEvent(
  'access.glass-broken',
  z.object({ id: z.uuid(), requestedBy: z.uuid(), scope, until: z.string() }),
);

/** Ended before its time, or refused before it began. */
export const GlassEnded = defineEvent(
  'access.glass-ended',
  z.object({ id: z.uuid(), requestedBy: z.uuid(), wasOpen: z.boolean() }),
);

/** Wrong tries no longer hold the account up. */
export const AccountUnlocked = defineEvent('access.account-unlocked', z.object({ accountId: z.uuid() }));

/** A person who stood before somebody of security may sign in on a device that was not known. */
export const DeviceVouchedFor = defineEvent('access.device-vouched-for', z.object({ accountId: z.uuid() }));
