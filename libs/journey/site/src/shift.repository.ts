import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface ShiftRow {
  id: string;
  station_id: string;
  site_id: string;
  scanner_id: string;
  collector_id: string;
  starts_at: Date;
  ends_at: Date | null;
  body_hash: Buffer;
}

export interface NewShiftRow {
  id: string;
  stationId: string;
  scannerId: string;
  collectorId: string;
  startsAt: Date;
  endsAt: Date;
  bodyHash: Buffer;
}

/** Where somebody or something is busy, in the words of the site. */
export interface BusyRow {
  username: string;
  site_name: string;
  station_number: number;
  time_zone: string;
  ends_at: Date | null;
}

const wholeShift = `
  SELECT s.id, s.station_id, t.site_id, s.scanner_id, s.collector_id, lower(s.during) AS starts_at,
         upper(s.during) AS ends_at, s.body_hash
    FROM site.shift s JOIN site.station t ON t.id = s.station_id`;

const busy = `
  SELECT a.username, i.name AS site_name, t.number AS station_number, i.time_zone, upper(d.during) AS ends_at
    FROM site.duty d JOIN access.account a ON a.id = d.person_id JOIN site.shift s ON s.id = d.shift_id
    JOIN site.station t ON t.id = s.station_id JOIN site.site i ON i.id = t.site_id`;

@Injectable()
export class ShiftRepository {
  constructor(private readonly database: Database) {}

  async shift(id: string, tx?: Tx): Promise<ShiftRow | undefined> {
    const [row] = await (tx ?? this.database).query<ShiftRow>(`${wholeShift} WHERE s.id = $1`, [id]);
    return row;
  }

  async onDuty(stationId: string, at: Date, tx?: Tx): Promise<ShiftRow | undefined> {
    const [row] = await (tx ?? this.database).query<ShiftRow>(
      `${wholeShift} WHERE s.station_id = $1 AND s.during @> $2::timestamptz`,
      [stationId, at],
    );
    return row;
  }

  async isPair(tx: Tx, scannerId: string, collectorId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT id FROM access.account
        WHERE disabled_at IS NULL AND ((id = $1 AND role = 'scanner') OR (id = $2 AND role = 'collector'))`,
      [scannerId, collectorId],
    );
    return rows.length === 2;
  }

  /** The exclusion constraints refuse a station or a person that is busy. */
  async add(tx: Tx, shift: NewShiftRow): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO site.shift (id, station_id, scanner_id, collector_id, during, body_hash)
       VALUES ($1, $2, $3, $4, tstzrange($5, $6), $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [shift.id, shift.stationId, shift.scannerId, shift.collectorId, shift.startsAt, shift.endsAt, shift.bodyHash],
    );
    if (added.length === 0) return false;
    await tx.query(
      `INSERT INTO site.duty (shift_id, person_id, during)
       SELECT $1, person, tstzrange($4, $5) FROM unnest(ARRAY[$2::uuid, $3::uuid]) AS person ORDER BY person`,
      [shift.id, shift.scannerId, shift.collectorId, shift.startsAt, shift.endsAt],
    );
    return true;
  }

  // Where somebody is busy may lie outside the asker's scope; they cannot plan without being told.
  async stationBusy(stationId: string, from: Date, to: Date): Promise<BusyRow | undefined> {
    const [row] = await this.database.queryAs<BusyRow>(
      'jobs',
      `${busy} WHERE s.station_id = $1 AND d.during && tstzrange($2, $3) ORDER BY d.during LIMIT 1`,
      [stationId, from, to],
    );
    return row;
  }

  async personBusy(people: string[], from: Date, to: Date): Promise<BusyRow | undefined> {
    const [row] = await this.database.queryAs<BusyRow>(
      'jobs',
      `${busy} WHERE d.person_id = ANY ($1) AND d.during && tstzrange($2, $3) ORDER BY d.during LIMIT 1`,
      [people, from, to],
    );
    return row;
  }

  /** True when the shift was running and ends at `at` now. */
  async end(tx: Tx, id: string, at: Date): Promise<boolean> {
    const ended = await tx.query(
      `UPDATE site.shift SET during = tstzrange(lower(during), $2)
        WHERE id = $1 AND lower(during) < $2 AND (upper_inf(during) OR upper(during) > $2) RETURNING id`,
      [id, at],
    );
    if (ended.length === 0) return false;
    await tx.query('UPDATE site.duty SET during = tstzrange(lower(during), $2) WHERE shift_id = $1', [id, at]);
    return true;
  }
}
