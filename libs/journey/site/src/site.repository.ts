import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Bands } from './bands.js';
import type { Coordinates } from './coordinates.js';
import type { Lane, LanePrefix, SiteKind, SiteState } from './lanes.js';

export interface SiteRow {
  id: string;
  code: string;
  name: string;
  area_code: string;
  address: string;
  kind: SiteKind;
  serves: string | null;
  state: SiteState;
  pause_reason: string | null;
  time_zone: string;
  day_starts: string;
  busy_after_minutes: number;
  crowded_after_minutes: number;
  settings: unknown;
  latitude: number | null;
  longitude: number | null;
  body_hash: Buffer;
  lanes: LanePrefix[];
}

export interface NewSiteRow {
  id: string;
  code: string;
  name: string;
  areaCode: string;
  address: string;
  kind: SiteKind;
  serves: string | undefined;
  timeZone: string;
  dayStarts: string;
  busyAfterMinutes: number;
  crowdedAfterMinutes: number;
  lanes: readonly LanePrefix[];
  settings: object;
  coordinates: Coordinates | undefined;
  bodyHash: Buffer;
}

/** What of a site may become another. */
export interface SiteAsSaid {
  name: string;
  address: string;
  serves: string | null;
  bands: Bands;
  settings: object;
}

export interface StationRow {
  id: string;
  site_id: string;
  number: number;
  lane: Lane;
  body_hash: Buffer;
}

export interface SessionRow {
  id: string;
  site_id: string;
  kind: 'day' | 'night';
  opens_at: Date;
  closes_at: Date;
  last_entry_at: Date;
  body_hash: Buffer | null;
}

const wholeSite = `
  SELECT s.*, (SELECT coalesce(jsonb_agg(jsonb_build_object('lane', l.lane, 'prefix', l.prefix) ORDER BY l.prefix), '[]')
                 FROM site.lane l WHERE l.site_id = s.id) AS lanes
    FROM site.site s`;

/** Everybody may know a site; only those in whose scope it lies act there. */
function inReach(siteId: string): string {
  return `((SELECT access.sees_all()) OR ${siteId} IN (SELECT site.mine()))`;
}

@Injectable()
export class SiteRepository {
  constructor(private readonly database: Database) {}

  /** Whether the site is in the scope of whoever acts. */
  async isInScope(id: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM site.mine() AS reached WHERE reached = $1', [id]);
    return rows.length > 0;
  }

  async site(id: string, tx?: Tx): Promise<SiteRow | undefined> {
    const [row] = await (tx ?? this.database).query<SiteRow>(`${wholeSite} WHERE s.id = $1`, [id]);
    return row;
  }

  /** The same for a site within the actor's scope. */
  async siteInReach(id: string, tx?: Tx): Promise<SiteRow | undefined> {
    const [row] = await (tx ?? this.database).query<SiteRow>(`${wholeSite} WHERE s.id = $1 AND ${inReach('s.id')}`, [
      id,
    ]);
    return row;
  }

  sites(): Promise<SiteRow[]> {
    return this.database.query<SiteRow>(`${wholeSite} ORDER BY s.code LIMIT 5000`);
  }

  async addSite(tx: Tx, site: NewSiteRow): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO site.site (id, code, name, area_code, address, kind, serves, time_zone, day_starts,
                              busy_after_minutes, crowded_after_minutes, settings, body_hash, latitude, longitude)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        site.id,
        site.code,
        site.name,
        site.areaCode,
        site.address,
        site.kind,
        site.serves ?? null,
        site.timeZone,
        site.dayStarts,
        site.busyAfterMinutes,
        site.crowdedAfterMinutes,
        JSON.stringify(site.settings),
        site.bodyHash,
        site.coordinates?.latitude ?? null,
        site.coordinates?.longitude ?? null,
      ],
    );
    if (added.length === 0) return false;
    await tx.query(`INSERT INTO site.lane (site_id, lane, prefix) SELECT $1, * FROM unnest($2::text[], $3::text[])`, [
      site.id,
      site.lanes.map((held) => held.lane),
      site.lanes.map((held) => held.prefix),
    ]);
    return true;
  }

  /** Holds a site against other changes until the transaction ends; one that is out of reach is not held. */
  async holdSite(tx: Tx, id: string): Promise<void> {
    await tx.query('SELECT 1 FROM site.site WHERE id = $1 FOR UPDATE', [id]);
  }

  async changeSite(tx: Tx, id: string, to: SiteAsSaid): Promise<void> {
    await tx.query(
      `UPDATE site.site SET name = $2, address = $3, serves = $4, busy_after_minutes = $5, crowded_after_minutes = $6,
                            settings = $7, version = version + 1 WHERE id = $1`,
      [
        id,
        to.name,
        to.address,
        to.serves,
        to.bands.busyAfterMinutes,
        to.bands.crowdedAfterMinutes,
        JSON.stringify(to.settings),
      ],
    );
  }

  /** True when this changed anything. */
  async setCoordinates(tx: Tx, id: string, { latitude, longitude }: Coordinates): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE site.site SET latitude = $2, longitude = $3
        WHERE id = $1 AND (latitude, longitude) IS DISTINCT FROM ($2::float8, $3::float8) RETURNING id`,
      [id, latitude, longitude],
    );
    return changed.length === 1;
  }

  /** True when this changed anything. */
  async setState(tx: Tx, id: string, state: SiteState, reason: string | null): Promise<boolean> {
    const changed = await tx.query(
      `UPDATE site.site SET state = $2, pause_reason = $3, version = version + 1
        WHERE id = $1 AND (state, coalesce(pause_reason, '')) IS DISTINCT FROM ($2, coalesce($3, '')) RETURNING id`,
      [id, state, reason],
    );
    return changed.length === 1;
  }

  async station(id: string, tx?: Tx): Promise<StationRow | undefined> {
    const [row] = await (tx ?? this.database).query<StationRow>(
      `SELECT id, site_id, number, lane, body_hash FROM site.station WHERE id = $1 AND ${inReach('site_id')}`,
      [id],
    );
    return row;
  }

  stations(siteId: string): Promise<StationRow[]> {
    return this.database.query<StationRow>(
      'SELECT id, site_id, number, lane, body_hash FROM site.station WHERE site_id = $1 AND closed_at IS NULL ORDER BY number',
      [siteId],
    );
  }

  async addStation(tx: Tx, station: StationRow): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO site.station (id, site_id, number, lane, body_hash) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [station.id, station.site_id, station.number, station.lane, station.body_hash],
    );
    return added.length === 1;
  }

  async session(id: string, tx?: Tx): Promise<SessionRow | undefined> {
    const [row] = await (tx ?? this.database).query<SessionRow>('SELECT * FROM site.session WHERE id = $1', [id]);
    return row;
  }

  async sessionWithin(siteId: string, from: Date, to: Date): Promise<SessionRow | undefined> {
    const [row] = await this.database.query<SessionRow>(
      `SELECT * FROM site.session WHERE site_id = $1 AND opens_at < $3 AND closes_at > $2 ORDER BY opens_at LIMIT 1`,
      [siteId, from, to],
    );
    return row;
  }

  sessions(siteId: string): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(
      'SELECT * FROM site.session WHERE site_id = $1 ORDER BY opens_at DESC LIMIT 200',
      [siteId],
    );
  }

  async addSession(tx: Tx, session: SessionRow): Promise<boolean> {
    const added = await tx.query(
      `WITH added AS (
         INSERT INTO site.session (id, site_id, kind, opens_at, closes_at, last_entry_at, body_hash)
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING site_id)
       UPDATE site.site s SET version = version + 1 FROM added WHERE s.id = added.site_id RETURNING s.id`,
      [
        session.id,
        session.site_id,
        session.kind,
        session.opens_at,
        session.closes_at,
        session.last_entry_at,
        session.body_hash,
      ],
    );
    return added.length === 1;
  }
}
