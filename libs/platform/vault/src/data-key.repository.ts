import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Purpose, WrappedKey } from './key-ring.js';

const columns = `id, purpose, wrapped, wrapped_by AS "wrappedBy", usable_from <= now() AS usable`;

@Injectable()
export class DataKeyRepository {
  constructor(private readonly database: Database) {}

  /** Every data key that was not destroyed, whoever wrapped it. */
  living(tx?: Tx): Promise<WrappedKey[]> {
    return (tx ?? this.database.as('jobs')).query<WrappedKey>(
      `SELECT ${columns} FROM vault.data_key WHERE destroyed_at IS NULL ORDER BY id`,
    );
  }

  /** Until the transaction ends nobody else makes, wraps or destroys keys. */
  async hold(tx: Tx): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('vault.keys'))`);
  }

  async nextId(tx: Tx): Promise<number> {
    const [row] = await tx.query<{ id: number }>(
      `SELECT nextval(pg_get_serial_sequence('vault.data_key', 'id'))::int AS id`,
    );
    return row?.id ?? 0;
  }

  async add(
    tx: Tx,
    key: { id: number; purpose: Purpose; wrapped: Buffer; wrappedBy: string; usableInSeconds: number },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO vault.data_key (id, purpose, wrapped, wrapped_by, usable_from)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5))`,
      [key.id, key.purpose, key.wrapped, key.wrappedBy, key.usableInSeconds],
    );
  }

  /** Puts the present key of a purpose aside; answers its id, if there is one. */
  async retire(tx: Tx, purpose: Purpose): Promise<number | undefined> {
    const [row] = await tx.query<{ id: number }>(
      'UPDATE vault.data_key SET retired_at = now() WHERE purpose = $1 AND retired_at IS NULL RETURNING id',
      [purpose],
    );
    return row?.id;
  }

  async wrapAnew(tx: Tx, id: number, wrapped: Buffer, wrappedBy: string): Promise<void> {
    await tx.query('UPDATE vault.data_key SET wrapped = $2, wrapped_by = $3 WHERE id = $1 AND destroyed_at IS NULL', [
      id,
      wrapped,
      wrappedBy,
    ]);
  }

  /** Keys that were replaced so many seconds ago or earlier and still exist. */
  async retired(secondsAgo: number): Promise<{ id: number; purpose: Purpose }[]> {
    return this.database.queryAs(
      'jobs',
      `SELECT id, purpose FROM vault.data_key
        WHERE destroyed_at IS NULL AND retired_at <= now() - make_interval(secs => $1) ORDER BY id`,
      [secondsAgo],
    );
  }

  /** Forgets keys for good; the rows stay as witnesses. Answers how many were forgotten now. */
  async destroy(tx: Tx, ids: readonly number[]): Promise<number> {
    const rows = await tx.query(
      `UPDATE vault.data_key SET wrapped = NULL, wrapped_by = NULL, destroyed_at = now(),
                                 retired_at = coalesce(retired_at, now())
        WHERE id = ANY ($1) AND destroyed_at IS NULL RETURNING id`,
      [ids],
    );
    return rows.length;
  }

  /** The index key that this database's blind indexes are made with. */
  async indexKey(tx?: Tx): Promise<string | undefined> {
    const [row] = await (tx ?? this.database.as('jobs')).query<{ id: string }>(
      'SELECT id FROM vault.index_key WHERE retired_at IS NULL',
    );
    return row?.id;
  }

  /** From now on indexes are made with this key. */
  async useIndexKey(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE vault.index_key SET retired_at = now() WHERE retired_at IS NULL AND id <> $1', [id]);
    await tx.query('INSERT INTO vault.index_key (id) VALUES ($1) ON CONFLICT (id) DO NOTHING', [id]);
  }

  async pause(tx: Tx, reason: string): Promise<void> {
    await tx.query('INSERT INTO vault.pause (reason) VALUES ($1) ON CONFLICT (one) DO NOTHING', [reason]);
  }

  async endPause(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM vault.pause');
  }

  /** Why the vault opens for nobody at this moment. */
  async paused(): Promise<string | undefined> {
    const [row] = await this.database.query<{ reason: string }>('SELECT reason FROM vault.pause');
    return row?.reason;
  }
}
