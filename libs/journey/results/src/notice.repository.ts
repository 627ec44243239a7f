import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { Notice } from './notice-sender.js';

type NoticeState = 'waiting' | 'sent' | 'unknown';

@Injectable()
export class NoticeRepository {
  constructor(private readonly database: Database) {}

  /** Claims waiting notices, oldest first; from now on only their outcome may follow. */
  async claim(limit: number): Promise<Notice[]> {
    return this.database.query<Notice>(
      `UPDATE results.notice n SET state = 'sending', claimed_at = clock_timestamp()
         FROM (SELECT round_id, resident_id, version, channel FROM results.notice WHERE state = 'waiting'
                ORDER BY created_at LIMIT $1 FOR UPDATE SKIP LOCKED) w
         JOIN results.answer a USING (round_id, resident_id, version)
        WHERE n.round_id = w.round_id AND n.resident_id = w.resident_id AND n.version = w.version
          AND n.channel = w.channel
       RETURNING n.round_id AS "roundId", n.resident_id AS "residentId", n.version, n.channel, a.status`,
      [limit],
    );
  }

  async settle(notices: readonly Notice[], state: NoticeState): Promise<void> {
    await this.database.query(
      `UPDATE results.notice n SET state = $5, settled_at = CASE WHEN $5 = 'waiting' THEN NULL ELSE clock_timestamp() END
         FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[]) AS g (round_id, resident_id, version, channel)
        WHERE n.round_id = g.round_id AND n.resident_id = g.resident_id AND n.version = g.version
          AND n.channel = g.channel AND n.state = 'sending'`,
      [
        notices.map(({ roundId }) => roundId),
        notices.map(({ residentId }) => residentId),
        notices.map(({ version }) => version),
        notices.map(({ channel }) => channel),
        state,
      ],
    );
  }

  /** Whoever claimed these died: nobody can say whether they left. */
  async giveUpAbandoned(afterSeconds: number): Promise<void> {
    await this.database.query(
      `UPDATE results.notice SET state = 'unknown', settled_at = clock_timestamp()
        WHERE state = 'sending' AND claimed_at < clock_timestamp() - $1::float8 * interval '1 second'`,
      [afterSeconds],
    );
  }
}
