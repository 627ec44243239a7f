import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Outcome, OutcomeState } from './outcome.js';

export interface ContradictionRow {
  barcode: string;
  version: number;
  lab_code: string;
  outcome: Outcome;
  current_outcome: Outcome;
  tested_at: Date;
  report_id: string;
  recorded_at: Date;
}

export interface VersionRow {
  outcome: Outcome;
  state: OutcomeState;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
  uploaded_by: string;
}

/** Versions of outcomes that contradict the current one. */
@Injectable()
export class ContradictionRepository {
  constructor(private readonly database: Database) {}

  /** Those that wait for a decision, the oldest first. */
  held(
    filter: { labCode: string | undefined; after: [Date, string, number] | undefined },
    limit: number,
  ): Promise<ContradictionRow[]> {
    const [at = null, barcode = null, version = null] = filter.after ?? [];
    return this.database.query<ContradictionRow>(
      `SELECT h.barcode, h.version, h.lab_code, h.outcome, c.outcome AS current_outcome, h.tested_at, h.report_id,
              h.recorded_at
         FROM lab.tube_outcome h JOIN lab.tube_outcome c ON c.barcode = h.barcode AND c.state = 'current'
        WHERE h.state = 'held' AND ($1::text IS NULL OR h.lab_code = $1)
          AND ($2::timestamptz IS NULL OR (h.recorded_at, h.barcode, h.version) > ($2, $3::text, $4::bigint))
        ORDER BY h.recorded_at, h.barcode, h.version LIMIT $5`,
      [filter.labCode ?? null, at, barcode, version, limit],
    );
  }

  /** Locks the tube, as a report does, then reads one version of its outcome. */
  async lock(tx: Tx, barcode: string, version: number): Promise<VersionRow | undefined> {
    await tx.query('SELECT 1 FROM lab.tube WHERE barcode = $1 FOR NO KEY UPDATE', [barcode]);
    const [row] = await tx.query<VersionRow>(
      `SELECT o.outcome, o.state, o.decided_by, o.decided_at, o.decision_reason, r.uploaded_by
         FROM lab.tube_outcome o JOIN lab.report r ON r.id = o.report_id
        WHERE o.barcode = $1 AND o.version = $2`,
      [barcode, version],
    );
    return row;
  }

  async supersedeCurrent(tx: Tx, barcode: string): Promise<void> {
    await tx.query(`UPDATE lab.tube_outcome SET state = 'superseded' WHERE barcode = $1 AND state = 'current'`, [
      barcode,
    ]);
  }

  async decide(
    tx: Tx,
    version: { barcode: string; version: number },
    decision: { state: OutcomeState; by: string; reason: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `UPDATE lab.tube_outcome SET state = $3, decided_by = $4, decision_reason = $5, decided_at = $6
        WHERE barcode = $1 AND version = $2 AND state = 'held'`,
      [version.barcode, version.version, decision.state, decision.by, decision.reason, decision.at],
    );
  }
}
