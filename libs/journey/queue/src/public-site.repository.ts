import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { PublicSite } from './public-sites.js';

/** A moment as answers write it. */
function iso(column: string): string {
  return `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

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
              n.waiting_people::int AS "waitingPeople", n.waiting_tickets::int AS "waitingTickets",
              CASE WHEN s.latitude IS NOT NULL
                   THEN jsonb_build_object('latitude', s.latitude, 'longitude', s.longitude) END AS coordinates,
              s.time_zone AS "timeZone",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', o.kind, 'opensAt', ${iso('o.opens_at')},
                                'closesAt', ${iso('o.closes_at')}, 'lastEntryAt', ${iso('o.last_entry_at')})
                        ORDER BY o.opens_at), '[]')
                 FROM queue.session_today o WHERE o.site_id = s.id) AS sessions
         FROM site.site s JOIN queue.site_status n ON n.site_id = s.id ORDER BY s.code LIMIT $1`,
      [most],
    );
  }
}
