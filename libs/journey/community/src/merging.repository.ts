import { Injectable } from '@nestjs/common';
import { Database, type MomentAndId, type Tx } from '#platform/database';

export const mergingStates = ['proposed', 'applied', 'refused', 'withdrawn'] as const;
export type MergingState = (typeof mergingStates)[number];

export interface Merging {
  id: string;
  absorbedId: string;
  survivorId: string;
  state: MergingState;
  reason: string;
  note: string | null;
  authorId: string;
  proposedAt: Date;
  approverId: string | null;
  refusedBy: string | null;
  refusal: string | null;
  endedAt: Date | null;
}

export interface MergingRow extends Merging {
  bodyHash: Buffer;
  rounds: string[];
}

const columns = `id, absorbed_id AS "absorbedId", survivor_id AS "survivorId", state, reason, note, author_id AS "authorId",
  proposed_at AS "proposedAt", approver_id AS "approverId", refused_by AS "refusedBy", refusal, ended_at AS "endedAt",
  rounds, body_hash AS "bodyHash"`;

/** Which entries of the ledger are one person, who said so and who agreed. */
@Injectable()
export class MergingRepository {
  constructor(private readonly database: Database) {}

  async find(id: string, tx?: Tx): Promise<MergingRow | undefined> {
    const [row] = await (tx ?? this.database).query<MergingRow>(
      `SELECT ${columns} FROM community.merging WHERE id = $1`,
      [id],
    );
    return row;
  }

  async lock(tx: Tx, id: string): Promise<MergingRow | undefined> {
    const [row] = await tx.query<MergingRow>(`SELECT ${columns} FROM community.merging WHERE id = $1 FOR UPDATE`, [id]);
    return row;
  }

  /** How many of the entries whoever asks may see. */
  async inSight(ids: readonly string[]): Promise<number> {
    return (await this.database.query('SELECT 1 FROM community.resident WHERE id = ANY ($1::uuid[])', [ids])).length;
  }

  /** Both entries, locked in the order of their ids; `mergedInto` where one was absorbed before. */
  lockPair(tx: Tx, ids: readonly string[]): Promise<{ id: string; mergedInto: string | null }[]> {
    return tx.query(
      `SELECT id, merged_into AS "mergedInto" FROM community.resident WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [ids],
    );
  }

  /** Undefined when the id is taken or one is open for this person. */
  async add(
    tx: Tx,
    merging: Pick<MergingRow, 'id' | 'absorbedId' | 'survivorId' | 'reason' | 'note' | 'authorId' | 'bodyHash'>,
  ): Promise<MergingRow | undefined> {
    const [row] = await tx.query<MergingRow>(
      `INSERT INTO community.merging (id, absorbed_id, survivor_id, reason, note, author_id, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING ${columns}`,
      [
        merging.id,
        merging.absorbedId,
        merging.survivorId,
        merging.reason,
        merging.note,
        merging.authorId,
        merging.bodyHash,
      ],
    );
    return row;
  }

  async applied(tx: Tx, id: string, by: string, rounds: readonly string[]): Promise<MergingRow | undefined> {
    const [row] = await tx.query<MergingRow>(
      `UPDATE community.merging SET state = 'applied', approver_id = $2, rounds = $3, ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id, by, rounds],
    );
    return row;
  }

  async refuse(tx: Tx, id: string, by: string, refusal: string): Promise<MergingRow | undefined> {
    const [row] = await tx.query<MergingRow>(
      `UPDATE community.merging SET state = 'refused', refused_by = $2, refusal = $3, ended_at = clock_timestamp()
        WHERE id = $1 AND state = 'proposed' RETURNING ${columns}`,
      [id, by, refusal],
    );
    return row;
  }

  /** The ledger's redirect: of the absorbed entry, and of all that were absorbed by it before. Codes and wards follow. */
  async redirect(tx: Tx, absorbed: string, survivor: string): Promise<void> {
    await tx.query(
      'UPDATE community.resident SET merged_into = $2, updated_at = now() WHERE id = $1 OR merged_into = $1',
      [absorbed, survivor],
    );
    await tx.query('UPDATE community.resident_code SET resident_id = $2 WHERE resident_id = $1', [absorbed, survivor]);
    await tx.query(
      'UPDATE community.resident SET guardian_id = nullif($2, id) WHERE guardian_id = $1 AND merged_into IS NULL',
      [absorbed, survivor],
    );
  }

  /** Who an entry stands for by now, whoever asks: its id and no more. Undefined unless it was absorbed. */
  async survivorOf(by: { id: string } | { documentIndex: Buffer }): Promise<string | undefined> {
    const [row] = await this.database.as('jobs').query<{ into: string }>(
      `SELECT merged_into AS into FROM community.resident
        WHERE merged_into IS NOT NULL AND ${'id' in by ? 'id' : 'document_index'} = $1`,
      ['id' in by ? by.id : by.documentIndex],
    );
    return row?.into;
  }

  /** The latest first. `after` is the last row of the page before. */
  list(state: MergingState | undefined, after: MomentAndId | undefined, limit: number): Promise<MergingRow[]> {
    return this.database.query<MergingRow>(
      `SELECT ${columns} FROM community.merging
        WHERE ($1::text IS NULL OR state = $1) AND ($2::timestamptz IS NULL OR (proposed_at, id) < ($2, $3::uuid))
        ORDER BY proposed_at DESC, id DESC LIMIT $4`,
      [state ?? null, after?.moment ?? null, after?.id ?? null, limit],
    );
  }

  async roleOf(tx: Tx, accountId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ role: string }>(
      'SELECT role FROM access.account WHERE id = $1 AND disabled_at IS NULL',
      [accountId],
    );
    return row?.role;
  }
}
