import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

export type ActOutcome = 'accepted' | 'exception' | 'refused';

/** What is known of an act that was received before. */
export interface ReceiptRow {
  lineId: number;
  seq: number;
  digest: string;
  body: string;
  actId: string | null;
  kind: string | null;
  outcome: ActOutcome;
  rules: string[];
  place: number | null;
}

export interface NewReceipt extends Omit<ReceiptRow, 'lineId'> {
  storedId: string | null;
}

export interface Line {
  id: number;
  counter: number;
  lastHash: string;
  holes: [number, number][];
}

const receiptColumns = `line_id AS "lineId", seq, digest, body, act_id AS "actId", kind, outcome, rules, place`;

/** The holes of a sequence that begins with 1, as pairs of first and last. */
const holes = `(SELECT coalesce(jsonb_agg(jsonb_build_array(lower(h), upper(h) - 1) ORDER BY h), '[]')
    FROM (SELECT h FROM unnest(CASE WHEN isempty(l.seen) THEN '{}'::int8multirange
                                    ELSE int8multirange(int8range(1, upper(l.seen))) - l.seen END) AS h LIMIT 100) few)`;

/** The books of devices: where each stands in its chain and its sequence, and what became of each act. */
@Injectable()
export class DeviceActRepository {
  /**
   * Opens the device's book and this run's line where there are none, and keeps everybody else from the book until the
   * transaction ends: the batches of one device follow one another.
   */
  async lockLine(tx: Tx, deviceId: string, bootId: string, firstHash: string): Promise<Line> {
    await tx.query(
      'INSERT INTO sampling.device_book (device_id, last_hash) VALUES ($1, $2) ON CONFLICT (device_id) DO NOTHING',
      [deviceId, firstHash],
    );
    const [book] = await tx.query<{ counter: number; lastHash: string }>(
      'SELECT counter, last_hash AS "lastHash" FROM sampling.device_book WHERE device_id = $1 FOR UPDATE',
      [deviceId],
    );
    await tx.query(
      'INSERT INTO sampling.device_line (device_id, boot_id) VALUES ($1, $2) ON CONFLICT (device_id, boot_id) DO NOTHING',
      [deviceId, bootId],
    );
    const [line] = await tx.query<{ id: number; holes: [number, number][] }>(
      `SELECT l.id, ${holes} AS holes FROM sampling.device_line l WHERE device_id = $1 AND boot_id = $2`,
      [deviceId, bootId],
    );
    if (book === undefined || line === undefined) throw new Error('a book that was opened is not there');
    return { ...book, ...line };
  }

  async batchIsKnown(tx: Tx, deviceId: string, counter: number, hash: string): Promise<boolean> {
    const rows = await tx.query(
      'SELECT 1 FROM sampling.device_batch WHERE device_id = $1 AND counter = $2 AND hash = $3',
      [deviceId, counter, hash],
    );
    return rows.length > 0;
  }

  /** The receipts that these entries have, or that acts of these ids or numbers have. */
  known(tx: Tx, lineId: number, seqs: number[], actIds: string[]): Promise<ReceiptRow[]> {
    return tx.query<ReceiptRow>(
      `SELECT ${receiptColumns} FROM sampling.device_act WHERE line_id = $1 AND seq = ANY ($2::bigint[])
       UNION
       SELECT ${receiptColumns} FROM sampling.device_act WHERE act_id = ANY ($3::uuid[])`,
      [lineId, seqs, actIds],
    );
  }

  async addReceipts(tx: Tx, lineId: number, receipts: readonly NewReceipt[]): Promise<void> {
    if (receipts.length === 0) return;
    await tx.query(
      `INSERT INTO sampling.device_act (line_id, seq, digest, body, act_id, stored_id, kind, outcome, rules, place, received_at)
       SELECT $1, a.seq, a.digest, a.body, a.act_id, a.stored_id, a.kind, a.outcome,
              CASE WHEN a.rules = '' THEN '{}' ELSE string_to_array(a.rules, ',') END, a.place, now()
         FROM unnest($2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[],
                     $10::smallint[]) AS a (seq, digest, body, act_id, stored_id, kind, outcome, rules, place)`,
      [
        lineId,
        receipts.map((one) => one.seq),
        receipts.map((one) => one.digest),
        receipts.map((one) => one.body),
        receipts.map((one) => one.actId),
        receipts.map((one) => one.storedId),
        receipts.map((one) => one.kind),
        receipts.map((one) => one.outcome),
        receipts.map((one) => one.rules.join(',')),
        receipts.map((one) => one.place),
      ],
    );
  }

  /** Books a batch: what arrived, what is new of it, and where chain and sequence stand now. @returns the holes left */
  async book(
    tx: Tx,
    batch: {
      deviceId: string;
      bootId: string;
      lineId: number;
      counter: number;
      hash: string;
      previous: string;
      fault: string | null;
      advances: boolean;
      arrived: number;
      outcomes: readonly ActOutcome[];
      seqs: readonly number[];
      skewSeconds: number | null;
    },
  ): Promise<[number, number][]> {
    const count = (outcome: ActOutcome) => batch.outcomes.filter((one) => one === outcome).length;
    await tx.query(
      `INSERT INTO sampling.device_batch (device_id, counter, hash, previous, fault, acts)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [batch.deviceId, batch.counter, batch.hash, batch.previous, batch.fault, batch.arrived],
    );
    await tx.query(
      `UPDATE sampling.device_book
          SET counter = CASE WHEN $4 THEN $2 ELSE counter END, last_hash = CASE WHEN $4 THEN $3 ELSE last_hash END,
              boot_id = $5, last_contact_at = now(), skew_seconds = coalesce($6, skew_seconds),
              arrived = arrived + $7::int, received = received + $8::int, repeated = repeated + $7::int - $8::int,
              accepted = accepted + $9::int, exceptions = exceptions + $10::int, refused = refused + $11::int
        WHERE device_id = $1`,
      [
        batch.deviceId,
        batch.counter,
        batch.hash,
        batch.advances,
        batch.bootId,
        batch.skewSeconds,
        batch.arrived,
        batch.outcomes.length,
        count('accepted'),
        count('exception'),
        count('refused'),
      ],
    );
    const [line] = await tx.query<{ holes: [number, number][] }>(
      `UPDATE sampling.device_line l
          SET seen = l.seen + coalesce((SELECT range_agg(int8range(s, s + 1)) FROM unnest($2::bigint[]) AS s), '{}')
        WHERE l.id = $1 RETURNING ${holes} AS holes`,
      [batch.lineId, batch.seqs],
    );
    return line?.holes ?? [];
  }

  /** An act that the database cannot store must not take the others with it. */
  async savepoint(tx: Tx): Promise<void> {
    await tx.query('SAVEPOINT act');
  }

  async release(tx: Tx): Promise<void> {
    await tx.query('RELEASE SAVEPOINT act');
  }

  async rollBack(tx: Tx): Promise<void> {
    await tx.query('ROLLBACK TO SAVEPOINT act');
  }
}
