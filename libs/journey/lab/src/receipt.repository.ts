import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { ArrivedTube, DifferenceCause, ReceiptDifference } from './receipt-rules.js';

export interface ReceiptRow {
  id: string;
  lab_code: string;
  box_code: string;
  accepted: number;
  rejected: number;
  received_at: Date;
  body_hash: Buffer;
}

export interface DifferenceRow {
  receiptId: string;
  boxCode: string;
  labCode: string;
  siteId: string;
  barcode: string;
  kind: 'missing' | 'surplus';
  cause: DifferenceCause;
  takenIn: boolean;
  receivedAt: Date;
  ending: 'delivered' | 'lost' | null;
}

const columns = 'id, lab_code, box_code, accepted, rejected, received_at, body_hash';

/** What arrived at a laboratory, box by box. */
@Injectable()
export class ReceiptRepository {
  constructor(private readonly database: Database) {}

  async box(tx: Tx, code: string): Promise<{ state: string; lab_code: string | null; site_id: string } | undefined> {
    const [row] = await tx.query<{ state: string; lab_code: string | null; site_id: string }>(
      'SELECT state, lab_code, site_id FROM transport.box WHERE code = $1',
      [code],
    );
    return row;
  }

  /** Claims the box for this receipt; false when the box or the id has a receipt already. */
  async claim(
    tx: Tx,
    receipt: { id: string; labCode: string; boxCode: string; by: string; at: Date; hash: Buffer },
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO lab.receipt (id, lab_code, box_code, accepted, rejected, missing, surplus, received_by, received_at, body_hash)
       VALUES ($1, $2, $3, 0, 0, 0, 0, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [receipt.id, receipt.labCode, receipt.boxCode, receipt.by, receipt.at, receipt.hash],
    );
    return rows.length === 1;
  }

  async ofBox(tx: Tx, boxCode: string): Promise<ReceiptRow | undefined> {
    const [row] = await tx.query<ReceiptRow>(`SELECT ${columns} FROM lab.receipt WHERE box_code = $1`, [boxCode]);
    return row;
  }

  async find(id: string): Promise<ReceiptRow | undefined> {
    const [row] = await this.database.query<ReceiptRow>(`SELECT ${columns} FROM lab.receipt WHERE id = $1`, [id]);
    return row;
  }

  differences(
    id: string,
  ): Promise<{ barcode: string; kind: 'missing' | 'surplus'; cause: DifferenceCause; taken_in: boolean }[]> {
    return this.database.query(
      'SELECT barcode, kind, cause, taken_in FROM lab.receipt_difference WHERE receipt_id = $1 ORDER BY barcode',
      [id],
    );
  }

  /** What the latest receipts did not agree on, with what became of the tubes since; of one laboratory or of all in sight. */
  latestDifferences(labCode: string | undefined, limit: number): Promise<DifferenceRow[]> {
    return this.database.query<DifferenceRow>(
      `SELECT d.receipt_id AS "receiptId", r.box_code AS "boxCode", r.lab_code AS "labCode", b.site_id AS "siteId", d.barcode,
              d.kind, d.cause, d.taken_in AS "takenIn", r.received_at AS "receivedAt", e.ending
         FROM lab.receipt_difference d
         JOIN lab.receipt r ON r.id = d.receipt_id
         JOIN transport.box b ON b.code = r.box_code
         LEFT JOIN transport.tube_end e ON e.barcode = d.barcode
        WHERE $1::text IS NULL OR r.lab_code = $1
        ORDER BY r.received_at DESC, d.receipt_id, d.barcode LIMIT $2`,
      [labCode ?? null, limit],
    );
  }

  async idOfBox(boxCode: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>('SELECT id FROM lab.receipt WHERE box_code = $1', [
      boxCode,
    ]);
    return row?.id;
  }

  /** Those of the barcodes that stand for a sealed tube. */
  async sealed(tx: Tx, barcodes: string[]): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>(
      `SELECT barcode FROM sampling.tube_state WHERE barcode = ANY ($1) AND state = 'sealed'`,
      [barcodes],
    );
    return rows.map(({ barcode }) => barcode);
  }

  /** The facts of all tubes listed or expected in the box. `takenIn` are those this receipt delivered. */
  async arrived(tx: Tx, boxCode: string, listed: string[], takenIn: string[]): Promise<ArrivedTube[]> {
    const rows = await tx.query<{
      barcode: string;
      listed: boolean;
      expected: boolean;
      state: ArrivedTube['state'] | null;
      boxed: boolean;
      ending: 'delivered' | 'lost' | null;
      taken_in: boolean;
      at_lab: string | null;
    }>(
      `SELECT b.barcode, b.barcode = ANY ($2) AS listed, coalesce(bt.box_code = $1, false) AS expected, t.state,
              bt.barcode IS NOT NULL AS boxed, e.ending, b.barcode = ANY ($3) AS taken_in, l.lab_code AS at_lab
         FROM (SELECT unnest($2::text[]) AS barcode
               UNION SELECT barcode FROM transport.box_tube WHERE box_code = $1) b
         LEFT JOIN sampling.tube_state t ON t.barcode = b.barcode
         LEFT JOIN transport.box_tube bt ON bt.barcode = b.barcode
         LEFT JOIN transport.tube_end e ON e.barcode = b.barcode
         LEFT JOIN lab.arrival l ON l.barcode = b.barcode
        ORDER BY b.barcode`,
      [boxCode, listed, takenIn],
    );
    return rows.map((row) => ({
      barcode: row.barcode,
      listed: row.listed,
      expected: row.expected,
      state: row.state ?? undefined,
      boxed: row.boxed,
      ending: row.ending ?? undefined,
      takenIn: row.taken_in,
      atLab: row.at_lab ?? undefined,
    }));
  }

  /** Writes the tubes that were taken in; a null reason means accepted. */
  async addTubes(
    tx: Tx,
    receipt: { id: string; labCode: string; at: Date },
    tubes: { barcode: string; rejectReason: string | null }[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO lab.tube (barcode, lab_code, receipt_id, box_code, accepted, reject_reason, received_at)
       SELECT r.barcode, $2, $1, bt.box_code, r.reason IS NULL, r.reason, $3
         FROM unnest($4::text[], $5::text[]) AS r (barcode, reason)
         LEFT JOIN transport.box_tube bt ON bt.barcode = r.barcode
        ORDER BY r.barcode`,
      [
        receipt.id,
        receipt.labCode,
        receipt.at,
        tubes.map(({ barcode }) => barcode),
        tubes.map(({ rejectReason }) => rejectReason),
      ],
    );
  }

  async addDifferences(tx: Tx, id: string, differences: ReceiptDifference[]): Promise<void> {
    await tx.query(
      `INSERT INTO lab.receipt_difference (receipt_id, barcode, kind, cause, taken_in)
       SELECT $1, d.barcode, d.kind, d.cause, d.taken_in
         FROM unnest($2::text[], $3::text[], $4::text[], $5::boolean[]) AS d (barcode, kind, cause, taken_in)`,
      [
        id,
        differences.map(({ barcode }) => barcode),
        differences.map(({ kind }) => kind),
        differences.map(({ cause }) => cause),
        differences.map(({ takenIn }) => takenIn),
      ],
    );
  }

  /** Completes the counts of a receipt claimed in this transaction. */
  async complete(
    tx: Tx,
    id: string,
    counts: { accepted: number; rejected: number; missing: number; surplus: number },
  ): Promise<void> {
    await tx.query('UPDATE lab.receipt SET accepted = $2, rejected = $3, missing = $4, surplus = $5 WHERE id = $1', [
      id,
      counts.accepted,
      counts.rejected,
      counts.missing,
      counts.surplus,
    ]);
  }
}
