import { randomBytes, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Database } from '#platform/database';
import { account, layStreet, type Street } from './street.js';

export type Outcome = 'negative' | 'positive' | 'inconclusive' | 'invalid';

const noHash = Buffer.alloc(32);

/** Tubes that are filled, delivered and judged by SQL, so that results can be tested without the rooms before them. */
export class Outcomes {
  readonly sampledAt = new Date(Date.now() - 3_600_000);

  private constructor(
    private readonly database: Database,
    readonly street: Street,
    private readonly labAccount: string,
    private readonly receiptId: string,
  ) {}

  static async lay(database: Database, residents = 30): Promise<Outcomes> {
    const street = await layStreet(database, residents);
    const labAccount = await account(database, 'lab');
    const receiptId = uuidv7();
    await database.query('SELECT sampling.ensure_round($1)', [street.roundId]);
    await database.query(`INSERT INTO lab.lab (code, name) VALUES ('L1', '第一实验室')`);
    await database.query(
      `INSERT INTO transport.box (code, site_id, lab_code, state, opened_by, sealed_at, received_at, body_hash)
       VALUES ('B1', $1, 'L1', 'received', $2, now(), now(), $3)`,
      [street.siteId, labAccount, noHash],
    );
    await database.query(
      `INSERT INTO lab.receipt (id, lab_code, box_code, accepted, rejected, missing, surplus, received_by, body_hash)
       VALUES ($1, 'L1', 'B1', 0, 0, 0, 0, $2, $3)`,
      [receiptId, labAccount, noHash],
    );
    return new Outcomes(database, street, labAccount, receiptId);
  }

  /** A sealed tube with a swab of each of these residents, each at their open occasion. */
  async tube(barcode: string, poolClass: string, residents: readonly string[]): Promise<void> {
    const { roundId, siteId, stationId, shiftId, scannerId } = this.street;
    await this.database.query(
      `INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, filled, state,
                                  opened_by, sealed_at, body_hash)
       SELECT $1, $2, $3, $4, $5, $6, capacity, $7, 'sealed', $8, now(), $9
         FROM campaign.pool_class WHERE round_id = $2 AND pool_class = $6`,
      [barcode, roundId, siteId, stationId, shiftId, poolClass, residents.length, scannerId, noHash],
    );
    await this.database.query(
      `WITH member AS (
         SELECT m.id AS resident_id, m.place, gen_random_uuid() AS swab_id,
                coalesce(ad.occasion, 0) AS occasion, coalesce(ad.purpose, 'screening') AS purpose
           FROM unnest($3::uuid[]) WITH ORDINALITY AS m (id, place)
           LEFT JOIN sampling.admission ad ON ad.round_id = $1 AND ad.resident_id = m.id
       ), swabbed AS (
         INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id,
                                    scanned_at, sampled_at, recorded_at, body_hash)
         SELECT $1, swab_id, $2, place, resident_id, occasion, purpose, $4, $5, $5, $5, $6 FROM member)
       INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
       SELECT $1, resident_id, occasion, purpose, swab_id, $2, $5 FROM member`,
      [roundId, barcode, residents, scannerId, this.sampledAt, noHash],
    );
  }

  async receive(barcodes: readonly string[], rejectReason: string | null = null): Promise<string> {
    await this.database.query(
      `INSERT INTO lab.tube (barcode, lab_code, receipt_id, accepted, reject_reason, received_at)
       SELECT b, 'L1', $2, $3::text IS NULL, $3, now() FROM unnest($1::text[]) AS b ON CONFLICT DO NOTHING`,
      [barcodes, this.receiptId, rejectReason],
    );
    return this.receiptId;
  }

  async lose(barcode: string): Promise<void> {
    await this.database.query(
      `INSERT INTO transport.tube_end (barcode, ending, reason, ended_by) VALUES ($1, 'lost', 'leaked', $2)`,
      [barcode, this.labAccount],
    );
  }

  /** An applied report. A tube that has an outcome already gets its next version: its decision is applied. */
  async report(outcomes: Readonly<Record<string, Outcome>>): Promise<string> {
    const barcodes = Object.keys(outcomes);
    const id = randomUUID();
    await this.receive(barcodes);
    await this.database.source.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO lab.report (id, lab_code, sha256, content_type, bytes, state, rows, current_rows, uploaded_by, applied_at)
         VALUES ($1, 'L1', $4, 'application/x-ndjson', 1, 'applied', $2, $2, $3, now())`,
        [id, barcodes.length, this.labAccount, randomBytes(32)],
      );
      await manager.query(
        `INSERT INTO lab.report_row (report_id, line, barcode, outcome, tested_at, verdict)
         SELECT $1, row_number() OVER (), b, o, now(), 'current' FROM unnest($2::text[], $3::text[]) AS g (b, o)`,
        [id, barcodes, Object.values(outcomes)],
      );
      await manager.query(
        `UPDATE lab.tube_outcome SET state = 'superseded' WHERE barcode = ANY ($1) AND state = 'current'`,
        [barcodes],
      );
      await manager.query(
        `INSERT INTO lab.tube_outcome (barcode, version, lab_code, outcome, tested_at, report_id, state)
         SELECT b, 1 + coalesce((SELECT max(version) FROM lab.tube_outcome k WHERE k.barcode = b), 0), 'L1', o, now(), $1,
                'current' FROM unnest($2::text[], $3::text[]) AS g (b, o)`,
        [id, barcodes, Object.values(outcomes)],
      );
    });
    return id;
  }

  /** Puts a tube's outcome back to "not yet known", to apply it again at another moment. */
  async forget(): Promise<void> {
    await this.database.query(
      `TRUNCATE lab.tube_outcome, lab.report_row, lab.report, lab.tube, transport.tube_end, results.notice,
                results.answer, results.recall_order, results.dossier, sampling.admission`,
    );
    await this.database.query('DELETE FROM sampling.attendance WHERE occasion > 0');
    await this.database.query('DELETE FROM sampling.swab WHERE occasion > 0');
  }
}
