import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface JournalFilter {
  topic?: string | undefined;
  actorId?: string | undefined;
  subject?: string | undefined;
  siteId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Where a page ended: a moment with microseconds, as PostgreSQL writes it, and the id of the entry. */
export interface Place {
  recordedAt: string;
  id: string;
}

export interface JournalRow {
  id: string;
  /** As PostgreSQL writes it, to the microsecond. */
  place: string;
  recordedAt: Date;
  topic: string;
  actorId: string | null;
  /** Username and role of the account that did it; null for the house and for residents. */
  actor: string | null;
  role: string | null;
  siteId: string | null;
  subject: string;
  payload: Record<string, unknown>;
}

export interface PersonRow {
  id: string;
  place: string;
  recordedAt: Date;
  topic: string;
  what: string | null;
  purpose: string | null;
  actorId: string | null;
  actor: string | null;
  role: string | null;
  siteId: string | null;
}

export interface VerificationRow {
  id: string;
  startedAt: Date;
  finishedAt: Date;
  entries: number;
  anchors: number;
  heads: { chain: string; seq: number; digest: string }[];
  findings: {
    kind: string;
    chain: string;
    seq: number | null;
    entryId: string | null;
    recordedAt: string | null;
    columns?: string[];
    by?: string | null;
  }[];
}

const personColumns = `p.id, p.recorded_at::text AS place, p.recorded_at AS "recordedAt", p.topic, p.what, p.purpose,
  p.actor_id AS "actorId", p.actor, p.role, p.site_id AS "siteId"`;

/** Reads the journal as the auditor's own login, which can do nothing else; a person's part of it also for themselves. */
@Injectable()
export class JournalEntryRepository {
  constructor(private readonly database: Database) {}

  /** Entries that match, the latest first. */
  entries(filter: JournalFilter, before: Place | undefined, limit: number): Promise<JournalRow[]> {
    const parameters: unknown[] = [limit];
    const wanted = ([column, value]: [string, unknown]): string[] =>
      value === undefined ? [] : [`e.${column} $${parameters.push(value)}`];
    const conditions = [
      ...wanted(['topic =', filter.topic]),
      ...wanted(['actor_id =', filter.actorId]),
      ...wanted(['subject =', filter.subject]),
      ...wanted(['site_id =', filter.siteId]),
      ...wanted(['recorded_at >=', filter.from]),
      ...wanted(['recorded_at <', filter.to]),
    ];
    if (before !== undefined) {
      const moment = `$${parameters.push(before.recordedAt)}::timestamptz`;
      conditions.push(
        `e.recorded_at <= ${moment}`,
        `(e.recorded_at, e.id) < (${moment}, $${parameters.push(before.id)}::uuid)`,
      );
    }
    return this.database.queryAs<JournalRow>(
      'auditor',
      `SELECT e.id, e.recorded_at::text AS place, e.recorded_at AS "recordedAt", e.topic, e.actor_id AS "actorId",
              a.username AS actor, a.role, e.site_id AS "siteId", e.subject, e.payload
         FROM journal.entry e LEFT JOIN access.account a ON a.id = e.actor_id
        WHERE ${['true', ...conditions].join(' AND ')}
        ORDER BY e.recorded_at DESC, e.id DESC LIMIT $1`,
      parameters,
    );
  }

  /** What was done with a person or seen of them, the latest first, with names of staff. */
  ofPerson(residentId: string, before: Place | undefined, limit: number): Promise<PersonRow[]> {
    return this.database.queryAs<PersonRow>(
      'auditor',
      `SELECT ${personColumns} FROM journal.of_person($1, $2, $3, $4) p`,
      [residentId, before?.recordedAt, before?.id, limit],
    );
  }

  /** The same without names, and only for the person who acts and their wards. */
  ofOwnPerson(residentId: string, before: Place | undefined, limit: number): Promise<PersonRow[]> {
    return this.database.query<PersonRow>(`SELECT ${personColumns} FROM journal.of_person($1, $2, $3, $4) p`, [
      residentId,
      before?.recordedAt,
      before?.id,
      limit,
    ]);
  }

  async lastVerification(): Promise<VerificationRow | undefined> {
    const [row] = await this.database.queryAs<VerificationRow>(
      'auditor',
      `SELECT id, started_at AS "startedAt", finished_at AS "finishedAt", entries, anchors, heads, findings
         FROM journal.verification ORDER BY finished_at DESC LIMIT 1`,
    );
    return row;
  }
}
