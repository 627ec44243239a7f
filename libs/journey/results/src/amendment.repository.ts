import { Injectable } from '@nestjs/common';
import { Database, type MomentAndId, type Tx } from '#platform/database';
import type { AmendableStatus } from './gate.js';

export const amendmentStates = ['proposed', 'applied', 'refused', 'withdrawn'] as const;
export type AmendmentState = (typeof amendmentStates)[number];

export interface Amendment {
  id: string;
  roundId: string;
  residentId: string;
  status: AmendableStatus;
  reason: string;
  /** The version that was looked at. */
  version: number;
  authorId: string;
  proposedAt: Date;
  state: AmendmentState;
  approverId: string | null;
  refusedBy: string | null;
  refusal: string | null;
  endedAt: Date | null;
  /** The version that it has become. */
  madeVersion: number | null;
}

export interface AmendmentRow extends Amendment {
  bodyHash: Buffer;
}

const columns = `id, round_id AS "roundId", resident_id AS "residentId", status, reason, version, author_id AS "authorId",
  proposed_at AS "proposedAt", state, approver_id AS "approverId", refused_by AS "refusedBy", refusal,
  ended_at AS "endedAt", made_version AS "madeVersion", body_hash AS "bodyHash"`;

/** What somebody proposed to change about a published answer, and what became of it. */
@Injectable()
export class AmendmentRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, tx?: Tx): Promise<AmendmentRow | undefined> {
    const [row] = await (tx ?? this.database).query<AmendmentRow>(
      `SELECT ${columns} FROM results.amendment WHERE id = $1`,
      [id],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<AmendmentRow | undefined> {
    const [row] = await tx.query<AmendmentRow>(`SELECT ${columns} FROM results.amendment WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row;
  }

  /** Undefined when the id is taken, or one about this answer is open. */
  async add(
    tx: Tx,
    amendment: Pick<
      AmendmentRow,
      'id' | 'roundId' | 'residentId' | 'status' | 'reason' | 'version' | 'authorId' | 'bodyHash'
    >,
  ): Promise<AmendmentRow | undefined> {
    const { id, roundId, residentId, status, reason, version, authorId, bodyHash } = amendment;
    const [row] = await tx.query<AmendmentRow>(
      `INSERT INTO results.amendment (id, round_id, resident_id, status, reason, version, author_id, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [id, roundId, residentId, status, reason, version, authorId, bodyHash],
    );
    return row;
  }

  async applied(tx: Tx, id: string, by: string, madeVersion: number): Promise<AmendmentRow | undefined> {
    const [row] = await tx.query<AmendmentRow>(
      `UPDATE results.amendment SET state = 'applied', approver_id = $2, made_version = $3, ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id, by, madeVersion],
    );
    return row;
  }

  async refuse(tx: Tx, id: string, by: string, refusal: string): Promise<AmendmentRow | undefined> {
    const [row] = await tx.query<AmendmentRow>(
      `UPDATE results.amendment SET state = 'refused', refused_by = $2, refusal = $3, ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id, by, refusal],
    );
    return row;
  }

  async withdraw(tx: Tx, id: string): Promise<AmendmentRow | undefined> {
    const [row] = await tx.query<AmendmentRow>(
      `UPDATE results.amendment SET state = 'withdrawn', ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id],
    );
    return row;
  }

  /** The latest first. `after` is the last row of the page before. */
  list(
    filter: { roundId?: string | undefined; state?: AmendmentState | undefined },
    after: MomentAndId | undefined,
    limit: number,
  ): Promise<AmendmentRow[]> {
    return this.database.query<AmendmentRow>(
      `SELECT ${columns} FROM results.amendment
        WHERE ($1::uuid IS NULL OR round_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::timestamptz IS NULL OR (proposed_at, id) < ($3, $4::uuid))
        ORDER BY proposed_at DESC, id DESC LIMIT $5`,
      [filter.roundId ?? null, filter.state ?? null, after?.moment ?? null, after?.id ?? null, limit],
    );
  }
}
