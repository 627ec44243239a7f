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
}
