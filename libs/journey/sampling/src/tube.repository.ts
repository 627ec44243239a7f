import { Injectable } from '@nestjs/common';
import type { PoolClass } from '#journey/campaign';
import { Database, type Tx } from '#platform/database';
import type { SealReason } from './seal-rules.js';

/** opened = sealed + discarded + open, at every moment. */
export const tubeStates = ['open', 'sealed', 'discarded'] as const;
export type TubeState = (typeof tubeStates)[number];

export interface Tube {
  barcode: string;
  roundId: string;
  siteId: string;
  stationId: string;
  /** Null for a tube of a device that nobody had put on a shift. */
  shiftId: string | null;
  poolClass: PoolClass;
  capacity: number;
  filled: number;
  state: TubeState;
  openedAt: Date;
  firstSwabAt: Date | null;
  sealedAt: Date | null;
  countedSwabs: number | null;
  sealReason: SealReason | null;
  sealNote: string | null;
  discardedAt: Date | null;
  discardReason: string | null;
}

export interface TubeRow extends Tube {
  bodyHash: Buffer;
  sealHash: Buffer | null;
}

export interface NewTube {
  barcode: string;
  roundId: string;
  stationId: string;
  poolClass: PoolClass;
  openedBy: string;
  bodyHash: Buffer;
}

export interface TubeMember {
  swabId: string;
  place: number;
  /** Null when nobody knows whose swab it is. */
  residentId: string | null;
  masked: string;
  sampledAt: Date;
  voidedAt: Date | null;
}

const columns = `barcode, round_id AS "roundId", site_id AS "siteId", station_id AS "stationId", shift_id AS "shiftId",
  pool_class AS "poolClass", capacity, filled, state, opened_at AS "openedAt", first_swab_at AS "firstSwabAt",
  sealed_at AS "sealedAt", counted_swabs AS "countedSwabs", seal_reason AS "sealReason", seal_note AS "sealNote",
  discarded_at AS "discardedAt", discard_reason AS "discardReason", body_hash AS "bodyHash", seal_hash AS "sealHash"`;

/** What the world looks like from a table that wants to open a tube. Each part is null when it is missing. */
export interface OpeningGround {
  roundState: string | null;
  barcodePattern: string | null;
  capacity: number | null;
  siteId: string | null;
  shiftId: string | null;
}

@Injectable()
export class TubeRepository {
  constructor(private readonly database: Database) {}

  /** Holds the round until the transaction ends: no tube is opened in a round that is being closed. */
  async openingGround(tx: Tx, tube: Pick<NewTube, 'roundId' | 'stationId' | 'poolClass'>): Promise<OpeningGround> {
    const [ground] = await tx.query<OpeningGround>(
      `SELECT r.state AS "roundState", r.settings ->> 'barcodePattern' AS "barcodePattern", p.capacity,
              st.site_id AS "siteId", sh.id AS "shiftId"
         FROM (VALUES ($1::uuid, $2::uuid, $3::text)) AS asked (round_id, station_id, pool_class)
         LEFT JOIN LATERAL campaign.hold(asked.round_id) r ON true
         LEFT JOIN campaign.pool_class p ON p.round_id = asked.round_id AND r.state IS NOT NULL AND p.pool_class = asked.pool_class
         LEFT JOIN site.station st ON st.id = asked.station_id AND st.closed_at IS NULL
                AND ((SELECT access.sees_all()) OR st.site_id IN (SELECT site.mine()))
         LEFT JOIN site.shift sh ON sh.station_id = st.id AND sh.during @> now()`,
      [tube.roundId, tube.stationId, tube.poolClass],
    );
    if (ground === undefined) throw new Error('a VALUES list gave no row');
    return ground;
  }

  /** Undefined when the barcode was used before. */
  async insert(
    tx: Tx,
    tube: NewTube & { siteId: string; shiftId: string; capacity: number },
  ): Promise<TubeRow | undefined> {
    await tx.query('SELECT sampling.ensure_round($1)', [tube.roundId]);
    const [row] = await tx.query<TubeRow>(
      `INSERT INTO sampling.tube (barcode, round_id, site_id, station_id, shift_id, pool_class, capacity, opened_by, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (barcode) DO NOTHING RETURNING ${columns}`,
      [
        tube.barcode,
        tube.roundId,
        tube.siteId,
        tube.stationId,
        tube.shiftId,
        tube.poolClass,
        tube.capacity,
        tube.openedBy,
        tube.bodyHash,
      ],
    );
    return row;
  }

  async find(barcode: string): Promise<TubeRow | undefined> {
    const [row] = await this.database.query<TubeRow>(`SELECT ${columns} FROM sampling.tube WHERE barcode = $1`, [
      barcode,
    ]);
    return row;
  }

  /** Reads the tube and keeps everybody else from changing it until the transaction ends. */
  async lock(tx: Tx, barcode: string): Promise<TubeRow | undefined> {
    const [row] = await tx.query<TubeRow>(`SELECT ${columns} FROM sampling.tube WHERE barcode = $1 FOR NO KEY UPDATE`, [
      barcode,
    ]);
    return row;
  }

  async seal(
    tx: Tx,
    barcode: string,
    seal: { by: string; countedSwabs: number; reason: string | null; note: string | null; hash: Buffer },
  ): Promise<TubeRow | undefined> {
    const [row] = await tx.query<TubeRow>(
      `UPDATE sampling.tube
          SET state = 'sealed', sealed_at = now(), sealed_by = $2, counted_swabs = $3, seal_reason = $4, seal_note = $5,
              seal_hash = $6
        WHERE barcode = $1 AND state = 'open' AND filled > 0
        RETURNING ${columns}`,
      [barcode, seal.by, seal.countedSwabs, seal.reason, seal.note, seal.hash],
    );
    return row;
  }

  /** Undefined unless the tube stands open and nothing was ever put into it. */
  async discard(tx: Tx, barcode: string, by: string, reason: string): Promise<TubeRow | undefined> {
    const [row] = await tx.query<TubeRow>(
      `UPDATE sampling.tube SET state = 'discarded', discarded_at = now(), discarded_by = $2, discard_reason = $3
        WHERE barcode = $1 AND state = 'open' AND filled = 0 RETURNING ${columns}`,
      [barcode, by, reason],
    );
    return row;
  }

  members(barcode: string, roundId: string): Promise<TubeMember[]> {
    return this.database.query<TubeMember>(
      `SELECT s.id AS "swabId", s.place, s.resident_id AS "residentId", coalesce(p.masked_name, '*') AS masked, s.sampled_at AS "sampledAt", s.voided_at AS "voidedAt"
         FROM sampling.swab s LEFT JOIN community.sampling_subject p ON p.id = s.resident_id
        WHERE s.round_id = $2 AND s.tube_barcode = $1 ORDER BY s.place`,
      [barcode, roundId],
    );
  }

  openAtStation(stationId: string): Promise<TubeRow[]> {
    return this.database.query<TubeRow>(
      `SELECT ${columns} FROM sampling.tube WHERE station_id = $1 AND state = 'open' ORDER BY opened_at`,
      [stationId],
    );
  }

  /** The wall clock and the day's start of the site where a tube was filled. */
  async siteClock(barcode: string): Promise<{ timeZone: string; dayStarts: string } | undefined> {
    const [row] = await this.database.query<{ timeZone: string; dayStarts: string }>(
      `SELECT s.time_zone AS "timeZone", s.day_starts::text AS "dayStarts"
         FROM sampling.tube t JOIN site.site s ON s.id = t.site_id WHERE t.barcode = $1`,
      [barcode],
    );
    return row;
  }
}
