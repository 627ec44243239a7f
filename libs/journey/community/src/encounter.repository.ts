import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** More people than a family share no phone: a number that half a village gave finds nobody at a table. */
const sharePhone = 20;

@Injectable()
export class EncounterRepository {
  constructor(private readonly database: Database) {}

  async note(tx: Tx, accountId: string, residentIds: readonly string[], until: Date): Promise<void> {
    await tx.query(
      `INSERT INTO community.encounter AS e (staff_id, resident_id, until)
       SELECT $1, id, $3 FROM unnest($2::uuid[]) AS id ORDER BY id
       ON CONFLICT (staff_id, resident_id) DO UPDATE SET until = greatest(e.until, excluded.until)`,
      [accountId, residentIds, until],
    );
  }

  /**
   * Residents anywhere who have one of these documents or this phone, and whom their entries were merged into; nobody for
   * accounts that do not work at a site.
   */
  async found(accountId: string, documents: readonly Buffer[], phone: Buffer | undefined): Promise<string[]> {
    const rows = await this.database.queryAs<{ id: string; into: string | null }>(
      'jobs',
      `SELECT r.id, r.merged_into AS into FROM community.resident r
        WHERE (r.document_index = ANY ($2::bytea[]) OR r.phone_index = $3)
          AND EXISTS (SELECT 1 FROM access.account a
                       WHERE a.id = $1 AND a.role IN ('sitelead', 'marshal', 'scanner', 'collector'))
        LIMIT ${sharePhone + 1}`,
      [accountId, documents, phone ?? null],
    );
    return rows.length > sharePhone
      ? []
      : [...new Set(rows.flatMap(({ id, into }) => (into === null ? [id] : [id, into])))];
  }
}
