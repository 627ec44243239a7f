import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** Who goes to whose door. */
@Injectable()
export class HomeVisitRepository {
  constructor(private readonly database: Database) {}

  /** Whether this is somebody who is signed in at doors: a grid worker, a collector or a scanner who may still sign in. */
  async isVisitor(accountId: string): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 FROM access.account
        WHERE id = $1 AND disabled_at IS NULL AND role IN ('gridworker', 'collector', 'scanner')`,
      [accountId],
    );
    return rows.length === 1;
  }

  /** How many of these people the ledger shows to whoever asks. */
  async known(tx: Tx, residentIds: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ known: number }>(
      'SELECT count(*)::int AS known FROM community.resident WHERE id = ANY ($1::uuid[]) AND merged_into IS NULL',
      [residentIds],
    );
    return row?.known ?? 0;
  }

  /** @returns the people for whom it is now somebody else than before */
  async assign(
    tx: Tx,
    visits: { roundId: string; residentIds: readonly string[]; visitorId: string | null; by: string; at: Date },
  ): Promise<string[]> {
    const rows = await tx.query<{ resident_id: string }>(
      `INSERT INTO campaign.home_visit AS held (round_id, resident_id, visitor_id, assigned_by, assigned_at)
       SELECT $1, one, $3, $4, $5 FROM unnest($2::uuid[]) AS one
        WHERE $3::uuid IS NOT NULL
           OR EXISTS (SELECT 1 FROM campaign.home_visit v WHERE v.round_id = $1 AND v.resident_id = one)
        ORDER BY one
       ON CONFLICT (round_id, resident_id) DO UPDATE
          SET visitor_id = excluded.visitor_id, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at
        WHERE held.visitor_id IS DISTINCT FROM excluded.visitor_id
       RETURNING resident_id`,
      [visits.roundId, visits.residentIds, visits.visitorId, visits.by, visits.at],
    );
    return rows.map(({ resident_id }) => resident_id).sort();
  }

  /** The visits to one entry of the ledger become visits to another; where both have one, the other's stays. */
  async carry(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query(
      `UPDATE campaign.home_visit v SET resident_id = $2
        WHERE v.resident_id = $1
          AND NOT EXISTS (SELECT 1 FROM campaign.home_visit o WHERE o.round_id = v.round_id AND o.resident_id = $2)`,
      [from, into],
    );
  }
}
