import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '#platform/database';
import { bucketMinutes, bucketsShown, type TubeStage } from './tube-stages.js';

export interface StageRow {
  siteId: string;
  stage: TubeStage;
  tubes: number;
  people: number;
  oldestSince: Date | null;
  late: number;
}

export interface SiteRow {
  siteId: string;
  code: string;
  name: string;
  state: 'open' | 'paused' | 'closed';
  tables: number;
  onDuty: number;
  working: number;
  peopleLastHour: number;
  waitP50: number | null;
  waitP90: number | null;
  devices: number;
  silentDevices: number;
  missingActs: number;
}

export interface PoolRow {
  poolClass: string;
  capacity: number;
  tubes: number;
  people: number;
  notNegative: number;
}

export interface ProgressRows {
  stages: StageRow[];
  sites: SiteRow[];
  pools: PoolRow[];
  buckets: { from: Date; people: number }[];
}

/** Minutes of one limit: what the site says, else what the round says, else the default in that parameter. */
function limit(key: string, parameter: string): string {
  return `make_interval(secs => 60 * coalesce(
            CASE WHEN jsonb_typeof(s.settings->'${key}') = 'number' THEN (s.settings->>'${key}')::float8 END,
            CASE WHEN jsonb_typeof(ro.settings->'${key}') = 'number' THEN (ro.settings->>'${key}')::float8 END,
            ${parameter}::float8))`;
}

/** Sites of other people's scope do not count, although their tubes may be seen by whoever carries them. */
const ofMySites = (siteId: string) => `((SELECT access.sees_all()) OR ${siteId} IN (SELECT site.mine()))`;

/** Reads where the tubes of a round are and what its sites do, as whoever asks may see it. */
@Injectable()
export class ProgressRepository {
  constructor(private readonly transactions: Transactions) {}

  async read(
    roundId: string,
    at: Date,
    limits: { open: number; undispatched: number; unreceived: number; untested: number; silentDevice: number },
  ): Promise<ProgressRows> {
    return this.transactions.run(async (tx) => ({
      stages: await this.stages(tx, roundId, at, limits),
      sites: await this.sites(tx, roundId, at, limits.silentDevice),
      pools: await this.pools(tx, roundId),
      buckets: await this.buckets(tx, roundId, at),
    }));
  }

  /** Tubes with somebody in them, each at one stage. A tube's clock runs from its first swab; the laboratory's from receipt. */
  private stages(
    tx: Tx,
    roundId: string,
    at: Date,
    limits: { open: number; undispatched: number; unreceived: number; untested: number },
  ): Promise<StageRow[]> {
    return tx.query<StageRow>(
      `WITH held AS (
         SELECT t.site_id, t.filled, coalesce(t.first_swab_at, t.sealed_at, t.opened_at) AS began, l.received_at,
                CASE WHEN o.barcode IS NOT NULL THEN 'tested'
                     WHEN l.barcode IS NOT NULL THEN 'at-lab'
                     WHEN b.state IN ('dispatched', 'at-hub', 'received') THEN 'moving'
                     WHEN t.state = 'sealed' THEN 'sealed'
                     ELSE 'open' END AS stage,
                ${limit('openTubeAlarmMinutes', '$3')} AS open_limit,
                ${limit('undispatchedAlarmMinutes', '$4')} AS undispatched_limit,
                ${limit('unreceivedAlarmMinutes', '$5')} AS unreceived_limit,
                ${limit('untestedMinutes', '$6')} AS untested_limit
           FROM sampling.tube t
           JOIN campaign.round ro ON ro.id = t.round_id
           JOIN site.site s ON s.id = t.site_id
           LEFT JOIN transport.box_tube bt ON bt.barcode = t.barcode
           LEFT JOIN transport.box b ON b.code = bt.box_code
           LEFT JOIN lab.tube l ON l.barcode = t.barcode
           LEFT JOIN lab.tube_outcome o ON o.barcode = t.barcode AND o.state = 'current'
          WHERE t.round_id = $1 AND t.state <> 'discarded' AND t.filled > 0 AND l.accepted IS DISTINCT FROM false
            AND ${ofMySites('t.site_id')}
            AND NOT EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = t.barcode AND e.ending = 'lost')
       ), clocked AS (
         SELECT h.*, c.since, c.since + c.lasts <= $2::timestamptz AS late
           FROM held h
           LEFT JOIN LATERAL (VALUES ('open', h.began, h.open_limit), ('sealed', h.began, h.undispatched_limit),
                                     ('moving', h.began, h.unreceived_limit), ('at-lab', h.received_at, h.untested_limit)
                             ) AS c (stage, since, lasts) ON c.stage = h.stage
       )
       SELECT site_id AS "siteId", stage, count(*)::int AS tubes, sum(filled)::int AS people, min(since) AS "oldestSince",
              count(*) FILTER (WHERE late)::int AS late
         FROM clocked GROUP BY site_id, stage`,
      [roundId, at, limits.open, limits.undispatched, limits.unreceived, limits.untested],
    );
  }

  /** The sites that stand in an area of the round or took tubes for it. */
  private sites(tx: Tx, roundId: string, at: Date, silentDeviceMinutes: number): Promise<SiteRow[]> {
    return tx.query<SiteRow>(
      `WITH mine AS MATERIALIZED (
         SELECT s.id, s.code, s.name, s.state, s.settings FROM site.site s JOIN community.area h ON h.code = s.area_code
          WHERE ${ofMySites('s.id')}
            AND (EXISTS (SELECT 1 FROM campaign.round_area ra WHERE ra.round_id = $1 AND ra.area_code = ANY (h.lineage))
                 OR EXISTS (SELECT 1 FROM sampling.tube t WHERE t.round_id = $1 AND t.site_id = s.id))
       ), swabbed AS (
         SELECT t.site_id, count(*)::int AS people, count(DISTINCT t.station_id)::int AS working
           FROM sampling.tube t JOIN sampling.swab w ON w.round_id = t.round_id AND w.tube_barcode = t.barcode
          WHERE t.round_id = $1 AND coalesce(t.sealed_at, 'infinity') > $2::timestamptz - interval '1 hour'
            AND w.sampled_at > $2::timestamptz - interval '1 hour' AND w.sampled_at <= $2 AND w.voided_at IS NULL
          GROUP BY t.site_id
       ), waited AS (
         SELECT k.site_id, percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (
                  ORDER BY extract(epoch FROM k.called_at - k.issued_at) / 60) AS minutes
           FROM queue.ticket k
          WHERE k.site_id IN (SELECT id FROM mine) AND k.business_day >= ($2::timestamptz - interval '2 days')::date
            AND k.called_at > $2::timestamptz - interval '1 hour' AND k.called_at <= $2
          GROUP BY k.site_id
       ), heard AS (
         SELECT d.site_id, count(*)::int AS devices,
                count(*) FILTER (WHERE b.last_contact_at IS NULL OR b.last_contact_at <= $2::timestamptz - make_interval(mins => coalesce(
                  CASE WHEN jsonb_typeof(m.settings->'silentDeviceMinutes') = 'number' THEN (m.settings->>'silentDeviceMinutes')::int END,
                  $3::int)))::int AS silent,
                coalesce(sum((SELECT sum(upper(l.seen) - 1 - (SELECT sum(upper(r) - lower(r)) FROM unnest(l.seen) AS r))
                                FROM sampling.device_line l WHERE l.device_id = d.id AND NOT isempty(l.seen))), 0)::int AS missing
           FROM mine m JOIN site.device d ON d.site_id = m.id
           LEFT JOIN sampling.device_book b ON b.device_id = d.id
          WHERE d.approved_at IS NOT NULL AND d.revoked_at IS NULL AND d.not_after > $2
          GROUP BY d.site_id
       )
       SELECT m.id AS "siteId", m.code, m.name, m.state,
              (SELECT count(*)::int FROM site.station n WHERE n.site_id = m.id) AS tables,
              (SELECT count(DISTINCT n.id)::int FROM site.station n JOIN site.shift f ON f.station_id = n.id
                WHERE n.site_id = m.id AND f.during @> $2::timestamptz) AS "onDuty",
              coalesce(w.working, 0) AS working, coalesce(w.people, 0) AS "peopleLastHour",
              q.minutes[1]::float8 AS "waitP50", q.minutes[2]::float8 AS "waitP90",
              coalesce(h.devices, 0) AS devices, coalesce(h.silent, 0) AS "silentDevices", coalesce(h.missing, 0) AS "missingActs"
         FROM mine m LEFT JOIN swabbed w ON w.site_id = m.id LEFT JOIN waited q ON q.site_id = m.id
         LEFT JOIN heard h ON h.site_id = m.id
        ORDER BY m.code`,
      [roundId, at, silentDeviceMinutes],
    );
  }

  /** What came of the tubes of each pool class, of those that have an outcome. */
  private pools(tx: Tx, roundId: string): Promise<PoolRow[]> {
    return tx.query<PoolRow>(
      `SELECT t.pool_class AS "poolClass", t.capacity, count(*)::int AS tubes, sum(t.filled)::int AS people,
              count(*) FILTER (WHERE o.outcome IN ('positive', 'inconclusive'))::int AS "notNegative"
         FROM sampling.tube t JOIN lab.tube_outcome o ON o.barcode = t.barcode AND o.state = 'current' AND o.outcome <> 'invalid'
        WHERE t.round_id = $1 AND t.filled > 0 AND ${ofMySites('t.site_id')}
        GROUP BY t.pool_class, t.capacity ORDER BY t.capacity, t.pool_class`,
      [roundId],
    );
  }

  /** People sampled in each of the last quarters of an hour, the empty ones as well. */
  private buckets(tx: Tx, roundId: string, at: Date): Promise<{ from: Date; people: number }[]> {
    return tx.query(
      `WITH slot AS (
         SELECT $2::timestamptz - n * make_interval(mins => $3) AS begins FROM generate_series(1, $4::int) AS n
       ), taken AS (
         SELECT date_bin(make_interval(mins => $3), w.sampled_at, $2::timestamptz) AS begins, count(*)::int AS people
           FROM sampling.tube t JOIN sampling.swab w ON w.round_id = t.round_id AND w.tube_barcode = t.barcode
          WHERE t.round_id = $1 AND ${ofMySites('t.site_id')} AND w.voided_at IS NULL
            AND coalesce(t.sealed_at, 'infinity') > $2::timestamptz - $4::int * make_interval(mins => $3)
            AND w.sampled_at >= $2::timestamptz - $4::int * make_interval(mins => $3) AND w.sampled_at < $2
          GROUP BY 1
       )
       SELECT s.begins AS "from", coalesce(k.people, 0) AS people FROM slot s LEFT JOIN taken k ON k.begins = s.begins
        ORDER BY s.begins`,
      [roundId, at, bucketMinutes, bucketsShown],
    );
  }
}
