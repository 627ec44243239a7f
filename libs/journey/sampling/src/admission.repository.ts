import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

export interface Admitted {
  roundId: string;
  residentId: string;
  purpose: 'screening' | 'retest' | 'resample';
}

@Injectable()
export class AdmissionRepository {
  /** Opens the occasion after the last one that was used. An occasion that is open and unused is kept. */
  async admit(tx: Tx, admitted: readonly Admitted[]): Promise<void> {
    await tx.query(
      `INSERT INTO sampling.admission AS known (round_id, resident_id, occasion, purpose)
       SELECT a.round_id, a.resident_id,
              1 + coalesce((SELECT max(e.occasion) FROM sampling.attendance e
                             WHERE e.round_id = a.round_id AND e.resident_id = a.resident_id), 0), a.purpose
         FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS a (round_id, resident_id, purpose)
        ORDER BY a.round_id, a.resident_id
       ON CONFLICT (round_id, resident_id) DO UPDATE
          SET occasion = excluded.occasion, admitted_at = now(),
              purpose = CASE WHEN known.occasion = excluded.occasion AND known.purpose = 'retest' THEN 'retest'
                             ELSE excluded.purpose END`,
      [admitted.map((a) => a.roundId), admitted.map((a) => a.residentId), admitted.map((a) => a.purpose)],
    );
  }

  /**
   * Takes back what an order opened and nobody used. Whoever has a swab that counts is at its occasion again; whoever
   * has none still has to come, for the screening.
   */
  async excuse(tx: Tx, excused: readonly Pick<Admitted, 'roundId' | 'residentId'>[]): Promise<void> {
    await tx.query(
      `UPDATE sampling.admission ad
          SET purpose = 'screening', admitted_at = now(), occasion = coalesce(last.counted, ad.occasion)
         FROM (SELECT e.round_id, e.resident_id, max(a.occasion) FILTER (WHERE a.voided_at IS NULL) AS counted,
                      max(a.occasion) AS used
                 FROM unnest($1::uuid[], $2::uuid[]) AS e (round_id, resident_id)
                 LEFT JOIN sampling.attendance a ON a.round_id = e.round_id AND a.resident_id = e.resident_id
                GROUP BY e.round_id, e.resident_id) last
        WHERE ad.round_id = last.round_id AND ad.resident_id = last.resident_id AND ad.purpose <> 'screening'
          AND ad.occasion > coalesce(last.used, -1)`,
      [excused.map((e) => e.roundId), excused.map((e) => e.residentId)],
    );
  }
}
