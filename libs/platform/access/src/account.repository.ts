import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Role } from './caller.js';

export interface AccountRow {
  id: string;
  username: string;
  role: Role;
  display_name: string;
  password_hash: string;
  disabled_at: Date | null;
}

const columns = 'id, username, role, display_name, password_hash, disabled_at';

/** Rows of who may sign in. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  async named(username: string): Promise<AccountRow | undefined> {
    const [row] = await this.database.queryAs<AccountRow>(
      'door',
      `SELECT ${columns} FROM access.account WHERE username = $1`,
      [username],
    );
    return row;
  }

  all(): Promise<AccountRow[]> {
    return this.database.queryAs('door', `SELECT ${columns} FROM access.account ORDER BY username`);
  }

  names(ids: readonly string[]): Promise<{ id: string; displayName: string; role: Role }[]> {
    return this.database.queryAs(
      'door',
      'SELECT id, display_name AS "displayName", role FROM access.account WHERE id = ANY ($1::uuid[]) ORDER BY id',
      [ids],
    );
  }

  async idsByUsername(usernames: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.queryAs<{ id: string; username: string }>(
      'door',
      'SELECT id, username FROM access.account WHERE username = ANY ($1)',
      [usernames],
    );
    return new Map(rows.map((row) => [row.username, row.id]));
  }

  async add(tx: Tx, account: AccountRow, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO access.account (id, username, role, display_name, password_hash, disabled_at, created_at, password_set_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
       ON CONFLICT (username) DO NOTHING RETURNING id`,
      [
        account.id,
        account.username,
        account.role,
        account.display_name,
        account.password_hash,
        account.disabled_at,
        now,
      ],
    );
    return rows.length === 1;
  }

  /** The account, held until the transaction ends: what is done to one account follows one another. */
  async hold(tx: Tx, id: string): Promise<AccountRow | undefined> {
    const [row] = await tx.query<AccountRow>(`SELECT ${columns} FROM access.account WHERE id = $1 FOR NO KEY UPDATE`, [
      id,
    ]);
    return row;
  }

  /** Whether the account may still be entered with the password that was verified; nobody changes that meanwhile. */
  async stillOpens(tx: Tx, id: string, verifiedHash: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM access.account WHERE id = $1 AND disabled_at IS NULL AND password_hash = $2 FOR SHARE',
      [id, verifiedHash],
    );
    return rows.length === 1;
  }

  /** False when it is disabled already. */
  async disable(tx: Tx, id: string, by: string, reason: string, now: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE access.account SET disabled_at = $4, disabled_by = $2, disabled_reason = $3
        WHERE id = $1 AND disabled_at IS NULL RETURNING 1`,
      [id, by, reason, now],
    );
    return rows.length === 1;
  }

  /** False when it is not disabled. */
  async enable(tx: Tx, id: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE access.account SET disabled_at = NULL, disabled_by = NULL, disabled_reason = NULL
        WHERE id = $1 AND disabled_at IS NOT NULL RETURNING 1`,
      [id],
    );
    return rows.length === 1;
  }

  async setPassword(tx: Tx, id: string, passwordHash: string, now: Date): Promise<void> {
    await tx.query('UPDATE access.account SET password_hash = $2, password_set_at = $3 WHERE id = $1', [
      id,
      passwordHash,
      now,
    ]);
  }
}
