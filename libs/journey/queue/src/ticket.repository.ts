import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { TicketState } from './ticket-states.js';

export interface TicketRow {
  id: string;
  site_id: string;
  business_day: string;
  lane: string;
  number: number;
  label: string;
  party_size: number;
  resident_id: string | null;
  state: TicketState;
  issued_at: Date;
  called_at: Date | null;
  station_number: number | null;
  body_hash: Buffer;
}

/** What everybody may know who holds the ticket's id; not whose it is. */
export interface StandingRow extends Omit<TicketRow, 'resident_id'> {
  ahead: number;
  from_minutes: number | null;
  to_minutes: number | null;
}

export interface NewTicketRow {
  id: string;
  siteId: string;
  businessDay: string;
  lane: string;
  prefix: string;
  partySize: number;
  residentId: string | null;
  issuedBy: string;
  issuedAt: Date;
  bodyHash: Buffer;
}

const seen = `
  t.id, t.site_id, t.business_day::text, t.lane, t.number, t.label, t.party_size, t.state, t.issued_at, t.called_at,
  (SELECT s.number FROM site.station s WHERE s.id = t.station_id) AS station_number, t.body_hash`;
const columns = `${seen}, t.resident_id`;

@Injectable()
export class TicketRepository {
  constructor(private readonly database: Database) {}

  async ticket(id: string, tx?: Tx): Promise<TicketRow | undefined> {
    const [row] = await (tx ?? this.database).query<TicketRow>(
      `SELECT ${columns} FROM queue.ticket t WHERE t.id = $1`,
      [id],
    );
    return row;
  }

  /** A ticket with the people ahead of it and the range of minutes that they take at the lane's measured pace. */
  async standing(id: string, tx?: Tx): Promise<StandingRow | undefined> {
    const [row] = await (tx ?? this.database).query<StandingRow>(
      `SELECT ${seen}, a.ahead, m.from_minutes, m.to_minutes
         FROM queue.line t
        CROSS JOIN LATERAL (
          SELECT coalesce(sum(o.party_size), 0) AS ahead FROM queue.line o
           WHERE o.site_id = t.site_id AND o.business_day = t.business_day AND o.lane = t.lane AND o.state = 'waiting'
             AND t.state = 'waiting' AND (o.place, o.number) < (t.place, t.number)) a
         LEFT JOIN queue.pace p ON p.site_id = t.site_id AND p.business_day = t.business_day AND p.lane = t.lane
                               AND t.state = 'waiting'
         LEFT JOIN LATERAL queue.wait_minutes(a.ahead, p.calls, p.people_per_call, p.mean_gap, p.deviation) m ON true
        WHERE t.id = $1`,
      [id],
    );
    return row;
  }

  /** When the last ticket of the day may be given; undefined when the day has no session, `passed` when it is over. */
  async lastEntry(siteId: string, timeZone: string, dayStarts: string, businessDay: string): Promise<Date | undefined> {
    const [row] = await this.database.query<{ last_entry_at: Date | null }>(
      `SELECT max(last_entry_at) AS last_entry_at FROM site.session
        WHERE site_id = $1 AND ((opens_at AT TIME ZONE $2) - $3::interval)::date = $4::date`,
      [siteId, timeZone, dayStarts, businessDay],
    );
    return row?.last_entry_at ?? undefined;
  }

  async mustBeSampledSingly(residentId: string): Promise<boolean | undefined> {
    const [row] = await this.database.query<{ singly: boolean | null }>('SELECT queue.sampled_singly($1) AS singly', [
      residentId,
    ]);
    return row?.singly ?? undefined;
  }

  async waitingTicketOf(siteId: string, businessDay: string, residentId: string): Promise<TicketRow | undefined> {
    const [row] = await this.database.query<TicketRow>(
      `SELECT ${columns} FROM queue.ticket t
        WHERE t.site_id = $1 AND t.business_day = $2::date AND t.resident_id = $3 AND t.state = 'waiting'`,
      [siteId, businessDay, residentId],
    );
    return row;
  }

  /** Whether a resident may queue for somebody: for themselves and for their wards. */
  async isOwnOrWard(residentId: string | null, askingId: string): Promise<boolean> {
    if (residentId === askingId) return true;
    const rows = await this.database.query('SELECT 1 FROM community.resident WHERE id = $1 AND guardian_id = $2', [
      residentId,
      askingId,
    ]);
    return rows.length === 1;
  }

  /** Takes the next number and gives it to the ticket; undefined when the lane's day was closed. */
  async issue(tx: Tx, ticket: NewTicketRow): Promise<{ label: string } | undefined> {
    const [row] = await tx.query<{ label: string }>(
      `WITH next AS (
         INSERT INTO queue.counter AS c (site_id, business_day, lane, issued) VALUES ($2, $3::date, $4, 1)
         ON CONFLICT (site_id, business_day, lane) DO UPDATE SET issued = c.issued + 1 WHERE c.closed_at IS NULL
         RETURNING issued)
       INSERT INTO queue.ticket (id, site_id, business_day, lane, number, label, place, party_size, resident_id,
                                 issued_by, issued_at, body_hash)
       SELECT $1, $2, $3::date, $4, issued, $5 || lpad(issued::text, greatest(3, length(issued::text)), '0'), issued,
              $6, $7, $8, $9, $10
         FROM next RETURNING label`,
      [
        ticket.id,
        ticket.siteId,
        ticket.businessDay,
        ticket.lane,
        ticket.prefix,
        ticket.partySize,
        ticket.residentId,
        ticket.issuedBy,
        ticket.issuedAt,
        ticket.bodyHash,
      ],
    );
    return row;
  }

  /** True when the ticket was in one of these states and is in `to` now. */
  async move(tx: Tx, id: string, from: TicketState[], to: 'served' | 'missed' | 'left', at: Date): Promise<boolean> {
    const moved = await tx.query(
      `UPDATE queue.ticket SET state = $3, ${to}_at = $4 WHERE id = $1 AND state = ANY ($2) RETURNING id`,
      [id, from, to, at],
    );
    return moved.length === 1;
  }

  async announceAgain(tx: Tx, id: string, at: Date): Promise<boolean> {
    const announced = await tx.query(
      `UPDATE queue.ticket SET announced_at = $2 WHERE id = $1 AND state = 'called' RETURNING id`,
      [id, at],
    );
    return announced.length === 1;
  }

  /** Holds the lane's counter until the transaction ends, so that nobody is added or closed meanwhile. */
  async holdLane(tx: Tx, ticket: TicketRow): Promise<{ issued: number; closed: boolean } | undefined> {
    const [row] = await tx.query<{ issued: number; closed: boolean }>(
      `SELECT issued, closed_at IS NOT NULL AS closed FROM queue.counter
        WHERE site_id = $1 AND business_day = $2::date AND lane = $3 FOR UPDATE`,
      [ticket.site_id, ticket.business_day, ticket.lane],
    );
    return row;
  }

  async frontPlaces(tx: Tx, ticket: TicketRow, count: number): Promise<number[]> {
    const rows = await tx.query<{ place: number }>(
      `SELECT place FROM queue.ticket
        WHERE site_id = $1 AND business_day = $2::date AND lane = $3 AND state = 'waiting'
        ORDER BY place, number LIMIT $4`,
      [ticket.site_id, ticket.business_day, ticket.lane, count],
    );
    return rows.map((row) => row.place);
  }

  async putBack(tx: Tx, id: string, place: number, at: Date): Promise<boolean> {
    const returned = await tx.query(
      `UPDATE queue.ticket SET state = 'waiting', place = $2, returned_at = $3, call_id = NULL, station_id = NULL,
                               called_at = NULL, announced_at = NULL
        WHERE id = $1 AND state = 'missed' RETURNING id`,
      [id, place, at],
    );
    return returned.length === 1;
  }

  /** Closes all lanes of a site's day and lets everybody who still waits leave; answers how many tickets that were. */
  async closeDay(tx: Tx, siteId: string, businessDay: string, at: Date): Promise<{ closed: number; left: number }> {
    const closed = await tx.query(
      `INSERT INTO queue.counter AS c (site_id, business_day, lane, issued, closed_at)
       SELECT site_id, $2::date, lane, 0, $3 FROM site.lane WHERE site_id = $1 ORDER BY lane
       ON CONFLICT (site_id, business_day, lane) DO UPDATE SET closed_at = excluded.closed_at WHERE c.closed_at IS NULL
       RETURNING lane`,
      [siteId, businessDay, at],
    );
    const left = await tx.query(
      `UPDATE queue.ticket SET state = 'left', left_at = $3
        WHERE site_id = $1 AND business_day = $2::date AND state = 'waiting' RETURNING id`,
      [siteId, businessDay, at],
    );
    return { closed: closed.length, left: left.length };
  }

  async reopenDay(tx: Tx, siteId: string, businessDay: string): Promise<boolean> {
    const reopened = await tx.query(
      `UPDATE queue.counter SET closed_at = NULL
        WHERE site_id = $1 AND business_day = $2::date AND closed_at IS NOT NULL RETURNING lane`,
      [siteId, businessDay],
    );
    return reopened.length > 0;
  }

  /** Days before `businessDay` on which somebody still waits. */
  async unclosedDaysBefore(siteId: string, businessDay: string): Promise<string[]> {
    const rows = await this.database.query<{ business_day: string }>(
      `SELECT DISTINCT business_day::text FROM queue.ticket
        WHERE site_id = $1 AND business_day < $2::date AND state = 'waiting' ORDER BY 1`,
      [siteId, businessDay],
    );
    return rows.map((row) => row.business_day);
  }
}
