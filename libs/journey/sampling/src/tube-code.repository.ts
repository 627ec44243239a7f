import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** What belongs to the swabs in a tube and goes with them; the code keeps its way, its receipt and its outcomes. */
const content = [
  'station_id', 'shift_id', 'pool_class', 'capacity', 'filled', 'household_id', 'opened_by', 'opened_at',
  'first_swab_at', 'sealed_by', 'sealed_at', 'counted_swabs', 'seal_reason', 'seal_note', 'surplus', 'adopted',
  'sealed_line', 'sealed_seq',
]; // prettier-ignore

/** More than any tube holds: places that wait here are out of the way of those that take their place. */
const aside = 1_000;

/** Which code a tube has. Call it with the tubes locked. */
@Injectable()
export class TubeCodeRepository {
  /** Whether the round accepts such a code. */
  async patternOf(tx: Tx, roundId: string): Promise<string | null> {
    const [row] = await tx.query<{ pattern: string | null }>(
      `SELECT settings ->> 'barcodePattern' AS pattern FROM campaign.round WHERE id = $1`,
      [roundId],
    );
    return row?.pattern ?? null;
  }

  /** Gives the tube a code that was never used; the old one is used up. False when the new one was used before. */
  async recode(tx: Tx, roundId: string, from: string, to: string, by: string): Promise<boolean> {
    const copied = ['round_id', 'site_id', 'state', 'body_hash', 'seal_hash', ...content].join(', ');
    const added = await tx.query(
      `INSERT INTO sampling.tube (barcode, ${copied}) SELECT $2, ${copied} FROM sampling.tube WHERE barcode = $1
       ON CONFLICT (barcode) DO NOTHING RETURNING barcode`,
      [from, to],
    );
    if (added.length === 0) return false;
    await this.carry(tx, roundId, from, to, 0);
    await tx.query(
      `UPDATE sampling.tube
          SET state = 'discarded', filled = 0, surplus = 0, household_id = NULL, first_swab_at = NULL, sealed_by = NULL, sealed_at = NULL,
              counted_swabs = NULL, seal_reason = NULL, seal_note = NULL, discarded_by = $2, discarded_at = now(),
              discard_reason = $3
        WHERE barcode = $1`,
      [from, by, `recoded:${to}`],
    );
    return true;
  }

  /** Two tubes had each other's code: what is in them changes places, whole. */
  async swap(tx: Tx, roundId: string, one: string, other: string): Promise<void> {
    await this.carry(tx, roundId, one, other, aside);
    await this.carry(tx, roundId, other, one, 0);
    await tx.query(
      `UPDATE sampling.swab SET place = place - $3 WHERE round_id = $1 AND tube_barcode = $2 AND place > $3`,
      [roundId, other, aside],
    );
    await tx.query(
      `UPDATE sampling.tube t SET ${content.map((column) => `${column} = o.${column}`).join(', ')}
         FROM sampling.tube o WHERE t.barcode = ANY ($1) AND o.barcode = ANY ($1) AND o.barcode <> t.barcode`,
      [[one, other]],
    );
  }

  /** Takes the seal off again. Undefined unless it was sealed. */
  async reopen(tx: Tx, barcode: string): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.tube SET state = 'open', sealed_by = NULL, sealed_at = NULL, counted_swabs = NULL, seal_reason = NULL,
                                seal_note = NULL, seal_hash = NULL, sealed_line = NULL, sealed_seq = NULL
        WHERE barcode = $1 AND state = 'sealed' RETURNING barcode`,
      [barcode],
    );
    return rows.length === 1;
  }

  /** All swabs of a tube, whoever they are of, with the attendance that rests on them. Those set aside stay there. */
  private async carry(tx: Tx, roundId: string, from: string, to: string, shift: number): Promise<void> {
    await tx.query(
      `WITH carried AS (
         UPDATE sampling.swab SET tube_barcode = $3, place = place + $4
          WHERE round_id = $1 AND tube_barcode = $2 AND place <= $5 RETURNING id, resident_id, occasion
       )
       UPDATE sampling.attendance a SET tube_barcode = $3 FROM carried c
        WHERE a.round_id = $1 AND a.resident_id = c.resident_id AND a.occasion = c.occasion AND a.swab_id = c.id`,
      [roundId, from, to, shift, aside],
    );
  }
}
