import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** One thing that happened to a tube. `by` is an account, null where nobody is noted; ids and codes, nothing personal. */
export interface TubeMoment {
  at: Date;
  what:
    | 'opened'
    | 'swab-recorded'
    | 'swab-withdrawn'
    | 'sealed'
    | 'discarded'
    | 'correction-proposed'
    | 'correction-applied'
    | 'correction-refused'
    | 'correction-withdrawn';
  by: string | null;
  place: number | null;
  swabId: string | null;
  correctionId: string | null;
  kind: string | null;
  reason: string | null;
}

@Injectable()
export class TubeHistoryRepository {
  constructor(private readonly database: Database) {}

  async exists(barcode: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM sampling.tube WHERE barcode = $1', [barcode])).length > 0;
  }

  /** In the order in which it happened. What a correction moved away is told by the correction. */
  moments(barcode: string): Promise<TubeMoment[]> {
    return this.database.query<TubeMoment>(
      `SELECT at, what, by, place, "swabId", "correctionId", kind, reason FROM (
         SELECT t.opened_at AS at, 1 AS step, 'opened' AS what, t.opened_by AS by, NULL::int AS place, NULL::uuid AS "swabId",
                NULL::uuid AS "correctionId", t.pool_class AS kind, NULL AS reason
           FROM sampling.tube t WHERE t.barcode = $1
         UNION ALL
         SELECT s.recorded_at, 2, 'swab-recorded', s.actor_id, s.place, s.id, NULL, s.purpose, NULL
           FROM sampling.tube t JOIN sampling.swab s ON s.round_id = t.round_id AND s.tube_barcode = t.barcode
          WHERE t.barcode = $1
         UNION ALL
         SELECT s.voided_at, 3, 'swab-withdrawn', s.voided_by, s.place, s.id, NULL, NULL, s.void_reason
           FROM sampling.tube t JOIN sampling.swab s ON s.round_id = t.round_id AND s.tube_barcode = t.barcode
          WHERE t.barcode = $1 AND s.voided_at IS NOT NULL
         UNION ALL
         SELECT t.sealed_at, 4, 'sealed', t.sealed_by, t.counted_swabs, NULL, NULL, NULL, t.seal_reason
           FROM sampling.tube t WHERE t.barcode = $1 AND t.sealed_at IS NOT NULL
         UNION ALL
         SELECT t.discarded_at, 5, 'discarded', t.discarded_by, NULL, NULL, NULL, NULL, t.discard_reason
           FROM sampling.tube t WHERE t.barcode = $1 AND t.discarded_at IS NOT NULL
         UNION ALL
         SELECT c.proposed_at, 6, 'correction-proposed', c.author_id, NULL, NULL, c.id, c.kind, c.reason
           FROM sampling.correction c WHERE c.tubes @> ARRAY[$1::text]
         UNION ALL
         SELECT c.ended_at, 7, 'correction-' || c.state, coalesce(c.approver_id, c.refused_by, c.author_id), NULL, NULL, c.id,
                c.kind, coalesce(c.refusal, c.reason)
           FROM sampling.correction c WHERE c.tubes @> ARRAY[$1::text] AND c.ended_at IS NOT NULL) h
        ORDER BY at, step, place, "correctionId"`,
      [barcode],
    );
  }
}
