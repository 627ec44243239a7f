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
      [
        call.id,
        call.stationId,
        call.siteId,
        call.businessDay,
        call.lane,
        call.asked,
        call.calledBy,
        call.calledAt,
        call.bodyHash,
      ],
    );
  }

  async callNext(tx: Tx, call: NewCallRow): Promise<string[]> {
    const [row] = await tx.query<{ called: string[] }>(
      'SELECT queue.call_next($1, $2, $3, $4::date, $5, $6, $7) AS called',
      [call.id, call.stationId, call.siteId, call.businessDay, call.lane, call.asked, call.calledAt],
    );
    return row?.called ?? [];
  }
}
