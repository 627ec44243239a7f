import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { wallTime } from '#platform/clock';
import { bodyHash, isConstraint, Transactions, type Tx, isOutOfSight } from '#platform/database';
import { Journal } from '#platform/journal';
import { LiveSignals } from '#platform/live';
import { usualBands, type Bands } from './bands.js';
import type { Coordinates } from './coordinates.js';
import { usualLanes, type Lane, type LanePrefix, type SiteKind, type SiteState } from './lanes.js';
import { parseSiteSettings, type SiteSettings } from './site-settings.js';
import { SessionsOverlap, SessionWindowRefused, SiteActIdTaken, SiteAreaUnknown } from './site.errors.js';
import { SiteCodeTaken, SiteHasNoSuchLane, SiteNotFound, StationNotFound, StationNumberTaken } from './site.errors.js';
import { SessionPlanned, SiteAdded, SitePlaced, SiteStateChanged, StationAdded } from './site.events.js';
import { SiteRepository, type SessionRow, type SiteRow, type StationRow } from './site.repository.js';

export interface SitePlan {
  id?: string | undefined;
  code: string;
  name: string;
  areaCode: string;
  address: string;
  kind?: SiteKind | undefined;
  serves?: string | undefined;
  timeZone?: string | undefined;
  /** Local wall time at which a business day begins, "04:00". */
  dayStarts?: string | undefined;
  lanes?: LanePrefix[] | undefined;
  bands?: Bands | undefined;
  settings?: object | undefined;
  coordinates?: Coordinates | undefined;
}

export interface Site {
  id: string;
  code: string;
  name: string;
  areaCode: string;
  address: string;
  kind: SiteKind;
  serves: string | null;
  state: SiteState;
  pauseReason: string | null;
  timeZone: string;
  dayStarts: string;
  lanes: LanePrefix[];
  bands: Bands;
  settings: SiteSettings;
  /** Null where nobody has said. */
  coordinates: Coordinates | null;
}

export interface Station {
  id: string;
  siteId: string;
  number: number;
  lane: Lane;
}

export interface SessionPlan {
  id?: string | undefined;
  kind: 'day' | 'night';
  opensAt: Date;
  closesAt: Date;
  lastEntryAt?: Date | undefined;
}

export interface Session {
  id: string;
  siteId: string;
  kind: 'day' | 'night';
  opensAt: Date;
  closesAt: Date;
  lastEntryAt: Date;
}

/** Where people come to be sampled: sites, their lanes, stations and opening hours. */
@Injectable()
export class SiteRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly sites: SiteRepository,
    private readonly journal: Journal,
    private readonly live: LiveSignals,
  ) {}

  /** @throws SiteActIdTaken, SiteCodeTaken, SiteAreaUnknown */
  async add(plan: SitePlan, actorId: string): Promise<Site> {
    const { id = uuidv7(), timeZone = 'Asia/Shanghai', dayStarts = '04:00', kind = 'fixed' } = plan;
    const { lanes = usualLanes, bands = usualBands, serves } = plan;
    const hash = bodyHash({ ...plan, id });
    const settings = parseSiteSettings(plan.settings);
    const { code, name, areaCode, address, coordinates } = plan;
    const place = { areaCode, address, coordinates };
    const row = { id, code, name, ...place, kind, serves, timeZone, dayStarts, lanes, settings, ...bands };
    try {
      return await this.transactions.run(async (tx) => {
        if (await this.sites.addSite(tx, { ...row, bodyHash: hash })) {
          await this.journal.record(tx, SiteAdded, {
            actorId,
            siteId: id,
            subject: `site:${id}`,
            payload: { siteId: id },
          });
        }
        return this.same(await this.sites.site(id, tx), hash);
      });
    } catch (error) {
      if (isConstraint(error, 'site_area_code_fkey') || isOutOfSight(error)) throw new SiteAreaUnknown(plan.areaCode);
      if (!isConstraint(error, 'site_code_key')) throw error;
      const earlier = await this.sites.site(id);
      if (earlier !== undefined) return this.same(earlier, hash);
      throw new SiteCodeTaken(plan.code);
    }
  }

  /** Whether the site is in the scope of whoever acts. One that is not, and one that is not there, are the same. */
  isInScope(id: string): Promise<boolean> {
    return this.sites.isInScope(id);
  }

  /** @throws SiteNotFound */
  async find(siteId: string, tx?: Tx): Promise<Site> {
    const row = await this.sites.site(siteId, tx);
    if (row === undefined) throw new SiteNotFound();
    return siteOf(row);
  }

  /** A site at which the actor has something to do. @throws SiteNotFound also when it is not in their scope */
  async reach(siteId: string, tx?: Tx): Promise<Site> {
    const row = await this.sites.siteInReach(siteId, tx);
    if (row === undefined) throw new SiteNotFound();
    return siteOf(row);
  }

  async list(): Promise<Site[]> {
    return (await this.sites.sites()).map(siteOf);
  }

  /** Opens, pauses (with the reason that the board shows) or closes a site. @throws SiteNotFound */
  async setState(siteId: string, state: SiteState, reason: string | undefined, actorId: string): Promise<Site> {
    return this.transactions.run(async (tx) => {
      await this.reach(siteId, tx);
      if (await this.sites.setState(tx, siteId, state, state === 'paused' ? (reason ?? null) : null)) {
        const payload = { siteId, state };
        await this.journal.record(tx, SiteStateChanged, { actorId, siteId, subject: `site:${siteId}`, payload });
        await this.live.changed(tx, 'board', siteId);
      }
      return this.find(siteId, tx);
    });
  }

  /** Says where the site lies. @throws SiteNotFound */
  async place(siteId: string, coordinates: Coordinates, actorId: string): Promise<Site> {
    return this.transactions.run(async (tx) => {
      await this.reach(siteId, tx);
      if (await this.sites.setCoordinates(tx, siteId, coordinates)) {
        const payload = { siteId };
        await this.journal.record(tx, SitePlaced, { actorId, siteId, subject: `site:${siteId}`, payload });
      }
      return this.find(siteId, tx);
    });
  }

  /** @throws SiteNotFound, SiteHasNoSuchLane, StationNumberTaken, SiteActIdTaken */
  async addStation(
    siteId: string,
    plan: { id?: string | undefined; number: number; lane: Lane },
    actorId: string,
  ): Promise<Station> {
    const { id = uuidv7(), number, lane } = plan;
    const row = { id, site_id: siteId, number, lane, body_hash: bodyHash({ siteId, id, number, lane }) };
    try {
      return await this.transactions.run(async (tx) => {
        await this.reach(siteId, tx);
        if (await this.sites.addStation(tx, row)) {
          const payload = { siteId, stationId: id, number };
          await this.journal.record(tx, StationAdded, { actorId, siteId, subject: `station:${id}`, payload });
        }
        return sameStation(await this.sites.station(id, tx), row.body_hash);
      });
    } catch (error) {
      if (isConstraint(error, 'station_site_id_lane_fkey')) throw new SiteHasNoSuchLane(lane);
      if (!isConstraint(error, 'station_number')) throw error;
      const earlier = await this.sites.station(id);
      if (earlier !== undefined) return sameStation(earlier, row.body_hash);
      throw new StationNumberTaken(number);
    }
  }

  /** @throws StationNotFound */
  async station(stationId: string, tx?: Tx): Promise<Station> {
    const row = await this.sites.station(stationId, tx);
    if (row === undefined) throw new StationNotFound();
    return stationOf(row);
  }

  /** The stations that are in use, by number. @throws SiteNotFound */
  async stations(siteId: string): Promise<Station[]> {
    await this.reach(siteId);
    return (await this.sites.stations(siteId)).map(stationOf);
  }

  /** @throws SiteNotFound, SessionWindowRefused, SessionsOverlap, SiteActIdTaken */
  async planSession(siteId: string, plan: SessionPlan, actorId: string): Promise<Session> {
    const site = await this.reach(siteId);
    const { id = uuidv7(), kind, opensAt, closesAt } = plan;
    const lastEntryAt = plan.lastEntryAt ?? new Date(closesAt.getTime() - site.settings.lastEntryMinutes * 60_000);
    if (opensAt >= lastEntryAt || lastEntryAt > closesAt) throw new SessionWindowRefused();
    const hash = bodyHash({ ...plan, id, siteId });
    const times = { opens_at: opensAt, closes_at: closesAt, last_entry_at: lastEntryAt };
    try {
      return await this.transactions.run(async (tx) => {
        if (await this.sites.addSession(tx, { id, site_id: siteId, kind, ...times, body_hash: hash })) {
          const payload = { siteId, sessionId: id };
          await this.journal.record(tx, SessionPlanned, { actorId, siteId, subject: `session:${id}`, payload });
          await this.live.changed(tx, 'board', siteId);
        }
        return sameSession(await this.sites.session(id, tx), hash);
      });
    } catch (error) {
      if (!isConstraint(error, 'session_apart')) throw error;
      const earlier = await this.sites.session(id);
      if (earlier !== undefined) return sameSession(earlier, hash);
      const held = await this.sites.sessionWithin(siteId, opensAt, closesAt);
      throw new SessionsOverlap(
        wallTime(held?.opens_at ?? opensAt, site.timeZone),
        wallTime(held?.closes_at ?? closesAt, site.timeZone),
      );
    }
  }

  /** The opening hours, latest first. @throws SiteNotFound */
  async sessions(siteId: string): Promise<Session[]> {
    await this.find(siteId);
    return (await this.sites.sessions(siteId)).map(sessionOf);
  }

  private same(row: SiteRow | undefined, hash: Buffer): Site {
    if (row?.body_hash.equals(hash) !== true) throw new SiteActIdTaken('采样点', 'site');
    return siteOf(row);
  }
}

function sameStation(row: StationRow | undefined, hash: Buffer): Station {
  if (row?.body_hash.equals(hash) !== true) throw new SiteActIdTaken('采样台', 'station');
  return stationOf(row);
}

function sameSession(row: SessionRow | undefined, hash: Buffer): Session {
  if (row?.body_hash?.equals(hash) !== true) throw new SiteActIdTaken('场次', 'session');
  return sessionOf(row);
}

function siteOf(row: SiteRow): Site {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    areaCode: row.area_code,
    address: row.address,
    kind: row.kind,
    serves: row.serves,
    state: row.state,
    pauseReason: row.pause_reason,
    timeZone: row.time_zone,
    dayStarts: row.day_starts.slice(0, 5),
    lanes: row.lanes,
    bands: { busyAfterMinutes: row.busy_after_minutes, crowdedAfterMinutes: row.crowded_after_minutes },
    settings: parseSiteSettings(row.settings),
    coordinates:
      row.latitude === null || row.longitude === null ? null : { latitude: row.latitude, longitude: row.longitude },
  };
}

function stationOf(row: StationRow): Station {
  return { id: row.id, siteId: row.site_id, number: row.number, lane: row.lane };
}

function sessionOf(row: SessionRow): Session {
  return {
    id: row.id,
    siteId: row.site_id,
    kind: row.kind,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    lastEntryAt: row.last_entry_at,
  };
}
