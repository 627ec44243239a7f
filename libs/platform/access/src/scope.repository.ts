import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { HeldScope, Scope } from './scope.js';

/** Rows of what accounts reach. A row is never changed, only withdrawn: the table is its own history. */
@Injectable()
export class ScopeRepository {
  constructor(private readonly database: Database) {}

  /** What the account reaches at this moment, in the order of kind and key. */
  current(accountId: string, tx?: Tx): Promise<(HeldScope & { id: string })[]> {
    const sql = `SELECT id, kind, key, nullif(until, 'infinity') AS until FROM access.scope
                  WHERE account_id = $1 AND withdrawn_at IS NULL AND until > now() ORDER BY kind, key, until`;
    return tx === undefined ? this.database.queryAs('door', sql, [accountId]) : tx.query(sql, [accountId]);
  }

  async isAccount(id: string): Promise<boolean> {
    return (await this.database.queryAs('door', 'SELECT 1 FROM access.account WHERE id = $1', [id])).length === 1;
  }

  /** One at a time for an account: two who put its scopes at once follow one another. False when there is none. */
  async hold(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM access.account WHERE id = $1 FOR NO KEY UPDATE', [accountId]);
    return rows.length === 1;
  }

  async add(tx: Tx, accountId: string, scopes: readonly Scope[], by: string | null): Promise<void> {
    await tx.query(
      'INSERT INTO access.scope (account_id, kind, key, granted_by) SELECT $1, kind, key, $4 FROM unnest($2::text[], $3::text[]) AS s (kind, key)',
      [accountId, scopes.map(({ kind }) => kind), scopes.map(({ key }) => key), by],
    );
  }

  /** One that ends by itself; its id. */
  async lend(tx: Tx, accountId: string, scope: Scope, by: string, until: Date): Promise<string> {
    const [row] = await tx.query<{ id: string }>(
      'INSERT INTO access.scope (account_id, kind, key, granted_by, until) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [accountId, scope.kind, scope.key, by, until],
    );
    return row?.id ?? '';
  }

  async withdraw(tx: Tx, ids: readonly string[], by: string | null): Promise<void> {
    await tx.query(
      'UPDATE access.scope SET withdrawn_at = now(), withdrawn_by = $2 WHERE id = ANY ($1::uuid[]) AND withdrawn_at IS NULL',
      [ids, by],
    );
  }
}
