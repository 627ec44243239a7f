import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const byTwo = { signedBy: z.array(z.uuid()) };

export const PurgeSigned = defineEvent('purge.signed', z.object({ rounds: z.array(z.uuid()), ...byTwo }));
export const PurgeCertified = defineEvent(
  'purge.certified',
  z.object({ rounds: z.array(z.uuid()), residentsGone: z.int(), redactedEntries: z.int(), ...byTwo }),
);
export const LegalHoldPlaced = defineEvent(
  'purge.legal-hold-placed',
  z.object({ roundId: z.uuid().nullable(), ...byTwo }),
);
export const LegalHoldLifted = defineEvent('purge.legal-hold-lifted', z.object(byTwo));
