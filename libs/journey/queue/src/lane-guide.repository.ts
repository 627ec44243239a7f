import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

@Injectable()
export class LaneGuideRepository {
  async lead(tx: Tx, residentIds: readonly string[]): Promise<void> {
    await tx.query(
      `INSERT INTO queue.led_singly (resident_id) SELECT id FROM unnest($1::uuid[]) AS id ORDER BY id
       ON CONFLICT (resident_id) DO UPDATE SET led_at = now(), released_at = NULL
        WHERE queue.led_singly.released_at IS NOT NULL`,
      [residentIds],
    );
  }

  async release(tx: Tx, residentIds: readonly string[]): Promise<void> {
    await tx.query(
      'UPDATE queue.led_singly SET released_at = now() WHERE resident_id = ANY ($1) AND released_at IS NULL',
      [residentIds],
    );
  }

  /** Tickets of one entry become another's, except where both wait at one site: that place is kept under the old one. */
  async carry(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query(
      `UPDATE queue.ticket t SET resident_id = $2
        WHERE t.resident_id = $1
          AND (t.state <> 'waiting'
               OR NOT EXISTS (SELECT 1 FROM queue.ticket o
                               WHERE o.site_id = t.site_id AND o.business_day = t.business_day AND o.resident_id = $2
                                 AND o.state = 'waiting'))`,
      [from, into],
    );
    const led = await tx.query('SELECT 1 FROM queue.led_singly WHERE resident_id = $1 AND released_at IS NULL', [from]);
    if (led.length === 0) return;
    await this.lead(tx, [into]);
    await this.release(tx, [from]);
  }
}
