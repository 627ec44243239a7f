import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

export interface TwoSwabs {
  roundId: string;
  siteId: string;
  occasion: number;
  tubes: [string, string];
}

/** Carries swabs and attendance from one entry of the ledger to another. */
@Injectable()
export class AttendanceCarrierRepository {
  /**
   * No swab is recorded until the transaction ends: one under way for the absorbed entry would be left behind. Swabs
   * wait for milliseconds, and mergings are rare.
   */
  async holdRecording(tx: Tx): Promise<void> {
    await tx.query('LOCK TABLE sampling.attendance IN SHARE ROW EXCLUSIVE MODE');
  }

  /** Where both have a swab that counts at the same occasion of a round. */
  clashes(tx: Tx, one: string, other: string): Promise<TwoSwabs[]> {
    return tx.query<TwoSwabs>(
      `SELECT a.round_id AS "roundId", t.site_id AS "siteId", a.occasion, ARRAY[a.tube_barcode, b.tube_barcode] AS tubes
         FROM sampling.attendance a
         JOIN sampling.attendance b ON b.round_id = a.round_id AND b.occasion = a.occasion AND b.resident_id = $2
                                   AND b.voided_at IS NULL
         JOIN sampling.tube t ON t.barcode = a.tube_barcode
        WHERE a.resident_id = $1 AND a.voided_at IS NULL ORDER BY a.round_id, a.occasion`,
      [one, other],
    );
  }

  /** Leave to come again that nobody has used yet, of either of them. */
  unused(
    tx: Tx,
    one: string,
    other: string,
  ): Promise<{ roundId: string; purpose: 'screening' | 'retest' | 'resample' }[]> {
    return tx.query(
      `SELECT ad.round_id AS "roundId",
              CASE WHEN bool_or(ad.purpose = 'retest') THEN 'retest'
                   WHEN bool_or(ad.purpose = 'resample') THEN 'resample' ELSE 'screening' END AS purpose
         FROM sampling.admission ad
        WHERE ad.resident_id IN ($1, $2) AND NOT EXISTS (SELECT 1 FROM sampling.attendance a
                           WHERE a.round_id = ad.round_id AND a.resident_id = ad.resident_id AND a.occasion = ad.occasion)
          AND (ad.purpose <> 'screening'
               OR NOT EXISTS (SELECT 1 FROM sampling.attendance a
                               WHERE a.round_id = ad.round_id AND a.resident_id IN ($1, $2) AND a.voided_at IS NULL))
        GROUP BY ad.round_id ORDER BY ad.round_id`,
      [one, other],
    );
  }

  /** Everything of one becomes the other's; an occasion that both have used gets a number of its own. @returns the rounds */
  async carry(tx: Tx, from: string, into: string): Promise<string[]> {
    const rows = await tx.query<{ round_id: string }>(
      `WITH taken AS (
         SELECT a.round_id, a.occasion, a.swab_id,
                CASE WHEN b.occasion IS NULL THEN a.occasion
                     ELSE (SELECT max(m.occasion) FROM sampling.attendance m
                            WHERE m.round_id = a.round_id AND m.resident_id IN ($1, $2))
                          + row_number() OVER (PARTITION BY a.round_id, b.occasion IS NULL ORDER BY a.occasion)
                END::smallint AS becomes
           FROM sampling.attendance a
           LEFT JOIN sampling.attendance b ON b.round_id = a.round_id AND b.resident_id = $2 AND b.occasion = a.occasion
          WHERE a.resident_id = $1
       ), renamed AS (
         UPDATE sampling.swab s SET resident_id = $2, occasion = coalesce(t.becomes, s.occasion)
           FROM sampling.swab o LEFT JOIN taken t ON t.round_id = o.round_id AND t.swab_id = o.id
          WHERE o.resident_id = $1 AND s.round_id = o.round_id AND s.id = o.id RETURNING s.round_id
       ), carried AS (
         UPDATE sampling.attendance a SET resident_id = $2, occasion = t.becomes FROM taken t
          WHERE a.round_id = t.round_id AND a.resident_id = $1 AND a.occasion = t.occasion RETURNING a.round_id
       )
       SELECT round_id FROM renamed UNION SELECT round_id FROM carried`,
      [from, into],
    );
    return rows.map(({ round_id }) => round_id);
  }
}
