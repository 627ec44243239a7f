import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const counts = {
  read: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  duplicates: z.number(),
};

export const AreasLoaded = defineEvent('community.areas-loaded', z.object({ added: z.number(), renamed: z.number() }));

export const ResidentRegistered = defineEvent('community.resident-registered', z.object({ residentId: z.uuid() }));

export const LedgerReceived = defineEvent(
  'community.ledger-received',
  z.object({ importId: z.uuid(), sha256: z.string() }),
);

/** One part of a ledger was taken over; `added` and `changed` name the residents. */
export const LedgerPartApplied = defineEvent(
  'community.ledger-part-applied',
  z.object({ importId: z.uuid(), lastLine: z.number(), added: z.array(z.uuid()), changed: z.array(z.uuid()) }),
);

export const LedgerFinished = defineEvent(
  'community.ledger-finished',
  z.object({ importId: z.uuid(), state: z.enum(['done', 'refused']), ...counts }),
);

export const ResidentCodeIssued = defineEvent(
  'community.resident-code-issued',
  z.object({ residentId: z.uuid(), reference: z.string() }),
);

export const ResidentCodeRevoked = defineEvent(
  'community.resident-code-revoked',
  z.object({ residentId: z.uuid(), reference: z.string() }),
);

export const ResidentPresenceChanged = defineEvent(
  'community.resident-presence-changed',
  z.object({ residentId: z.uuid(), presence: z.enum(['present', 'away', 'moved']) }),
);

/** Somebody saw fields of a resident in clear; which, and what for, never the values. */
export const ResidentUnmasked = defineEvent(
  'community.resident-unmasked',
  z.object({ residentId: z.uuid(), requestId: z.uuid(), reason: z.string(), fields: z.array(z.string()) }),
);

/** An account sees conspicuously many people in clear, or was refused for it. */
export const UnmaskingConspicuous = defineEvent(
  'community.unmasking-conspicuous',
  z.object({ accountId: z.uuid(), withinAnHour: z.int(), refused: z.boolean() }),
);
