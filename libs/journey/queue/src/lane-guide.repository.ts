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
}
