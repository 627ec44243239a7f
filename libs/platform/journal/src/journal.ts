import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '#platform/database';
import type { EventDefinition, JournalEntry } from './event.js';

export const JOB_ROUTES = Symbol('JOB_ROUTES');

/** Topic → the jobs it asks for. Handed in by the process, so that the journal knows no story. */
export type JobRoutes = Readonly<Record<string, readonly string[]>>;

/**
 * Writes what happened, in the transaction of the change itself: the entry, and for each job its topic asks for one
 * errand. Whoever commits the change commits its consequences.
 */
@Injectable()
export class Journal {
  constructor(@Inject(JOB_ROUTES) private readonly routes: JobRoutes) {}

  async record<Payload>(tx: Tx, event: EventDefinition<Payload>, entry: JournalEntry<Payload>): Promise<string> {
    const id = uuidv7();
    const payload = JSON.stringify(event.payload.parse(entry.payload));
    await tx.query(
      `INSERT INTO journal.entry (id, topic, actor_id, site_id, subject, payload) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, event.topic, entry.actorId, entry.siteId ?? null, entry.subject, payload],
    );
    const jobs = this.routes[event.topic] ?? [];
    if (jobs.length > 0) {
      await tx.query(
        `INSERT INTO jobs.errand (entry_id, job, payload) SELECT $1, job, $3 FROM unnest($2::text[]) AS job`,
        [id, jobs, payload],
      );
    }
    return id;
  }

  /** The same for many entries of one event, in one statement each for entries and errands. */
  async recordAll<Payload>(
    tx: Tx,
    event: EventDefinition<Payload>,
    entries: readonly JournalEntry<Payload>[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const ids = entries.map(() => uuidv7());
    const payloads = entries.map((entry) => JSON.stringify(event.payload.parse(entry.payload)));
    await tx.query(
      `INSERT INTO journal.entry (id, topic, actor_id, site_id, subject, payload)
       SELECT e.id, $1, e.actor_id, e.site_id, e.subject, e.payload
         FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::jsonb[]) AS e (id, actor_id, site_id, subject, payload)`,
      [
        event.topic,
        ids,
        entries.map((entry) => entry.actorId),
        entries.map((entry) => entry.siteId ?? null),
        entries.map((entry) => entry.subject),
        payloads,
      ],
    );
    const jobs = this.routes[event.topic] ?? [];
    if (jobs.length === 0) return;
    await tx.query(
      `INSERT INTO jobs.errand (entry_id, job, payload)
       SELECT e.id, job, e.payload FROM unnest($1::uuid[], $2::jsonb[]) AS e (id, payload), unnest($3::text[]) AS job`,
      [ids, payloads, jobs],
    );
  }
}
