import { z } from 'zod';
import { inWords } from '#platform/errors';
import { givenMoment, moment } from '../front/moment.js';
import type { JournalRow, PersonRow, VerificationRow } from './journal-entry.repository.js';

const cursor = z.string().min(1).max(300).optional();

export const journalQuery = z
  .strictObject({
    topic: z.string().min(1).max(80).optional(),
    actorId: z.uuid().optional(),
    subject: z.string().min(1).max(200).optional(),
    siteId: z.uuid().optional(),
    from: givenMoment.optional(),
    to: givenMoment.optional(),
    cursor,
    limit: z.coerce.number().int().min(1).max(200).default(100),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) <= Date.parse(to), {
    path: ['to'],
    ...inWords('不能早于 from', 'must not lie before `from`'),
  });

export const journalPage = z.object({
  items: z.array(
    z.object({
      id: z.uuid(),
      recordedAt: moment,
      topic: z.string(),
      actorId: z.uuid().nullable().describe('an account or a resident; null for the house itself'),
      actor: z.string().nullable().describe('the username, where it is an account'),
      role: z.string().nullable(),
      siteId: z.uuid().nullable(),
      subject: z.string(),
      payload: z.record(z.string(), z.unknown()),
    }),
  ),
  next: z.string().nullable(),
});

export const personQuery = z.strictObject({ cursor, limit: z.coerce.number().int().min(1).max(500).default(100) });
export const exportQuery = z.strictObject({});

export const personPage = z.object({
  residentId: z.uuid(),
  items: z.array(
    z.object({
      id: z.uuid(),
      recordedAt: moment,
      topic: z.string().describe('what happened; `access.people-read` when somebody was shown the person'),
      what: z.string().nullable().describe('what was read'),
      purpose: z.string().nullable().describe('the door by which it was read'),
      role: z.string().nullable(),
      actor: z.string().nullable().describe('the account by name; only the auditor is told'),
      siteId: z.uuid().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const verificationAnswer = z.object({
  verified: z
    .object({
      id: z.uuid(),
      startedAt: moment,
      finishedAt: moment,
      entries: z.int(),
      anchors: z.int(),
      heads: z.array(z.object({ chain: z.string(), seq: z.int(), digest: z.string() })),
      findings: z.array(
        z.object({
          kind: z.string(),
          chain: z.string(),
          seq: z.int().nullable(),
          entryId: z.string().nullable(),
          recordedAt: z.string().nullable(),
          columns: z
            .array(z.string())
            .optional()
            .describe('of a row in a ledger: what differs; chain is the ledger, entryId the row'),
          by: z
            .string()
            .nullable()
            .optional()
            .describe('the database login that wrote it; null when it went past the triggers'),
        }),
      ),
    })
    .nullable()
    .describe('null before the first verification'),
});

export const entryView = ({
  id, recordedAt, topic, actorId, actor, role, siteId, subject, payload,
}: JournalRow): z.input<typeof journalPage>['items'][number] => ({
  id, recordedAt: recordedAt.toISOString(), topic, actorId, actor, role, siteId, subject, payload,
}); // prettier-ignore

export const personView = ({
  id, recordedAt, topic, what, purpose, role, actor, siteId,
}: PersonRow): z.input<typeof personPage>['items'][number] => ({
  id, recordedAt: recordedAt.toISOString(), topic, what, purpose, role, actor, siteId,
}); // prettier-ignore

export const personHeading = ['time', 'topic', 'what', 'purpose', 'role', 'actor', 'site'];

export const personCells = (row: PersonRow): (string | null)[] => [
  row.recordedAt.toISOString(),
  row.topic,
  row.what,
  row.purpose,
  row.role,
  row.actor,
  row.siteId,
];

export const verificationView = (row: VerificationRow | undefined): z.input<typeof verificationAnswer> => ({
  verified:
    row === undefined
      ? null
      : { ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt.toISOString() },
});
