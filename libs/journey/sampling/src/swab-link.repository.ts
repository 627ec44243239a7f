import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import type { GroundSwab } from './correction-ground.repository.js';

/** Whose a swab is and in which tube: the statements of corrections. Call them with the tubes locked. */
@Injectable()
export class SwabLinkRepository {
  /** Takes the person's attendance back that rests on this swab. */
  async withdrawAttendance(tx: Tx, roundId: string, swab: GroundSwab): Promise<void> {
    await tx.query(
      `UPDATE sampling.attendance SET voided_at = now()
        WHERE round_id = $1 AND resident_id = $2 AND occasion = $3 AND swab_id = $4 AND voided_at IS NULL`,
      [roundId, swab.residentId, swab.occasion, swab.id],
    );
  }

  /** The swab stays where it is; from now on nobody knows whose it is. */
  async unbind(tx: Tx, roundId: string, swab: GroundSwab): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.swab SET resident_id = NULL
        WHERE round_id = $1 AND id = $2 AND resident_id = $3 AND voided_at IS NULL RETURNING id`,
      [roundId, swab.id, swab.residentId],
    );
    return rows.length === 1;
  }

  async void(tx: Tx, roundId: string, swab: GroundSwab, by: string, reason: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.swab SET voided_at = now(), voided_by = $3, void_reason = $4
        WHERE round_id = $1 AND id = $2 AND voided_at IS NULL RETURNING id`,
      [roundId, swab.id, by, reason],
    );
    return rows.length === 1;
  }

  /**
   * Makes the swab this person's, at their open occasion.
   * @returns undefined when it did, else the tube of the swab that they have at that occasion already
   */
  async bind(tx: Tx, roundId: string, swab: GroundSwab, residentId: string): Promise<string | undefined> {
    const [attended] = await tx.query<{ occasion: number; purpose: string }>(
      `INSERT INTO sampling.attendance (round_id, resident_id, occasion, purpose, swab_id, tube_barcode, sampled_at)
       SELECT s.round_id, $3, coalesce(ad.occasion, 0), coalesce(ad.purpose, 'screening'), s.id, s.tube_barcode, s.sampled_at
         FROM sampling.swab s
         LEFT JOIN sampling.admission ad ON ad.round_id = s.round_id AND ad.resident_id = $3
        WHERE s.round_id = $1 AND s.id = $2
       ON CONFLICT DO NOTHING RETURNING occasion, purpose`,
      [roundId, swab.id, residentId],
    );
    if (attended === undefined) {
      const [earlier] = await tx.query<{ tube: string }>(
        `SELECT tube_barcode AS tube FROM sampling.attendance WHERE round_id = $1 AND resident_id = $2
          ORDER BY occasion DESC LIMIT 1`,
        [roundId, residentId],
      );
      return earlier?.tube ?? swab.tube;
    }
    await tx.query(
      `UPDATE sampling.swab SET resident_id = $3, occasion = $4, purpose = $5, voided_at = NULL, voided_by = NULL,
                                void_reason = NULL
        WHERE round_id = $1 AND id = $2`,
      [roundId, swab.id, residentId, attended.occasion, attended.purpose],
    );
    return undefined;
  }

  /**
   * Gives the swab the next place of another tube under a new id; its place in the old one stays taken.
   * @returns false when the other tube is full
   */
  async move(
    tx: Tx,
    roundId: string,
    swab: GroundSwab,
    to: { tube: string; id: string; by: string },
  ): Promise<boolean> {
    const [topped] = await tx.query<{ place: number }>(
      `UPDATE sampling.tube t
          SET filled = t.filled + 1,
              first_swab_at = least(t.first_swab_at, (SELECT sampled_at FROM sampling.swab WHERE round_id = $2 AND id = $3))
        WHERE t.barcode = $1 AND t.filled < t.capacity AND t.state <> 'discarded' RETURNING t.filled AS place`,
      [to.tube, roundId, swab.id],
    );
    if (topped === undefined) return false;
    await tx.query(
      `INSERT INTO sampling.swab (round_id, id, tube_barcode, place, resident_id, occasion, purpose, actor_id, scanned_at,
                                  sampled_at, recorded_at, body_hash)
       SELECT round_id, $3, $4, $5, resident_id, occasion, purpose, actor_id, scanned_at, sampled_at, clock_timestamp(),
              body_hash
         FROM sampling.swab WHERE round_id = $1 AND id = $2`,
      [roundId, swab.id, to.id, to.tube, topped.place],
    );
    await tx.query(
      `UPDATE sampling.swab SET voided_at = now(), voided_by = $4, void_reason = 'moved', moved_to = $3
        WHERE round_id = $1 AND id = $2`,
      [roundId, swab.id, to.id, to.by],
    );
    await tx.query(
      `UPDATE sampling.attendance SET swab_id = $4, tube_barcode = $5
        WHERE round_id = $1 AND resident_id = $2 AND swab_id = $3`,
      [roundId, swab.residentId, swab.id, to.id, to.tube],
    );
    return true;
  }
}
