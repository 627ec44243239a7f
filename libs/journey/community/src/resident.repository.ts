import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** What of a resident may be shown: masked texts only. */
export interface ResidentRow {
  id: string;
  area_code: string;
  household_id: string;
  door: string;
  masked_name: string;
  document_kind: string;
  document_masked: string;
  phone_masked: string | null;
  birth_year: number | null;
  sex: string;
  categories: string[];
  lane: string;
  home_visit: boolean;
  single_only: boolean;
  guardian_id: string | null;
  presence: string;
  merged_into: string | null;
}

const shown = `r.id, r.area_code, r.household_id, h.door, r.masked_name, r.document_kind, r.document_masked, r.phone_masked,
  r.birth_year, r.sex, r.categories, r.lane, r.home_visit, r.single_only, r.guardian_id, r.presence,
  r.merged_into`;
const from = 'community.resident r JOIN community.household h ON h.id = r.household_id';

@Injectable()
export class ResidentRepository {
  constructor(private readonly database: Database) {}

  async one(id: string): Promise<ResidentRow | undefined> {
    const [row] = await this.database.query<ResidentRow>(`SELECT ${shown} FROM ${from} WHERE r.id = $1`, [id]);
    return row;
  }

  async isWard(residentId: string, guardianId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM community.resident WHERE id = $1 AND guardian_id = $2', [
      residentId,
      guardianId,
    ]);
    return rows.length > 0;
  }

  /** Who has one of these documents; where that entry was merged, the one that stays as well, and first. */
  async byDocuments(indexes: readonly Buffer[]): Promise<ResidentRow[]> {
    return this.database.query<ResidentRow>(
      `SELECT ${shown} FROM ${from}
        WHERE r.id IN (SELECT unnest(ARRAY[m.merged_into, m.id]) FROM community.resident m
                        WHERE m.document_index = ANY ($1::bytea[]))
        ORDER BY r.merged_into IS NOT NULL, r.id`,
      [indexes],
    );
  }

  async byPhone(index: Buffer, after: string, limit: number): Promise<ResidentRow[]> {
    return this.database.query<ResidentRow>(
      `SELECT ${shown} FROM ${from} WHERE r.phone_index = $1 AND r.id > $2 ORDER BY r.id LIMIT $3`,
      [index, after, limit],
    );
  }

  /** Everybody whose home lies within the area, at any level, by area and id; not who stands for somebody else by now. */
  async byArea(area: string, after: readonly [string, string], limit: number): Promise<ResidentRow[]> {
    return this.database.query<ResidentRow>(
      `SELECT ${shown} FROM ${from}
        WHERE r.area_code IN (SELECT code FROM community.area WHERE lineage @> ARRAY[$1])
          AND r.merged_into IS NULL AND (r.area_code, r.id) > ($2, $3)
        ORDER BY r.area_code, r.id LIMIT $4`,
      [area, after[0], after[1], limit],
    );
  }

  /** The registration that was made with this id, if any. */
  async registration(tx: Tx, id: string): Promise<{ bodyHash: Buffer | null } | undefined> {
    const [row] = await tx.query<{ body_hash: Buffer | null }>(
      'SELECT body_hash FROM community.resident WHERE id = $1',
      [id],
    );
    return row && { bodyHash: row.body_hash };
  }

  async noteRequest(tx: Tx, id: string, bodyHash: Buffer): Promise<void> {
    await tx.query('UPDATE community.resident SET body_hash = $2 WHERE id = $1', [id, bodyHash]);
  }

  /** False when there is no such resident. */
  async setPresence(tx: Tx, id: string, presence: string): Promise<boolean> {
    const rows = await tx.query(
      'UPDATE community.resident SET presence = $2, updated_at = now() WHERE id = $1 RETURNING id',
      [id, presence],
    );
    return rows.length === 1;
  }

  async size(): Promise<number> {
    const [row] = await this.database.query<{ count: number }>('SELECT count(*)::int AS count FROM community.resident');
    return row?.count ?? 0;
  }
}
