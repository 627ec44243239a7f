import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Caller, Role } from './caller.js';

export interface AccountRow {
  id: string;
  username: string;
  role: Role;
  display_name: string;
  password_hash: string;
}

@Injectable()
export class AccessRepository {
  constructor(private readonly database: Database) {}

  async accountNamed(username: string): Promise<AccountRow | undefined> {
    const [row] = await this.database.query<AccountRow>(
      'SELECT id, username, role, display_name, password_hash FROM access.account WHERE username = $1 AND disabled_at IS NULL',
      [username],
    );
    return row;
  }

  all(): Promise<{ id: string; username: string; role: Role; displayName: string }[]> {
    return this.database.query(
      `SELECT id, username, role, display_name AS "displayName" FROM access.account
        WHERE disabled_at IS NULL ORDER BY username`,
    );
  }

  async idsByUsername(usernames: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; username: string }>(
      'SELECT id, username FROM access.account WHERE username = ANY ($1)',
      [usernames],
    );
    return new Map(rows.map((row) => [row.username, row.id]));
  }

  async addAccount(tx: Tx, account: Omit<AccountRow, 'display_name'> & { displayName: string }): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO access.account (id, username, role, display_name, password_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (username) DO NOTHING RETURNING id`,
      [account.id, account.username, account.role, account.displayName, account.password_hash],
    );
    return rows.length === 1;
  }

  async addSession(
    tokenHash: Buffer,
    owner: { accountId?: string; residentId?: string },
    expiresAt: Date,
  ): Promise<void> {
    await this.database.query(
      'INSERT INTO access.session (token_hash, account_id, resident_id, expires_at) VALUES ($1, $2, $3, $4)',
      [tokenHash, owner.accountId ?? null, owner.residentId ?? null, expiresAt],
    );
  }

  async callerOf(tokenHash: Buffer, now: Date): Promise<{ caller: Caller; expiresAt: Date } | undefined> {
    const [row] = await this.database.query<{
      expires_at: Date;
      resident_id: string | null;
      id: string;
      username: string;
      role: Role;
      display_name: string;
    }>(
      `SELECT s.expires_at, s.resident_id, a.id, a.username, a.role, a.display_name
         FROM access.session s LEFT JOIN access.account a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL`,
      [tokenHash, now],
    );
    if (row === undefined) return undefined;
    const caller: Caller =
      row.resident_id === null
        ? { kind: 'staff', id: row.id, username: row.username, role: row.role, displayName: row.display_name }
        : { kind: 'resident', id: row.resident_id };
    return { caller, expiresAt: row.expires_at };
  }

  async revoke(tokenHash: Buffer, now: Date): Promise<void> {
    await this.database.query(
      'UPDATE access.session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL',
      [tokenHash, now],
    );
  }
}
