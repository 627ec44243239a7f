import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface SecondFactorRow {
  secret_sealed: Buffer | null;
  begun_in: Buffer | null;
  confirmed_at: Date | null;
  confirmed_step: number | null;
}

/** Rows of what people have beside their password. */
@Injectable()
export class SecondFactorRepository {
  constructor(private readonly database: Database) {}

  /** The sealed secret by which the account's codes are judged; undefined while there is none. */
  async secretOf(accountId: string): Promise<Buffer | undefined> {
    const [row] = await this.database.queryAs<{ secret_sealed: Buffer }>(
      'door',
      'SELECT secret_sealed FROM access.second_factor WHERE account_id = $1 AND confirmed_at IS NOT NULL',
      [accountId],
    );
    return row?.secret_sealed;
  }

  /** Lays a secret ready for this session, unless one lies there for it or the factor is on already. */
  async begin(tx: Tx, accountId: string, secretSealed: Buffer, session: Buffer, now: Date): Promise<void> {
    await tx.query(
      `INSERT INTO access.second_factor AS f (account_id, secret_sealed, begun_at, begun_in) VALUES ($1, $2, $3, $4)
       ON CONFLICT (account_id) DO UPDATE SET secret_sealed = $2, begun_at = $3, begun_in = $4
         WHERE f.confirmed_at IS NULL AND (f.begun_in IS DISTINCT FROM $4 OR f.secret_sealed IS NULL)`,
      [accountId, secretSealed, now, session],
    );
  }

  /** Held until the transaction ends. */
  async hold(tx: Tx, accountId: string): Promise<SecondFactorRow | undefined> {
    const [row] = await tx.query<SecondFactorRow>(
      `SELECT secret_sealed, begun_in, confirmed_at, confirmed_step FROM access.second_factor
        WHERE account_id = $1 FOR UPDATE`,
      [accountId],
    );
    return row;
  }

  async confirm(tx: Tx, accountId: string, step: number, codeHashes: readonly Buffer[], now: Date): Promise<void> {
    await tx.query(
      `UPDATE access.second_factor SET confirmed_at = $3, confirmed_step = $2, last_step = $2 WHERE account_id = $1`,
      [accountId, step, now],
    );
    await tx.query(
      'INSERT INTO access.recovery_code (account_id, code_hash) SELECT $1, hash FROM unnest($2::bytea[]) AS hash',
      [accountId, codeHashes],
    );
  }

  /** False when a code of this step, or of a later one, was taken before. */
  async useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE access.second_factor SET last_step = $2
        WHERE account_id = $1 AND confirmed_at IS NOT NULL AND last_step < $2 RETURNING 1`,
      [accountId, step],
    );
    return rows.length === 1;
  }

  /** False when it is none of the account's, or was used before. */
  async useRecoveryCode(tx: Tx, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE access.recovery_code SET used_at = $3
        WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
      [accountId, codeHash, now],
    );
    return rows.length === 1;
  }

  /** Takes the factor away, codes and all. False when there was none. */
  async reset(tx: Tx, accountId: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE access.second_factor
          SET secret_sealed = NULL, begun_in = NULL, confirmed_at = NULL, confirmed_step = NULL
        WHERE account_id = $1 AND secret_sealed IS NOT NULL RETURNING 1`,
      [accountId],
    );
    await tx.query('UPDATE access.recovery_code SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL', [
      accountId,
      now,
    ]);
    return rows.length === 1;
  }
}
