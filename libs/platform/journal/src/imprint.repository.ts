import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { SealableEntry } from './chain.js';

/** The chain that imprints are tied into. */
export const imprintChain = 'ledgers';

/** The number of an imprint from its name among the links. */
export function imprintNumberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}

/** An imprint as it is sealed: like an entry of the journal whose payload is the digest of the whole row. */
export const imprintColumns = `journal.imprint_id(i.no) AS id, i.recorded_at::text AS "recordedAt", 'imprint' AS topic,
  NULL::uuid AS "actorId", NULL::uuid AS "siteId", i.ledger AS subject,
  encode(sha256(record_send(ROW(i.no, i.recorded_at, i.xid, i.login, i.ledger, i.kind, i.keys, i.before, i.after))), 'hex')
    AS payload`;

/** The imprints of the ledgers' rows, on their way into the chain. */
@Injectable()
export class ImprintRepository {
  /** Forgets every imprint and takes new ones, as the owner of the database. @returns the number from which they count */
  async takeAnew(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ number: number }>('SELECT journal.imprint_anew() AS number');
    return row?.number ?? 0;
  }

  /** Every transaction below this number has ended: whatever it wrote is seen by all statements after this one. */
  async horizon(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ horizon: string }>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon',
    );
    return row?.horizon ?? '0';
  }

  /** Imprints that the chain does not hold yet, of transactions from `horizon` on. */
  unsealed(tx: Tx, horizon: string, limit: number): Promise<(SealableEntry & { announced: boolean })[]> {
    return tx.query(
      `SELECT ${imprintColumns}, i.kind = 'announced' AS announced FROM journal.imprint i
        WHERE i.xid >= $1::xid8
          AND NOT EXISTS (SELECT 1 FROM journal.link l
                           WHERE l.entry_recorded_at = i.recorded_at AND l.entry_id = journal.imprint_id(i.no))
        ORDER BY i.no LIMIT $2`,
      [horizon, limit],
    );
  }

  /** Takes the imprints of rows that these entries name, where a ledger leaves that to the sealer. */
  async takeOfEntries(tx: Tx, entries: readonly SealableEntry[]): Promise<void> {
    await tx.query('SELECT journal.imprint_entries($1::timestamptz[], $2::uuid[])', [
      entries.map((entry) => entry.recordedAt),
      entries.map((entry) => entry.id),
    ]);
  }

  async takeOfAnnouncements(tx: Tx, announcements: readonly SealableEntry[]): Promise<void> {
    await tx.query(
      'SELECT journal.imprint_announced(ARRAY(SELECT journal.imprint_no(one) FROM unnest($1::uuid[]) AS one))',
      [announcements.map(({ id }) => id)],
    );
  }
}
