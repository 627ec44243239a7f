import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface JournalRow {
  readonly id: string;
  readonly recordedAt: string;
  readonly topic: string;
  readonly actorId: string | null;
  readonly siteId: string | null;
  readonly subject: string;
  readonly payload: unknown;
}

export interface Redaction {
  readonly id: string;
  readonly recordedAt: string;
  readonly content: string;
}

const columns = `e.id, e.recorded_at::text AS "recordedAt", e.topic, e.actor_id AS "actorId", e.site_id AS "siteId",
  e.subject, e.payload`;

@Injectable()
export class RedactionRepository {
  constructor(private readonly database: Database) {}

  next(tx: Tx, after: { recordedAt: string; id: string }, limit: number): Promise<JournalRow[]> {
    return tx.query<JournalRow>(
      `SELECT ${columns} FROM journal.entry e
        WHERE (e.recorded_at, e.id) > ($1::timestamptz, $2::uuid)
        ORDER BY e.recorded_at, e.id LIMIT $3`,
      [after.recordedAt, after.id, limit],
    );
  }

  async peopleAmong(tx: Tx, words: readonly string[]): Promise<Set<string>> {
    const ids = words.filter((word) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(word));
    const rows = await tx.query<{ id: string }>('SELECT id FROM community.resident WHERE id = ANY ($1::uuid[])', [ids]);
    return new Set(rows.map(({ id }) => id));
  }

  async tubesAmong(tx: Tx, words: readonly string[], rounds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.query<{ barcode: string }>(
      'SELECT barcode FROM sampling.tube WHERE barcode = ANY ($1) AND round_id = ANY ($2::uuid[])',
      [words, rounds],
    );
    return new Set(rows.map(({ barcode }) => barcode));
  }

  /** Only the owner can, past the trigger that denies it to everybody. */
  async replace(tx: Tx, closure: string, rows: readonly (JournalRow & { content: string })[]): Promise<void> {
    await tx.query('ALTER TABLE journal.entry DISABLE TRIGGER append_only');
    for (const { id, recordedAt, subject, payload } of rows) {
      await tx.query(
        'UPDATE journal.entry SET subject = $3, payload = $4 WHERE recorded_at = $1::timestamptz AND id = $2',
        [recordedAt, id, subject, JSON.stringify(payload)],
      );
    }
    await tx.query('ALTER TABLE journal.entry ENABLE TRIGGER append_only');
    await tx.query(
      `INSERT INTO journal.redaction (entry_recorded_at, entry_id, closure_id, content)
       SELECT r.at, r.id, $4, r.content FROM unnest($1::timestamptz[], $2::uuid[], $3::text[]) AS r (at, id, content)`,
      [rows.map(({ recordedAt }) => recordedAt), rows.map(({ id }) => id), rows.map(({ content }) => content), closure],
    );
  }

  /** What one purge redacted, in order, and what it left there: its certificate vouches for exactly this. */
  ofClosure(closure: string): Promise<Redaction[]> {
    return this.database.query<Redaction>(
      `SELECT entry_id AS id, entry_recorded_at::text AS "recordedAt", content FROM journal.redaction
        WHERE closure_id = $1 ORDER BY entry_recorded_at, entry_id`,
      [closure],
    );
  }

  /** Those of the entries, as they stand now. */
  present(ids: readonly string[]): Promise<JournalRow[]> {
    return this.database.query<JournalRow>(`SELECT ${columns} FROM journal.entry e WHERE e.id = ANY ($1::uuid[])`, [
      ids,
    ]);
  }

  certificates(): Promise<{ id: string; certificate: unknown }[]> {
    return this.database.query(
      `SELECT id, certificate FROM purge.closure WHERE state = 'certified' ORDER BY started_at`,
    );
  }
}
