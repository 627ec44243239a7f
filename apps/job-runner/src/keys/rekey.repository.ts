import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Purpose } from '#platform/vault';
import type { SealedTable } from './sealed-tables.js';

export interface SealedRow {
  readonly id: string;
  readonly purpose: Purpose;
  /** In the order of the table's columns. */
  readonly sealed: (Buffer | null)[];
  readonly clear: string | null;
}

const outdated = ({ columns, clear }: SealedTable) =>
  [
    ...columns.map((column) => `vault.key_of(t.${column}) = ANY ($1::int[])`),
    ...(clear === undefined ? [] : [`t.${clear.column} IS NOT NULL`]),
  ].join(' OR ');

/** Reads and writes envelopes of whatever table, a batch at a time. */
@Injectable()
export class RekeyRepository {
  constructor(private readonly database: Database) {}

  /** Where the last batch of this table ended; nobody else takes one until the transaction ends. */
  async hold(tx: Tx, { table }: SealedTable): Promise<string> {
    await tx.query('INSERT INTO vault.rekeying (place) VALUES ($1) ON CONFLICT (place) DO NOTHING', [table]);
    const [row] = await tx.query<{ after: string }>('SELECT after FROM vault.rekeying WHERE place = $1 FOR UPDATE', [
      table,
    ]);
    return row?.after ?? '';
  }

  async note(tx: Tx, { table }: SealedTable, after: string, sealed: number): Promise<void> {
    await tx.query('UPDATE vault.rekeying SET after = $2, sealed = sealed + $3, updated_at = now() WHERE place = $1', [
      table,
      after,
      sealed,
    ]);
  }

  /** The next rows with an envelope of one of these keys. Rows that somebody is writing are left for the next pass. */
  async next(tx: Tx, place: SealedTable, keys: readonly number[], after: string, limit: number): Promise<SealedRow[]> {
    const { table, key, columns, purpose, clear } = place;
    return tx.query<SealedRow>(
      `SELECT t.${key}::text AS id, ${purpose} AS purpose,
              ARRAY[${columns.map((column) => `t.${column}`).join(', ')}]::bytea[] AS sealed,
              ${clear === undefined ? 'NULL' : `t.${clear.column}`} AS clear
         FROM ${table} t
        WHERE t.${key} > coalesce(nullif($2, '')::uuid, '00000000-0000-0000-0000-000000000000') AND (${outdated(place)})
        ORDER BY t.${key} LIMIT $3 FOR UPDATE OF t SKIP LOCKED`,
      [keys, after, limit],
    );
  }

  /** Every key of the ledger but this one, and key 0. */
  async keysBefore(tx: Tx, dataKey: number): Promise<number[]> {
    const rows = await tx.query<{ id: number }>(
      `SELECT id FROM vault.data_key WHERE purpose = 'ledger' AND id <> $1 UNION ALL SELECT 0`,
      [dataKey],
    );
    return rows.map(({ id }) => id);
  }

  async replace(tx: Tx, { table, key, columns, clear }: SealedTable, rows: readonly SealedRow[]): Promise<void> {
    await tx.query(
      `UPDATE ${table} t
          SET ${columns.map((column) => `${column} = v.${column}`).join(', ')}
              ${clear === undefined ? '' : `, ${clear.column} = NULL`}
         FROM unnest($1::uuid[], ${columns.map((_, n) => `$${n + 2}::bytea[]`).join(', ')}) AS v (${key}, ${columns.join(', ')})
        WHERE t.${key} = v.${key}`,
      [rows.map(({ id }) => id), ...columns.map((_, n) => rows.map(({ sealed }) => sealed[n] ?? null))],
    );
  }

  /** Whether anything in the table is still sealed with one of these keys, or lies in clear. */
  async holds(place: SealedTable, keys: readonly number[], tx?: Tx): Promise<boolean> {
    const rows = await (tx ?? this.database).query(`SELECT 1 FROM ${place.table} t WHERE ${outdated(place)} LIMIT 1`, [
      keys,
    ]);
    return rows.length > 0;
  }
}
