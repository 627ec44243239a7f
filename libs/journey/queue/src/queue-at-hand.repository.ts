import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';
import type { TicketState } from './ticket-states.js';

export interface TicketAtHandRow {
  id: string;
  lane: string;
  label: string;
  number: number;
  party_size: number;
  state: TicketState;
  station: number | null;
  issued_at: Date;
  called_at: Date | null;
}

export interface LaneAtHandRow {
  lane: string;
  waiting_tickets: number;
  waiting_people: number;
  from_minutes: number | null;
  to_minutes: number | null;
}

/** Nobody at a table scrolls further: the next in line, and the latest of those who were called or did not come. */
const atMost = 30;

@Injectable()
export class QueueAtHandRepository {
  constructor(private readonly database: Database) {}

  tickets(siteId: string, businessDay: string): Promise<TicketAtHandRow[]> {
    return this.database.query<TicketAtHandRow>(
      `SELECT id, lane, label, number, party_size, state, station, issued_at, called_at
         FROM (SELECT t.id, t.lane, t.label, t.number, t.party_size, t.state, s.number AS station, t.issued_at, t.called_at,
                      t.place,
                      row_number() OVER (PARTITION BY t.lane, t.state
                                             ORDER BY CASE WHEN t.state = 'waiting' THEN t.place END,
                                                      coalesce(t.missed_at, t.called_at) DESC, t.number) AS nth
                 FROM queue.ticket t LEFT JOIN site.station s ON s.id = t.station_id
                WHERE t.site_id = $1 AND t.business_day = $2::date AND t.state IN ('waiting', 'called', 'missed')) ranked
        WHERE nth <= $3
        ORDER BY lane, state, nth`,
      [siteId, businessDay, atMost],
    );
  }

  lanes(siteId: string): Promise<LaneAtHandRow[]> {
    return this.database.query<LaneAtHandRow>(
      `SELECT l.lane, coalesce(n.waiting_tickets, 0)::int AS waiting_tickets,
              coalesce(n.waiting_people, 0)::int AS waiting_people, n.from_minutes, n.to_minutes
         FROM site.lane l LEFT JOIN queue.lane_now n ON n.site_id = l.site_id AND n.lane = l.lane
        WHERE l.site_id = $1 ORDER BY l.lane`,
      [siteId],
    );
  }
}
