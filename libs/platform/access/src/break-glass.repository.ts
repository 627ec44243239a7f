import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** Minutes at most, as the table has it. */
export const breakGlassAtMost = 30;

export interface GlassRow {
  id: string;
  requestedBy: string;
  reason: string;
  kind: string;
  key: string;
  minutes: number;
  requestedAt: Date;
  bodyHash: Buffer;
  approvedBy: string | null;
  approvedAt: Date | null;
  until: Date | null;
  scopeId: string | null;
  endedBy: string | null;
  endedAt: Date | null;
}

const columns = `id, requested_by AS "requestedBy", reason, kind, key, minutes, requested_at AS "requestedAt",
  body_hash AS "bodyHash", approved_by AS "approvedBy", approved_at AS "approvedAt", until, scope_id AS "scopeId",
  ended_by AS "endedBy", ended_at AS "endedAt"`;

type NewGlass = Pick<
  GlassRow,
  'id' | 'requestedBy' | 'reason' | 'kind' | 'key' | 'minutes' | 'requestedAt' | 'bodyHash'
>;

/** Rows of who asked to see more than their scope. */
@Injectable()
export class BreakGlassRepository {
  constructor(private readonly database: Database) {}

  /** False when the id is taken. */
  async add(tx: Tx, glass: NewGlass): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO access.break_glass (id, requested_by, reason, kind, key, minutes, requested_at, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING 1`,
      [
        glass.id,
        glass.requestedBy,
        glass.reason,
        glass.kind,
        glass.key,
        glass.minutes,
        glass.requestedAt,
        glass.bodyHash,
      ],
    );
    return rows.length === 1;
  }

  /** Held until the transaction ends. */
  async hold(tx: Tx, id: string): Promise<GlassRow | undefined> {
    const [row] = await tx.query<GlassRow>(`SELECT ${columns} FROM access.break_glass WHERE id = $1 FOR UPDATE`, [id]);
    return row;
  }

  async approve(
    tx: Tx,
    id: string,
    approval: { by: string; at: Date; until: Date; scopeId: string },
  ): Promise<GlassRow | undefined> {
    const [row] = await tx.query<GlassRow>(
      `UPDATE access.break_glass SET approved_by = $2, approved_at = $3, until = $4, scope_id = $5
        WHERE id = $1 AND approved_by IS NULL AND ended_at IS NULL RETURNING ${columns}`,
      [id, approval.by, approval.at, approval.until, approval.scopeId],
    );
    return row;
  }

  async end(tx: Tx, id: string, by: string, at: Date): Promise<GlassRow | undefined> {
    const [row] = await tx.query<GlassRow>(
      `UPDATE access.break_glass SET ended_by = $2, ended_at = $3 WHERE id = $1 AND ended_at IS NULL RETURNING ${columns}`,
      [id, by, at],
    );
    return row;
  }

  /** The newest first. @param requestedBy only theirs */
  list(requestedBy: string | null, limit: number): Promise<GlassRow[]> {
    return this.database.queryAs<GlassRow>(
      'door',
      `SELECT ${columns} FROM access.break_glass WHERE $1::uuid IS NULL OR requested_by = $1
        ORDER BY requested_at DESC, id DESC LIMIT $2`,
      [requestedBy, limit],
    );
  }
}
