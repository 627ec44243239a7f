import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Caller, Role } from './caller.js';

/** Whose session it is. */
export type SessionOwner = { accountId: string } | { residentId: string };

export interface FoundSession {
  caller: Caller;
  /** Whether a second factor was shown in it. */
  secondFactor: boolean;
  expiresAt: Date;
  lastSeenAt: Date;
}

interface SessionRow {
  expires_at: Date;
  last_seen_at: Date;
  second_factor: boolean;
  resident_id: string | null;
  id: string;
  username: string;
  role: Role;
  display_name: string;
}

/** Rows of who is signed in. */
@Injectable()
export class SessionRepository {
  constructor(private readonly database: Database) {}

  async add(
    tx: Tx,
    tokenHash: Buffer,
    owner: SessionOwner,
    given: { now: Date; expiresAt: Date; secondFactor: boolean },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO access.session (token_hash, account_id, resident_id, created_at, last_seen_at, expires_at, second_factor)
       VALUES ($1, $2, $3, $4, $4, $5, $6)`,
      [
        tokenHash,
        'accountId' in owner ? owner.accountId : null,
        'residentId' in owner ? owner.residentId : null,
        given.now,
        given.expiresAt,
        given.secondFactor,
      ],
    );
  }

  async find(tokenHash: Buffer, now: Date): Promise<FoundSession | undefined> {
    const [row] = await this.database.queryAs<SessionRow>(
      'door',
      `SELECT s.expires_at, s.last_seen_at, s.second_factor, s.resident_id, a.id, a.username, a.role, a.display_name
         FROM access.session s LEFT JOIN access.account a ON a.id = s.account_id
        WHERE s.token_hash = $1 AND s.revoked_at IS NULL AND s.expires_at > $2 AND a.disabled_at IS NULL`,
      [tokenHash, now],
    );
    return (
      row && {
        caller: callerOf(row),
        secondFactor: row.second_factor,
        expiresAt: row.expires_at,
        lastSeenAt: row.last_seen_at,
      }
    );
  }

  /** Ends one session; whose it was, unless it had ended already. */
  async revoke(tx: Tx, tokenHash: Buffer, now: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ owner: string }>(
      `UPDATE access.session SET revoked_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL
       RETURNING coalesce(account_id, resident_id) AS owner`,
      [tokenHash, now],
    );
    return row?.owner;
  }

  /** Ends all sessions of an account; how many there were. */
  async revokeAll(tx: Tx, accountId: string, now: Date): Promise<number> {
    const rows = await tx.query(
      'UPDATE access.session SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL RETURNING 1',
      [accountId, now],
    );
    return rows.length;
  }

  /** A second factor was shown in this session; all others of the account end. How many there were. */
  async strengthen(tx: Tx, accountId: string, tokenHash: Buffer, now: Date): Promise<number> {
    await tx.query('UPDATE access.session SET second_factor = true WHERE token_hash = $1 AND account_id = $2', [
      tokenHash,
      accountId,
    ]);
    return this.revokeOthers(tx, accountId, tokenHash, now);
  }

  /** Ends all sessions of an account but this one; how many there were. */
  async revokeOthers(tx: Tx, accountId: string, tokenHash: Buffer, now: Date): Promise<number> {
    const rows = await tx.query(
      `UPDATE access.session SET revoked_at = $3
        WHERE account_id = $1 AND token_hash <> $2 AND revoked_at IS NULL RETURNING 1`,
      [accountId, tokenHash, now],
    );
    return rows.length;
  }

  /** Sessions were used at these moments; an earlier moment changes nothing. */
  async seen(tx: Tx, uses: readonly { tokenHash: Buffer; at: Date }[]): Promise<void> {
    await tx.query(
      `UPDATE access.session s SET last_seen_at = used.at
         FROM unnest($1::bytea[], $2::timestamptz[]) AS used (token_hash, at)
        WHERE s.token_hash = used.token_hash AND s.last_seen_at < used.at`,
      [uses.map(({ tokenHash }) => tokenHash), uses.map(({ at }) => at)],
    );
  }
}

function callerOf(row: SessionRow): Caller {
  if (row.resident_id !== null) return { kind: 'resident', id: row.resident_id };
  return { kind: 'staff', id: row.id, username: row.username, role: row.role, displayName: row.display_name };
}
