import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface CallRow {
  id: string;
  station_id: string;
  station_number: number;
  site_id: string;
  lane: string;
  people: number;
  called_at: Date;
  body_hash: Buffer;
  tickets: { id: string; label: string; partySize: number; residentId: string | null }[];
}

export interface NewCallRow {
  id: string;
  stationId: string;
  siteId: string;
  businessDay: string;
  lane: string;
  asked: number;
  calledBy: string;
  calledAt: Date;
  bodyHash: Buffer;
}

@Injectable()
export class CallRepository {
  constructor(private readonly database: Database) {}

  async call(id: string, tx?: Tx): Promise<CallRow | undefined> {
    const [row] = await (tx ?? this.database).query<CallRow>(
      `SELECT c.id, c.station_id, s.number AS station_number, c.site_id, c.lane, c.people, c.called_at, c.body_hash,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'label', t.label, 'partySize', t.party_size,
                                                            'residentId', t.resident_id) ORDER BY u.nth), '[]')
                 FROM unnest(c.ticket_ids) WITH ORDINALITY AS u (id, nth) JOIN queue.ticket t ON t.id = u.id) AS tickets
         FROM queue.call c JOIN site.station s ON s.id = c.station_id WHERE c.id = $1`,
      [id],
    );
    return row;
  }

  /** Claims the call's id; whoever sends the same id at the same moment waits here and then finds it taken. */
  async claim(tx: Tx, call: NewCallRow): Promise<void> {
    await tx.query(
      `INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, called_by, called_at, body_hash)
       VALUES ($1, $2, $3, $4::date, $5, $6, $7, $8, $9)`,
      valuesOf(call),
    );
  }

  async callNext(tx: Tx, call: NewCallRow): Promise<string[]> {
    const [row] = await tx.query<{ called: string[] }>(
      'SELECT queue.call_next($1, $2, $3, $4::date, $5, $6, $7) AS called',
      [call.id, call.stationId, call.siteId, call.businessDay, call.lane, call.asked, call.calledAt],
    );
    return row?.called ?? [];
  }

  /** The lane of a station of this site. */
  async laneOf(tx: Tx, stationId: string, siteId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ lane: string }>('SELECT lane FROM site.station WHERE id = $1 AND site_id = $2', [
      stationId,
      siteId,
    ]);
    return row?.lane;
  }

  /** False when the id is taken. */
  async add(tx: Tx, call: NewCallRow): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO queue.call (id, station_id, site_id, business_day, lane, asked, called_by, called_at, body_hash)
       VALUES ($1, $2, $3, $4::date, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING RETURNING id`,
      valuesOf(call),
    );
    return rows.length === 1;
  }

  /** Calls those of these tickets that wait at the site, whatever their place. */
  async callThese(
    tx: Tx,
    call: { id: string; stationId: string; siteId: string; at: Date },
    ticketIds: readonly string[],
  ): Promise<{ called: string[]; people: number }> {
    const rows = await tx.query<{ id: string; people: number }>(
      `WITH line AS (
         SELECT id FROM queue.ticket WHERE id = ANY ($5::uuid[]) AND site_id = $3 AND state = 'waiting' ORDER BY id FOR UPDATE
       )
       UPDATE queue.ticket t SET state = 'called', call_id = $1, station_id = $2, called_at = $4, announced_at = $4
         FROM line WHERE t.id = line.id RETURNING t.id, t.party_size AS people`,
      [call.id, call.stationId, call.siteId, call.at, ticketIds],
    );
    const called = ticketIds.filter((id) => rows.some((row) => row.id === id));
    const people = rows.reduce((sum, row) => sum + row.people, 0);
    await tx.query('UPDATE queue.call SET people = $2, ticket_ids = $3 WHERE id = $1', [call.id, people, called]);
    return { called, people };
  }
}

/** In the order of the columns of both ways to add a call. */
function valuesOf(call: NewCallRow): unknown[] {
  return [
    call.id,
    call.stationId,
    call.siteId,
    call.businessDay,
    call.lane,
    call.asked,
    call.calledBy,
    call.calledAt,
    call.bodyHash,
  ];
}
