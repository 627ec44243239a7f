import { z } from 'zod';
import { defineEvent } from '#platform/journal';

const role = z.string().max(20);

/** Somebody was shown people. `purpose` is the route, `role` what the reader was at that moment ("visitor": not signed in). */
export const PeopleRead = defineEvent(
  'access.people-read',
  z.object({
    what: z.string(),
    residentIds: z.array(z.uuid()).min(1),
    purpose: z.string(),
    role,
    requestId: z.string(),
  }),
);

/** An account was shown more people within an hour than this house thinks usual; said once an hour. */
export const BulkReading = defineEvent(
  'access.bulk-reading',
  z.object({ accountId: z.uuid(), role, people: z.int(), limit: z.int(), purpose: z.string(), requestId: z.string() }),
);

/** The auditor read the journal: by which filter, how many entries, from the first to the last of them. */
export const JournalRead = defineEvent(
  'access.journal-read',
  z.object({
    filter: z.record(z.string(), z.string()),
    entries: z.int(),
    first: z.uuid().nullable(),
    last: z.uuid().nullable(),
    requestId: z.string(),
  }),
);
