import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

export interface TurningRow {
  id: string;
  householdId: string;
  door: string;
  documentKind: string;
  documentIndex: Buffer;
  name: Buffer;
  document: Buffer;
  phone: Buffer | null;
  guardianId: string | null;
  guardianKind: string | null;
  guardianDocument: Buffer | null;
}

export interface TurnedRow {
  id: string;
  householdId: string;
  /** Undefined where the door stays as it is. */
  door: string | undefined;
  documentIndex: Buffer;
  name: Buffer;
  document: Buffer;
  phone: Buffer | null;
  phoneIndex: Buffer | null;
  guardianIndex: Buffer | null;
}

@Injectable()
export class LedgerTurnoverRepository {
  /** Residents after this id whose name is not sealed with this key. */
  next(tx: Tx, dataKey: number, after: string, limit: number): Promise<TurningRow[]> {
    return tx.query<TurningRow>(
      `SELECT r.id, r.household_id AS "householdId", h.door, r.document_kind AS "documentKind",
              r.document_index AS "documentIndex", r.name_sealed AS name, r.document_sealed AS document,
              r.phone_sealed AS phone, r.guardian_id AS "guardianId", g.document_kind AS "guardianKind",
              g.document_sealed AS "guardianDocument"
         FROM community.resident r
         JOIN community.household h ON h.id = r.household_id
         LEFT JOIN community.resident g ON g.id = r.guardian_id
        WHERE r.id > $1 AND vault.key_of(r.name_sealed) <> $2
        ORDER BY r.id LIMIT $3 FOR UPDATE OF r`,
      [after, dataKey, limit],
    );
  }

  /** What was keyed with the old index and cannot be made anew is forgotten: the next ledger says it again. */
  async replace(tx: Tx, rows: readonly TurnedRow[]): Promise<void> {
    await tx.query(
      `UPDATE community.resident r
          SET document_index = v.document_index, name_sealed = v.name_sealed, document_sealed = v.document_sealed,
              phone_sealed = v.phone_sealed, phone_index = v.phone_index, guardian_index = v.guardian_index,
              row_hash = NULL, body_hash = NULL
         FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[])
              AS v (id, document_index, name_sealed, document_sealed, phone_sealed, phone_index, guardian_index)
        WHERE r.id = v.id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ documentIndex }) => documentIndex),
        rows.map(({ name }) => name),
        rows.map(({ document }) => document),
        rows.map(({ phone }) => phone),
        rows.map(({ phoneIndex }) => phoneIndex),
        rows.map(({ guardianIndex }) => guardianIndex),
      ],
    );
    const moved = rows.filter(({ door }) => door !== undefined);
    await tx.query(
      `UPDATE community.household h SET door = v.door FROM unnest($1::uuid[], $2::text[]) AS v (id, door) WHERE h.id = v.id`,
      [moved.map(({ householdId }) => householdId), moved.map(({ door }) => door)],
    );
  }
}
