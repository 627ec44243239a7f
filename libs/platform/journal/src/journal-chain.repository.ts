import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { ChainHead, SealableEntry } from './chain.js';
import { imprintChain, imprintColumns } from './imprint.repository.js';

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
        WHERE e.recorded_at > coalesce((SELECT max(entry_recorded_at) FROM journal.link WHERE chain <> '${imprintChain}'),
                                       '-infinity') - make_interval(mins => $2)
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)
        ORDER BY e.recorded_at, e.id LIMIT $1`,
      [limit, lookBackMinutes],
    );
  }

  /** The ends of these chains; a chain that has none yet is left out. */
  async heads(chains: readonly string[], tx?: Tx): Promise<ChainHead[]> {
    return (tx ?? this.database).query<ChainHead>(
      `SELECT l.chain, l.seq, encode(l.digest, 'hex') AS digest
         FROM unnest($1::text[]) AS c (chain)
        CROSS JOIN LATERAL (SELECT * FROM journal.link l WHERE l.chain = c.chain ORDER BY l.seq DESC LIMIT 1) l
        ORDER BY l.chain`,
      [chains],
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
      `SELECT l.seq, l.digest, l.entry_id AS "entryId", l.entry_recorded_at::text AS "entryRecordedAt",
              ${chain === imprintChain ? imprintColumns : entryColumns}
         FROM journal.link l
         ${
           chain === imprintChain
             ? `LEFT JOIN journal.imprint i ON i.no = journal.imprint_no(l.entry_id) AND i.recorded_at = l.entry_recorded_at`
             : `LEFT JOIN journal.entry e ON e.recorded_at = l.entry_recorded_at AND e.id = l.entry_id`
         }
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

  /** Entries and imprints that should have been sealed long ago: slipped in, or the sealer does not run. */
  async strays(olderThanSeconds: number): Promise<{ id: string; recordedAt: string; chain: string }[]> {
    const entries = await this.database.query<{ id: string; recordedAt: string; chain: string }>(
      `SELECT e.id, e.recorded_at::text AS "recordedAt", '' AS chain FROM journal.entry e
        WHERE e.recorded_at < clock_timestamp() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = e.recorded_at AND l.entry_id = e.id)
        ORDER BY e.recorded_at LIMIT 1000`,
      [olderThanSeconds],
    );
    const imprints = await this.database.query<{ id: string; recordedAt: string; chain: string }>(
      `SELECT journal.imprint_id(i.no) AS id, i.recorded_at::text AS "recordedAt", '${imprintChain}' AS chain
         FROM journal.imprint i
        WHERE i.recorded_at < clock_timestamp() - make_interval(secs => $1)
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = i.recorded_at AND l.entry_id = journal.imprint_id(i.no))
        ORDER BY i.no LIMIT 1000`,
      [olderThanSeconds],
    );
    return [...entries, ...imprints];
  }
}
