import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface WorkingRow {
  id: string;
  areaCode: string;
  householdId: string;
  masked: string;
  documentSealed: Buffer;
  category: string;
  lane: 'general' | 'green' | 'single';
  singleOnly: boolean;
  homeVisit: boolean;
  /** Of somebody who is visited at home alone: where, and how old. */
  door: string | null;
  birthYear: number | null;
  /** The reference of the latest resident code that counts. */
  codeRef: string | null;
}

/** What devices take along of a ledger, and what of it has changed since. */
@Injectable()
export class WorkingLedgerRepository {
  constructor(private readonly database: Database) {}

  /** Where a reader who begins now may go on later without missing anything. */
  async version(): Promise<{ epoch: string; at: string }> {
    const [row] = await this.database.query<{ epoch: string; at: string }>(
      'SELECT epoch, pg_snapshot_xmin(pg_current_snapshot())::text AS at FROM community.change_epoch',
    );
    if (row === undefined) throw new Error('the ledger has no epoch');
    return row;
  }

  /** By id, after this one: who is present below the area, all of them or those who have changed since. */
  page(areaCode: string, since: string | null, after: string, limit: number): Promise<WorkingRow[]> {
    return this.database.query<WorkingRow>(
      `SELECT r.id, r.area_code AS "areaCode", r.household_id AS "householdId", r.masked_name AS masked,
              r.document_sealed AS "documentSealed", r.category, r.lane, r.single_only AS "singleOnly",
              r.home_visit AS "homeVisit",
              CASE WHEN r.home_visit THEN h.door END AS door,
              CASE WHEN r.home_visit THEN r.birth_year END AS "birthYear",
              (SELECT c.ref FROM community.resident_code c
                WHERE c.resident_id = r.id AND c.revoked_at IS NULL AND c.expires_at > now()
                ORDER BY c.issued_at DESC LIMIT 1) AS "codeRef"
         FROM community.resident r JOIN community.area a ON a.code = r.area_code
         JOIN community.household h ON h.id = r.household_id
        WHERE a.lineage @> ARRAY[$1] AND r.presence = 'present' AND r.id > $3::uuid
          AND ($2::text IS NULL OR r.changed_in >= $2::xid8)
        ORDER BY r.id LIMIT $4`,
      [areaCode, since, after, limit],
    );
  }

  /** How many rows have changed since, up to a limit, wherever they are now. */
  async changedSince(since: string, most: number): Promise<number> {
    const [row] = await this.database.query<{ changed: number }>(
      `SELECT count(*)::int AS changed FROM (
         SELECT 1 FROM community.resident WHERE changed_in >= $1::xid8 LIMIT $2) c`,
      [since, most],
    );
    return row?.changed ?? 0;
  }

  /** Those who have changed since and do not belong to the area, or do not any more. */
  async elsewhere(areaCode: string, since: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT r.id FROM community.resident r JOIN community.area a ON a.code = r.area_code
        WHERE r.changed_in >= $2::xid8 AND (NOT a.lineage @> ARRAY[$1] OR r.presence <> 'present') ORDER BY r.id`,
      [areaCode, since],
    );
    return rows.map(({ id }) => id);
  }
}
