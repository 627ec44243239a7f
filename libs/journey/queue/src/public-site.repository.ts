import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { PublicSite } from './public-sites.js';

/** The public list of sites. */
@Injectable()
export class PublicSiteRepository {
  constructor(private readonly database: Database) {}

  /** All sites in the order of their codes, `most` at most. */
  list(most: number): Promise<Omit<PublicSite, 'statusWord'>[]> {
    return this.database.query(
      `SELECT s.id, s.code, s.name, s.address, s.area_code AS "areaCode", s.serves, s.state,
              s.pause_reason AS "pauseReason", n.status,
              CASE WHEN n.to_minutes IS NOT NULL
                   THEN jsonb_build_object('fromMinutes', n.from_minutes, 'toMinutes', n.to_minutes) END AS wait,
              n.waiting_people::int AS "waitingPeople", n.waiting_tickets::int AS "waitingTickets"
         FROM site.site s JOIN queue.site_status n ON n.site_id = s.id ORDER BY s.code LIMIT $1`,
      [most],
    );
  }
}
