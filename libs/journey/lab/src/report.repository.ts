import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Outcome } from './outcome.js';
import type { RowError } from './report-format.js';
import type { JudgedRow, KnownOutcomes, ReceivedTube } from './report-rules.js';

export interface ReportRecord {
  id: string;
  lab_code: string;
  content_type: string;
  file_name: string | null;
  bytes: number;
  state: 'reading' | 'refused' | 'applied';
  rows: number;
  current_rows: number;
  repeated_rows: number;
  held_rows: number;
  error_count: number;
  row_errors: RowError[];
  uploaded_at: Date;
  applied_at: Date | null;
}

const columns = `id, lab_code, content_type, file_name, bytes, state, rows, current_rows, repeated_rows, held_rows,
  error_count, row_errors, uploaded_at, applied_at`;

/** Files of laboratories and their rows. */
@Injectable()
export class ReportRepository {
  constructor(private readonly database: Database) {}

  /**
   * Claims the file for this transaction: the first makes its row, all others at once wait for it to end and then see
   * what became of it. A file of ten thousand rows takes longer than an ordinary lock may be waited for.
   */
  async claim(
    tx: Tx,
    report: { id: string; labCode: string; sha256: Buffer; contentType: string; bytes: number; by: string; at: Date },
  ): Promise<Pick<ReportRecord, 'id' | 'state'>> {
    await tx.query(`SELECT set_config('lock_timeout', '20s', true), set_config('statement_timeout', '25s', true)`);
    await tx.query(
      `INSERT INTO lab.report (id, lab_code, sha256, content_type, bytes, state, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, 'reading', $6, $7) ON CONFLICT (lab_code, sha256) DO NOTHING`,
      [report.id, report.labCode, report.sha256, report.contentType, report.bytes, report.by, report.at],
    );
    const [row] = await tx.query<Pick<ReportRecord, 'id' | 'state'>>(
      'SELECT id, state FROM lab.report WHERE lab_code = $1 AND sha256 = $2 FOR NO KEY UPDATE',
      [report.labCode, report.sha256],
    );
    if (row === undefined) throw new Error('a claimed report is gone');
    return row;
  }

  /** Locks the received tubes, in the order of their barcodes, and answers what is known of them. */
  async tubes(tx: Tx, barcodes: string[], defaultSkewMinutes: number): Promise<Map<string, ReceivedTube>> {
    const rows = await tx.query<{
      barcode: string;
      lab_code: string;
      accepted: boolean;
      received_at: Date;
      skew_minutes: number;
      is_reviewed: boolean;
    }>(
      `SELECT l.barcode, l.lab_code, l.accepted, l.received_at,
              coalesce(CASE WHEN jsonb_typeof(r.settings->'toleratedClockSkewMinutes') = 'number'
                            THEN (r.settings->>'toleratedClockSkewMinutes')::float8 END, $2::float8) AS skew_minutes,
              r.settings->'positivesNeedSecondPerson' IS DISTINCT FROM 'false'::jsonb AS is_reviewed
         FROM lab.tube l
         JOIN sampling.tube t ON t.barcode = l.barcode
         JOIN campaign.round r ON r.id = t.round_id
        WHERE l.barcode = ANY ($1) ORDER BY l.barcode FOR NO KEY UPDATE OF l`,
      [barcodes, defaultSkewMinutes],
    );
    return new Map(
      rows.map((row) => [
        row.barcode,
        {
          labCode: row.lab_code,
          accepted: row.accepted,
          receivedAt: row.received_at,
          toleratedSkew: row.skew_minutes * 60_000,
          isReviewed: row.is_reviewed,
        },
      ]),
    );
  }

  /** What was said of these tubes so far. Call it with their rows locked. */
  async outcomes(tx: Tx, barcodes: string[]): Promise<Map<string, KnownOutcomes>> {
    const rows = await tx.query<{ barcode: string; current: Outcome | null; held: Outcome[]; last_version: number }>(
      `SELECT barcode, max(outcome) FILTER (WHERE state = 'current') AS current,
              coalesce(array_agg(outcome) FILTER (WHERE state = 'held'), '{}') AS held, max(version) AS last_version
         FROM lab.tube_outcome WHERE barcode = ANY ($1) GROUP BY barcode`,
      [barcodes],
    );
    return new Map(
      rows.map((row) => [
        row.barcode,
        { current: row.current ?? undefined, held: row.held, lastVersion: row.last_version },
      ]),
    );
  }

  async refuse(
    tx: Tx,
    report: { id: string; fileName: string | null; rows: number; by: string; errors: RowError[]; listed: number },
  ): Promise<void> {
    await tx.query(
      `UPDATE lab.report SET state = 'refused', file_name = $2, rows = $3, uploaded_by = $4, error_count = $5, row_errors = $6
        WHERE id = $1 AND state <> 'applied'`,
      [
        report.id,
        report.fileName,
        report.rows,
        report.by,
        report.errors.length,
        JSON.stringify(report.errors.slice(0, report.listed)),
      ],
    );
  }

  /** Writes all rows and all versions they make, and marks the report as applied. */
  async apply(
    tx: Tx,
    report: { id: string; labCode: string; fileName: string | null; by: string; at: Date; rows: JudgedRow[] },
  ): Promise<void> {
    const given = JSON.stringify(
      report.rows.map((row) => ({
        line: row.line,
        barcode: row.barcode,
        outcome: row.outcome,
        tested_at: row.testedAt.toISOString(),
        ct: row.ct ?? null,
        note: row.note ?? null,
        verdict: row.verdict,
        version: row.version ?? null,
      })),
    );
    await tx.query(
      `WITH given AS MATERIALIZED (
         SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (line int, barcode text, outcome text, tested_at timestamptz,
                                                           ct jsonb, note text, verdict text, version smallint)
       ), kept AS (
         INSERT INTO lab.report_row (report_id, line, barcode, outcome, tested_at, ct, note, verdict)
         SELECT $1, line, barcode, outcome, tested_at, nullif(ct, 'null'::jsonb), note, verdict FROM given
       ), said AS (
         INSERT INTO lab.tube_outcome (barcode, version, lab_code, outcome, tested_at, report_id, state, recorded_at)
         SELECT barcode, version, $3, outcome, tested_at, $1, verdict, $5 FROM given WHERE version IS NOT NULL
       )
       UPDATE lab.report
          SET state = 'applied', file_name = $6, uploaded_by = $4, applied_at = $5, error_count = 0, row_errors = '[]',
              rows = (SELECT count(*) FROM given),
              current_rows = (SELECT count(*) FROM given WHERE verdict = 'current'),
              repeated_rows = (SELECT count(*) FROM given WHERE verdict = 'repeated'),
              held_rows = (SELECT count(*) FROM given WHERE verdict = 'held')
        WHERE id = $1`,
      [report.id, given, report.labCode, report.by, report.at, report.fileName],
    );
  }

  /** The report that was made of these very bytes, when it was applied. */
  async appliedAs(tx: Tx, labCode: string, sha256: Buffer): Promise<{ id: string; appliedAt: Date } | null> {
    const [row] = await tx.query<{ id: string; appliedAt: Date }>(
      `SELECT id, applied_at AS "appliedAt" FROM lab.report WHERE lab_code = $1 AND sha256 = $2 AND state = 'applied'`,
      [labCode, sha256],
    );
    return row ?? null;
  }

  latest(labCode: string | undefined, limit: number): Promise<ReportRecord[]> {
    return this.database.query<ReportRecord>(
      `SELECT ${columns} FROM lab.report WHERE $1::text IS NULL OR lab_code = $1 ORDER BY uploaded_at DESC, id LIMIT $2`,
      [labCode ?? null, limit],
    );
  }

  async find(id: string): Promise<ReportRecord | undefined> {
    const [row] = await this.database.query<ReportRecord>(`SELECT ${columns} FROM lab.report WHERE id = $1`, [id]);
    return row;
  }
}
