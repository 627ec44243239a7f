import { Injectable } from '@nestjs/common';
import { Database, type MomentAndId, type Tx } from '#platform/database';
import type {
  CorrectionAct,
  CorrectionFacts,
  CorrectionKind,
  CorrectionReason,
  CorrectionState,
} from './correction-rules.js';

export interface Correction {
  id: string;
  kind: CorrectionKind;
  state: CorrectionState;
  roundId: string;
  siteId: string;
  tubes: string[];
  residents: string[];
  act: CorrectionAct;
  reason: CorrectionReason;
  note: string | null;
  secondPerson: boolean;
  before: CorrectionFacts;
  after: CorrectionFacts | null;
  caseId: string | null;
  authorId: string;
  proposedAt: Date;
  approverId: string | null;
  approvedAt: Date | null;
  refusedBy: string | null;
  refusal: string | null;
  endedAt: Date | null;
}

export interface CorrectionRow extends Correction {
  bodyHash: Buffer;
}

export type NewCorrection = Pick<
  CorrectionRow,
  | 'id'
  | 'kind'
  | 'roundId'
  | 'siteId'
  | 'tubes'
  | 'residents'
  | 'act'
  | 'reason'
  | 'note'
  | 'secondPerson'
  | 'before'
  | 'caseId'
  | 'authorId'
  | 'bodyHash'
>;

export interface CorrectionFilter {
  siteId?: string | undefined;
  state?: CorrectionState | undefined;
  tube?: string | undefined;
}

const columns = `id, kind, state, round_id AS "roundId", site_id AS "siteId", tubes, residents, act, reason, note,
  second_person AS "secondPerson", before, after, case_id AS "caseId", author_id AS "authorId", proposed_at AS "proposedAt",
  approver_id AS "approverId", approved_at AS "approvedAt", refused_by AS "refusedBy", refusal, ended_at AS "endedAt",
  body_hash AS "bodyHash"`;

/** What was proposed, by whom, and what became of it. */
@Injectable()
export class CorrectionRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, tx?: Tx): Promise<CorrectionRow | undefined> {
    const [row] = await (tx ?? this.database).query<CorrectionRow>(
      `SELECT ${columns} FROM sampling.correction WHERE id = $1`,
      [id],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
    const [row] = await tx.query<CorrectionRow>(`SELECT ${columns} FROM sampling.correction WHERE id = $1 FOR UPDATE`, [
      id,
    ]);
    return row;
  }

  /** False when the id is taken. */
  async add(tx: Tx, correction: NewCorrection): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO sampling.correction (id, kind, round_id, site_id, tubes, residents, act, reason, note, second_person,
                                        before, author_id, body_hash, case_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        correction.id,
        correction.kind,
        correction.roundId,
        correction.siteId,
        correction.tubes,
        correction.residents,
        JSON.stringify(correction.act),
        correction.reason,
        correction.note,
        correction.secondPerson,
        JSON.stringify(correction.before),
        correction.authorId,
        correction.bodyHash,
        correction.caseId,
      ],
    );
    return rows.length === 1;
  }

  async approve(tx: Tx, id: string, by: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.correction SET state = 'approved', approver_id = $2, approved_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING id`,
      [id, by],
    );
    return rows.length === 1;
  }

  async applied(
    tx: Tx,
    id: string,
    left: { after: CorrectionFacts; tubes: readonly string[]; residents: readonly string[] },
  ): Promise<CorrectionRow | undefined> {
    const [row] = await tx.query<CorrectionRow>(
      `UPDATE sampling.correction
          SET state = 'applied', after = $2, tubes = $3, residents = $4, ended_at = clock_timestamp()
        WHERE id = $1 AND state IN ('proposed', 'approved') RETURNING ${columns}`,
      [id, JSON.stringify(left.after), left.tubes, left.residents],
    );
    return row;
  }

  async refuse(tx: Tx, id: string, by: string, refusal: string): Promise<CorrectionRow | undefined> {
    const [row] = await tx.query<CorrectionRow>(
      `UPDATE sampling.correction SET state = 'refused', refused_by = $2, refusal = $3, ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id, by, refusal],
    );
    return row;
  }

  async withdraw(tx: Tx, id: string): Promise<CorrectionRow | undefined> {
    const [row] = await tx.query<CorrectionRow>(
      `UPDATE sampling.correction SET state = 'withdrawn', ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id],
    );
    return row;
  }

  /** The latest first. `after` is the last row of the page before. */
  list(
    { siteId, state, tube }: CorrectionFilter,
    after: MomentAndId | undefined,
    limit: number,
  ): Promise<CorrectionRow[]> {
    return this.database.query<CorrectionRow>(
      `SELECT ${columns} FROM sampling.correction
        WHERE ($1::uuid IS NULL OR site_id = $1) AND ($2::text IS NULL OR state = $2)
          AND ($3::text IS NULL OR tubes @> ARRAY[$3::text])
          AND ($4::timestamptz IS NULL OR (proposed_at, id) < ($4, $5::uuid))
        ORDER BY proposed_at DESC, id DESC LIMIT $6`,
      [siteId ?? null, state ?? null, tube ?? null, after?.moment ?? null, after?.id ?? null, limit],
    );
  }

  /** The role of an account that may act at this moment. */
  async roleOf(tx: Tx, accountId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ role: string }>(
      'SELECT role FROM access.account WHERE id = $1 AND disabled_at IS NULL',
      [accountId],
    );
    return row?.role;
  }
}
