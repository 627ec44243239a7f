import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface ExemptionRow {
  id: string;
  round_id: string;
  resident_id: string;
  reason: string;
  /** Written down before notes were sealed. */
  note: string | null;
  note_sealed: Buffer | null;
  granted_by: string;
  granted_at: Date;
  revoked_at: Date | null;
  body_hash: Buffer | null;
}

export interface NewExemptionRow {
  id: string;
  roundId: string;
  residentId: string;
  reason: string;
  noteSealed: Buffer | null;
  grantedBy: string;
  grantedAt: Date;
  bodyHash: Buffer;
}

const columns = 'id, round_id, resident_id, reason, note, note_sealed, granted_by, granted_at, revoked_at, body_hash';

@Injectable()
export class ExemptionRepository {
  constructor(private readonly database: Database) {}

  async exemption(id: string, tx?: Tx): Promise<ExemptionRow | undefined> {
    const [row] = await (tx ?? this.database).query<ExemptionRow>(
      `SELECT ${columns} FROM campaign.exemption WHERE id = $1`,
      [id],
    );
    return row;
  }

  async currentOf(roundId: string, residentId: string): Promise<ExemptionRow | undefined> {
    const [row] = await this.database.query<ExemptionRow>(
      `SELECT ${columns} FROM campaign.exemption WHERE round_id = $1 AND resident_id = $2 AND revoked_at IS NULL`,
      [roundId, residentId],
    );
    return row;
  }

  ofRoundAfter(roundId: string, id: string | undefined, limit: number): Promise<ExemptionRow[]> {
    return this.database.query<ExemptionRow>(
      `SELECT ${columns} FROM campaign.exemption
        WHERE round_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [roundId, id ?? null, limit],
    );
  }

  async knowsRound(roundId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM campaign.round WHERE id = $1', [roundId])).length === 1;
  }

  /** Holds the round in its state until the transaction ends; undefined when there is no such round. */
  async holdRound(tx: Tx, roundId: string): Promise<{ state: string } | undefined> {
    const [row] = await tx.query<{ state: string }>(
      `SELECT h.state FROM campaign.hold($1) h
        WHERE (SELECT access.sees_all()) OR EXISTS (
              SELECT 1 FROM campaign.round_area ra JOIN community.area a ON a.code = ra.area_code
               WHERE ra.round_id = $1 AND a.lineage && (SELECT community.my_areas()))`,
      [roundId],
    );
    return row;
  }

  async add(tx: Tx, exemption: NewExemptionRow): Promise<void> {
    await tx.query(
      `INSERT INTO campaign.exemption (id, round_id, resident_id, reason, note_sealed, granted_by, granted_at, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        exemption.id,
        exemption.roundId,
        exemption.residentId,
        exemption.reason,
        exemption.noteSealed,
        exemption.grantedBy,
        exemption.grantedAt,
        exemption.bodyHash,
      ],
    );
  }

  async revoke(tx: Tx, id: string, by: string, at: Date): Promise<ExemptionRow | undefined> {
    const [row] = await tx.query<ExemptionRow>(
      `UPDATE campaign.exemption SET revoked_at = $3, revoked_by = $2 WHERE id = $1 AND revoked_at IS NULL
       RETURNING ${columns}`,
      [id, by, at],
    );
    return row;
  }

  /** The exemptions of one entry of the ledger become another's; where both are exempt, one of them counts. */
  async carry(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query(
      `UPDATE campaign.exemption e SET resident_id = $2
        WHERE e.resident_id = $1
          AND (e.revoked_at IS NOT NULL
               OR NOT EXISTS (SELECT 1 FROM campaign.exemption o
                               WHERE o.round_id = e.round_id AND o.resident_id = $2 AND o.revoked_at IS NULL))`,
      [from, into],
    );
  }
}
