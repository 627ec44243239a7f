import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { SheetFormat } from '#platform/sheets';
import type { RowError } from './ledger-row.js';
import type { Refusal } from './refusal.js';

export interface ImportCounts {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  duplicates: number;
}

export interface ImportRow extends ImportCounts {
  id: string;
  state: 'waiting' | 'reading' | 'done' | 'refused';
  format: SheetFormat;
  bytes: number;
  row_errors: number;
  ignored_columns: string[];
  refusal: Refusal | null;
  file_key_sealed: Buffer | null;
  last_line: number;
  imported_by: string | null;
  created_at: Date;
  finished_at: Date | null;
}

export interface ImportErrorRow {
  line: number;
  field: string;
  code: string;
  message: { 'zh-CN': string; en: string };
}

/** One part of a ledger that was dealt with. */
export interface PartOutcome extends ImportCounts {
  readonly lastLine: number;
  readonly errors: readonly RowError[];
}

@Injectable()
export class LedgerImportRepository {
  constructor(private readonly database: Database) {}

  async add(
    tx: Tx,
    given: {
      id: string;
      format: SheetFormat;
      sha256: Buffer;
      bytes: number;
      keySealed: Buffer;
      ignored: readonly string[];
      importedBy: string | null;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO community.ledger_import (id, state, format, sha256, bytes, file_key_sealed, ignored_columns, imported_by)
       VALUES ($1, 'waiting', $2, $3, $4, $5, $6, $7)`,
      [
        given.id,
        JSON.stringify(given.format),
        given.sha256,
        given.bytes,
        given.keySealed,
        given.ignored,
        given.importedBy,
      ],
    );
  }

  async one(id: string): Promise<ImportRow | undefined> {
    const [row] = await this.database.query<ImportRow>('SELECT * FROM community.ledger_import WHERE id = $1', [id]);
    return row;
  }

  /** Imports nobody is reading at this moment, the oldest first. */
  async unclaimed(): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM community.ledger_import
        WHERE state IN ('waiting', 'reading') AND (claimed_until IS NULL OR claimed_until < now())
        ORDER BY created_at LIMIT 100`,
    );
    return rows.map(({ id }) => id);
  }

  /** Makes `reader` the only one who may go on with the import. Undefined when it has ended or somebody else has it. */
  async claim(tx: Tx, id: string, reader: string, seconds: number): Promise<ImportRow | undefined> {
    const [row] = await tx.query<ImportRow>(
      `UPDATE community.ledger_import
          SET state = 'reading', claimed_by = $2, claimed_until = now() + make_interval(secs => $3)
        WHERE id = $1 AND state IN ('waiting', 'reading') AND (claimed_until IS NULL OR claimed_until < now())
        RETURNING *`,
      [id, reader, seconds],
    );
    return row;
  }

  /** Gives the import back, so that another process need not wait for the claim to end. Answers how often it failed. */
  async release(tx: Tx, id: string, reader: string, failed: boolean): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `UPDATE community.ledger_import SET claimed_until = NULL, failures = failures + $3
        WHERE id = $1 AND claimed_by = $2 RETURNING failures`,
      [id, reader, failed ? 1 : 0],
    );
    return row?.failures ?? 0;
  }

  /** False when somebody else has taken the import over. */
  async keepClaim(tx: Tx, id: string, reader: string, seconds: number): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE community.ledger_import SET claimed_until = now() + make_interval(secs => $3)
        WHERE id = $1 AND claimed_by = $2 AND state = 'reading' RETURNING id`,
      [id, reader, seconds],
    );
    return rows.length === 1;
  }

  /** Books one part; false when somebody else has taken the import over, and then nothing of the part may stay. */
  async advance(
    tx: Tx,
    id: string,
    reader: string,
    part: PartOutcome,
    limits: { claimSeconds: number; keptErrors: number },
  ): Promise<boolean> {
    const [row] = await tx.query<{ before: number }>(
      `UPDATE community.ledger_import
          SET read = read + $3, added = added + $4, changed = changed + $5, unchanged = unchanged + $6,
              refused = refused + $7, duplicates = duplicates + $8, row_errors = row_errors + $9, last_line = $10,
              claimed_until = now() + make_interval(secs => $11)
        WHERE id = $1 AND claimed_by = $2 AND state = 'reading'
        RETURNING row_errors - $9 AS before`,
      [
        id,
        reader,
        part.read,
        part.added,
        part.changed,
        part.unchanged,
        part.refused,
        part.duplicates,
        part.errors.length,
        part.lastLine,
        limits.claimSeconds,
      ],
    );
    if (row === undefined) return false;
    const kept = part.errors.slice(0, Math.max(0, limits.keptErrors - row.before));
    if (kept.length > 0) {
      await tx.query(
        `INSERT INTO community.ledger_import_error (import_id, line, field, code, message)
         SELECT $1, e.line, e.field, e.code, jsonb_build_object('zh-CN', e.zh, 'en', e.en)
           FROM unnest($2::int[], $3::text[], $4::text[], $5::text[], $6::text[]) AS e (line, field, code, zh, en)
             ON CONFLICT DO NOTHING`,
        [
          id,
          kept.map(({ line }) => line),
          kept.map(({ column }) => column),
          kept.map(({ code }) => code),
          kept.map(({ zh }) => zh),
          kept.map(({ en }) => en),
        ],
      );
    }
    return true;
  }

  /** Ends the import and forgets the key of its file. Undefined when somebody else has taken it over. */
  async finish(tx: Tx, id: string, reader: string, refusal: Refusal | undefined): Promise<ImportRow | undefined> {
    const [row] = await tx.query<ImportRow>(
      `UPDATE community.ledger_import
          SET state = $3, refusal = $4, finished_at = now(), file_key_sealed = NULL, claimed_until = NULL
        WHERE id = $1 AND claimed_by = $2 AND state = 'reading' RETURNING *`,
      [id, reader, refusal === undefined ? 'done' : 'refused', refusal === undefined ? null : JSON.stringify(refusal)],
    );
    return row;
  }

  async errors(id: string, after: readonly [number, string], limit: number): Promise<ImportErrorRow[]> {
    return this.database.query<ImportErrorRow>(
      `SELECT line, field, code, message FROM community.ledger_import_error
        WHERE import_id = $1 AND (line, field) > ($2, $3) ORDER BY line, field LIMIT $4`,
      [id, after[0], after[1], limit],
    );
  }
}
