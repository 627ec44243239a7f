import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface ResidentCodeRow {
  ref: string;
  resident_id: string;
  masked_name: string;
  expires_at: Date;
  revoked_at: Date | null;
}

@Injectable()
export class ResidentCodeRepository {
  constructor(private readonly database: Database) {}

  /** False when there is no such resident. */
  async add(
    tx: Tx,
    code: { reference: string; residentId: string; issuedBy: string | null; issuedAt: Date; expiresAt: Date },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO community.resident_code (ref, resident_id, issued_by, issued_at, expires_at)
       SELECT $1, id, $3, $4, $5 FROM community.resident WHERE id = $2 RETURNING ref`,
      [code.reference, code.residentId, code.issuedBy, code.issuedAt, code.expiresAt],
    );
    return rows.length === 1;
  }

  /** For somebody who showed the code itself, with a signature that fits: that is the right to ask. */
  async shown(reference: string): Promise<ResidentCodeRow | undefined> {
    const [row] = await this.database.queryAs<ResidentCodeRow>(
      'jobs',
      `SELECT c.ref, c.resident_id, r.masked_name, c.expires_at, c.revoked_at
         FROM community.resident_code c JOIN community.resident r ON r.id = c.resident_id WHERE c.ref = $1`,
      [reference],
    );
    return row;
  }

  async isKnown(tx: Tx, reference: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM community.resident_code WHERE ref = $1', [reference])).length === 1;
  }

  many(references: readonly string[]): Promise<Pick<ResidentCodeRow, 'ref' | 'resident_id' | 'revoked_at'>[]> {
    if (references.length === 0) return Promise.resolve([]);
    return this.database.query(
      'SELECT ref, resident_id, revoked_at FROM community.resident_code WHERE ref = ANY ($1)',
      [references],
    );
  }

  /** The resident whose code was revoked now; undefined when it is unknown or was revoked before. */
  async revoke(tx: Tx, reference: string, at: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ resident_id: string }>(
      'UPDATE community.resident_code SET revoked_at = $2 WHERE ref = $1 AND revoked_at IS NULL RETURNING resident_id',
      [reference, at],
    );
    return row?.resident_id;
  }

  /**
   * Spends one of the tries a code has to be signed in with; undefined when none is left. Spent before the answer is
   * known, so that many tries at once are still only so many.
   */
  async spendTry(tx: Tx, reference: string, tries: number): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ document_sealed: Buffer }>(
      `UPDATE community.resident_code c SET failed_sign_ins = failed_sign_ins + 1
         FROM community.resident r
        WHERE c.ref = $1 AND c.failed_sign_ins < $2 AND r.id = c.resident_id RETURNING r.document_sealed`,
      [reference, tries],
    );
    return row?.document_sealed;
  }

  async giveTriesBack(tx: Tx, reference: string): Promise<void> {
    await tx.query('UPDATE community.resident_code SET failed_sign_ins = 0 WHERE ref = $1', [reference]);
  }
}
