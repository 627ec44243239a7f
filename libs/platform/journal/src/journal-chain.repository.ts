import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { ChainHead, SealableEntry } from './chain.js';

const entryColumns = `e.id, e.recorded_at::text AS "recordedAt", e.topic, e.actor_id AS "actorId", e.site_id AS "siteId",
  e.subject, e.payload::text AS payload`;

export interface Link {
  seq: number;
  digest: Buffer;
  entryId: string;
  entryRecordedAt: string;
  /** Null when the entry is no longer there. */
  entry: SealableEntry | null;
}

@Injectable()
export class JournalChainRepository {
  constructor(private readonly database: Database) {}

  /** True when nobody else seals at this moment; until the transaction ends nobody else will. */
  async claim(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ claimed: boolean }>(
      `SELECT pg_try_advisory_xact_lock(hashtext('journal.seal')) AS claimed`,
    );
    return row?.claimed === true;
  }

  /** Entries that no chain holds yet, from so many minutes before the latest one that is sealed. */
  unsealed(tx: Tx, lookBackMinutes: number, limit: number): Promise<SealableEntry[]> {
    return tx.query<SealableEntry>(
      `SELECT ${entryColumns} FROM journal.entry e
        WHERE e.recorded_at > coalesce((SELECT max(entry_recorded_at) FROM journal.link), '-infinity')
                              - make_interval(mins => $2)
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)
        ORDER BY e.recorded_at, e.id LIMIT $1`,
      [limit, lookBackMinutes],
    );
  }

  async heads(tx?: Tx): Promise<ChainHead[]> {
    return (tx ?? this.database).query<ChainHead>(
      `SELECT DISTINCT ON (chain) chain, seq, encode(digest, 'hex') AS digest FROM journal.link ORDER BY chain, seq DESC`,
    );
  }

  async append(
    tx: Tx,
    links: readonly { chain: string; seq: number; digest: Buffer; entry: SealableEntry }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO journal.link (chain, seq, digest, entry_recorded_at, entry_id)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[], $4::timestamptz[], $5::uuid[])`,
      [
        links.map((link) => link.chain),
        links.map((link) => link.seq),
        links.map((link) => link.digest),
        links.map((link) => link.entry.recordedAt),
        links.map((link) => link.entry.id),
      ],
    );
  }

  async chains(): Promise<string[]> {
    return (await this.database.query<{ chain: string }>('SELECT DISTINCT chain FROM journal.link ORDER BY 1')).map(
      ({ chain }) => chain,
    );
  }

  /** The links of a chain after `seq`, in order, each with its entry as it stands now. */
  async linksAfter(chain: string, seq: number, limit: number): Promise<Link[]> {
    const rows = await this.database.query<
      SealableEntry & { seq: number; digest: Buffer; entryId: string; entryRecordedAt: string }
    >(
      `SELECT l.seq, l.digest, l.entry_id AS "entryId", l.entry_recorded_at::text AS "entryRecordedAt", ${entryColumns}
         FROM journal.link l
         LEFT JOIN journal.entry e ON e.recorded_at = l.entry_recorded_at AND e.id = l.entry_id
        WHERE l.chain = $1 AND l.seq > $2 ORDER BY l.seq LIMIT $3`,
      [chain, seq, limit],
    );
    return rows.map(({ seq: at, digest, entryId, entryRecordedAt, ...entry }) => ({
      seq: at,
      digest,
      entryId,
      entryRecordedAt,
      entry: (entry.id as string | null) === null ? null : entry,
    }));
  }

  /** Entries that should have been sealed long ago: slipped in, or the sealer does not run. */
  strays(olderThanSeconds: number): Promise<{ id: string; recordedAt: string; topic: string }[]> {
    return this.database.query(
      `SELECT e.id, e.recorded_at::text AS "recordedAt", e.topic FROM journal.entry e
        WHERE e.recorded_at < clock_timestamp() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)
        ORDER BY e.recorded_at LIMIT 1000`,
      [olderThanSeconds],
    );
  }
}
