import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { BoxState } from './box-states.js';
import type { PackingRefusal } from './transport.errors.js';

export interface BoxRow {
  code: string;
  site_id: string;
  lab_code: string | null;
  state: BoxState;
  opened_at: Date;
  sealed_at: Date | null;
  counted_tubes: number | null;
  leg: number;
  holder_id: string | null;
  hub_code: string | null;
  received_at: Date | null;
  body_hash: Buffer;
}

/** A tube that was taken out of a box before the box was sealed. */
export interface Removal {
  barcode: string;
  reason: string;
  removedBy: string;
  removedAt: Date;
}

export interface BoxListRow extends BoxRow {
  tubes: number;
}

const columns = `code, site_id, lab_code, state, opened_at, sealed_at, counted_tubes, leg, holder_id, hub_code,
  received_at, body_hash`;

/** Boxes and what is in them. */
@Injectable()
export class BoxRepository {
  constructor(private readonly database: Database) {}

  /** Adds the box unless its code is taken; false when it is, or when there is no such site. */
  async add(
    tx: Tx,
    box: { code: string; siteId: string; labCode: string | null; openedBy: string; hash: Buffer; at: Date },
  ): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO transport.box (code, site_id, lab_code, opened_by, opened_at, body_hash)
       SELECT $1, s.id, $3, $4, $5, $6 FROM site.site s WHERE s.id = $2
       ON CONFLICT (code) DO NOTHING RETURNING code`,
      [box.code, box.siteId, box.labCode, box.openedBy, box.at, box.hash],
    );
    return added.length === 1;
  }

  async find(code: string): Promise<BoxRow | undefined> {
    const [row] = await this.database.query<BoxRow>(`SELECT ${columns} FROM transport.box WHERE code = $1`, [code]);
    return row;
  }

  async lock(tx: Tx, code: string): Promise<BoxRow | undefined> {
    const [row] = await tx.query<BoxRow>(`SELECT ${columns} FROM transport.box WHERE code = $1 FOR NO KEY UPDATE`, [
      code,
    ]);
    return row;
  }

  /** Puts those of the tubes into the box that are free, sealed and of its site; answers which were put in. */
  async pack(tx: Tx, box: BoxRow, barcodes: string[], packedBy: string, at: Date): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>(
      `INSERT INTO transport.packing (barcode, box_code, packed_by, packed_at)
       SELECT t.barcode, $2, $4, $5 FROM sampling.tube t
        WHERE t.barcode = ANY ($1) AND t.state = 'sealed' AND t.site_id = $3
          AND NOT EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = t.barcode)
        ORDER BY t.barcode
       ON CONFLICT (barcode) WHERE removed_at IS NULL DO NOTHING RETURNING barcode`,
      [barcodes, box.code, box.site_id, packedBy, at],
    );
    return rows.map(({ barcode }) => barcode);
  }

  /** Why tubes that are not in this box cannot be in it; tubes that are in it are left out. */
  async refusals(
    tx: Tx,
    box: BoxRow,
    barcodes: string[],
  ): Promise<{ barcode: string; reason: PackingRefusal; boxCode?: string }[]> {
    const rows = await tx.query<{ barcode: string; reason: PackingRefusal; box_code: string | null }>(
      `SELECT b.barcode, bt.box_code,
              CASE WHEN t.barcode IS NULL THEN 'unknown-tube'
                   WHEN t.state = 'discarded' THEN 'discarded'
                   WHEN t.site_id <> $3 THEN 'of-another-site'
                   WHEN bt.barcode IS NOT NULL THEN 'in-another-box'
                   WHEN e.ending = 'lost' THEN 'lost'
                   WHEN e.ending = 'delivered' THEN 'delivered'
                   ELSE 'not-sealed' END AS reason
         FROM unnest($1::text[]) WITH ORDINALITY AS b (barcode, nth)
         LEFT JOIN sampling.tube t ON t.barcode = b.barcode
         LEFT JOIN transport.box_tube bt ON bt.barcode = b.barcode
         LEFT JOIN transport.tube_end e ON e.barcode = b.barcode
        WHERE bt.box_code IS DISTINCT FROM $2
        ORDER BY b.nth`,
      [barcodes, box.code, box.site_id],
    );
    return rows.map(({ barcode, reason, box_code }) =>
      box_code === null ? { barcode, reason } : { barcode, reason, boxCode: box_code },
    );
  }

  /** The tubes of a box in the order of their barcodes; a lost one stays listed. */
  tubes(code: string, tx?: Tx): Promise<{ barcode: string; lost: boolean }[]> {
    return (tx ?? this.database).query(
      `SELECT bt.barcode, coalesce(e.ending = 'lost', false) AS lost
         FROM transport.box_tube bt LEFT JOIN transport.tube_end e ON e.barcode = bt.barcode
        WHERE bt.box_code = $1 ORDER BY bt.barcode`,
      [code],
    );
  }

  /** Takes a tube out of the box; false when it is not in it. What was packed stays on record. */
  async remove(tx: Tx, code: string, barcode: string, removal: Omit<Removal, 'barcode'>): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE transport.packing SET removed_by = $3, removed_at = $4, removal_reason = $5
        WHERE barcode = $2 AND box_code = $1 AND removed_at IS NULL RETURNING id`,
      [code, barcode, removal.removedBy, removal.removedAt, removal.reason],
    );
    return rows.length === 1;
  }

  /** What was taken out of the box again, in the order in which it was; `removedBy` is a user name. */
  removals(code: string, tx?: Tx): Promise<Removal[]> {
    return (tx ?? this.database).query(
      `SELECT p.barcode, p.removal_reason AS reason, a.username AS "removedBy", p.removed_at AS "removedAt"
         FROM transport.packing p JOIN access.account a ON a.id = p.removed_by
        WHERE p.box_code = $1 AND p.removed_at IS NOT NULL ORDER BY p.removed_at, p.id`,
      [code],
    );
  }

  async seal(tx: Tx, code: string, counted: number, sealedBy: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE transport.box SET state = 'sealed', counted_tubes = $2, sealed_by = $3, sealed_at = $4
        WHERE code = $1 AND state = 'open' RETURNING code`,
      [code, counted, sealedBy, at],
    );
    return rows.length === 1;
  }

  /** Boxes by code, after `after`. */
  list(
    filter: {
      siteId: string | undefined;
      state: BoxState | undefined;
      labCode: string | undefined;
      after: string | undefined;
    },
    limit: number,
  ): Promise<BoxListRow[]> {
    return this.database.query<BoxListRow>(
      `SELECT ${columns},
              (SELECT count(*)::int FROM transport.box_tube bt
                WHERE bt.box_code = b.code
                  AND NOT EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = bt.barcode AND e.ending = 'lost')) AS tubes
         FROM transport.box b
        WHERE ($1::uuid IS NULL OR site_id = $1) AND ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR code > $3)
          AND ($4::text IS NULL OR lab_code = $4)
        ORDER BY code LIMIT $5`,
      [filter.siteId ?? null, filter.state ?? null, filter.after ?? null, filter.labCode ?? null, limit],
    );
  }
}
