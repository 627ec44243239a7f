import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { AlarmKind, ClockLimits } from './clock-limits.js';

export interface AlarmRow {
  id: string;
  kind: AlarmKind;
  subject: string;
  site_id: string;
  round_id: string;
  since: Date;
  due_at: Date;
  raised_at: Date;
}

/** Minutes of one clock: what the site says, else what the round says, else the default in that parameter. */
function limit(key: keyof ClockLimits, parameter: string): string {
  return `make_interval(secs => 60 * coalesce(
            CASE WHEN jsonb_typeof(s.settings->'${key}') = 'number' THEN (s.settings->>'${key}')::float8 END,
            CASE WHEN jsonb_typeof(ro.settings->'${key}') = 'number' THEN (ro.settings->>'${key}')::float8 END,
            ${parameter}::float8))`;
}

/** Clocks that have run out. */
@Injectable()
export class AlarmRepository {
  constructor(private readonly database: Database) {}

  /**
   * Raises what has run out by `at` and is not raised yet, clears what is no longer so. Answers what was raised now.
   * Tubes of a round are watched until a week after it was closed.
   */
  async update(tx: Tx, at: Date, limits: ClockLimits): Promise<AlarmRow[]> {
    return tx.query<AlarmRow>(
      `WITH watched AS (
         SELECT t.barcode, t.state AS tube_state, t.site_id, t.round_id, coalesce(t.first_swab_at, t.sealed_at) AS since,
                b.code AS box_code, b.state AS box_state, h.signed_at AS at_hub_since,
                ${limit('openTubeAlarmMinutes', '$2')} AS open_limit,
                ${limit('unboxedAlarmMinutes', '$3')} AS unboxed_limit,
                ${limit('undispatchedAlarmMinutes', '$4')} AS undispatched_limit,
                ${limit('unreceivedAlarmMinutes', '$5')} AS unreceived_limit,
                ${limit('hubDwellAlarmMinutes', '$6')} AS hub_limit
           FROM sampling.tube t
           JOIN campaign.round ro ON ro.id = t.round_id AND (ro.closed_at IS NULL OR ro.closed_at > $1::timestamptz - interval '7 days')
           JOIN site.site s ON s.id = t.site_id
           LEFT JOIN transport.box_tube bt ON bt.barcode = t.barcode
           LEFT JOIN transport.box b ON b.code = bt.box_code
           LEFT JOIN transport.leg h ON h.box_code = b.code AND h.leg = b.leg AND b.state = 'at-hub'
          WHERE b.state IS DISTINCT FROM 'received'
            AND NOT EXISTS (SELECT 1 FROM transport.tube_end e WHERE e.barcode = t.barcode)
       ), clocks AS (
         SELECT w.site_id, w.round_id, c.kind, c.subject, c.since, c.since + c.lasts AS due_at
           FROM watched w
          CROSS JOIN LATERAL (VALUES
            ('open-tube', w.barcode, CASE WHEN w.tube_state = 'open' THEN w.since END, w.open_limit),
            ('unboxed', w.barcode, CASE WHEN w.tube_state = 'sealed' AND w.box_code IS NULL THEN w.since END, w.unboxed_limit),
            ('undispatched', coalesce(w.box_code, w.barcode),
             CASE WHEN w.tube_state = 'sealed' AND coalesce(w.box_state, 'open') IN ('open', 'sealed') THEN w.since END,
             w.undispatched_limit),
            ('unreceived', coalesce(w.box_code, w.barcode), CASE WHEN w.tube_state = 'sealed' THEN w.since END,
             w.unreceived_limit),
            ('hub-dwell', w.box_code, w.at_hub_since, w.hub_limit)
          ) AS c (kind, subject, since, lasts)
       ), due AS MATERIALIZED (
         SELECT DISTINCT ON (kind, subject) kind, subject, site_id, round_id, since, due_at
           FROM clocks WHERE due_at <= $1::timestamptz ORDER BY kind, subject, due_at
       ), cleared AS (
         UPDATE transport.alarm a SET cleared_at = $1
          WHERE a.cleared_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM due d WHERE d.kind = a.kind AND d.subject = a.subject)
       )
       INSERT INTO transport.alarm (kind, subject, site_id, round_id, since, due_at, raised_at)
       SELECT kind, subject, site_id, round_id, since, due_at, $1 FROM due ORDER BY kind, subject
       ON CONFLICT (kind, subject) WHERE cleared_at IS NULL DO NOTHING
       RETURNING id, kind, subject, site_id, round_id, since, due_at, raised_at`,
      [
        at,
        limits.openTubeAlarmMinutes,
        limits.unboxedAlarmMinutes,
        limits.undispatchedAlarmMinutes,
        limits.unreceivedAlarmMinutes,
        limits.hubDwellAlarmMinutes,
      ],
    );
  }

  current(filter: { siteId: string | undefined; roundId: string | undefined }, limit: number): Promise<AlarmRow[]> {
    return this.database.query<AlarmRow>(
      `SELECT id, kind, subject, site_id, round_id, since, due_at, raised_at FROM transport.alarm
        WHERE cleared_at IS NULL AND ($1::uuid IS NULL OR site_id = $1) AND ($2::uuid IS NULL OR round_id = $2)
        ORDER BY due_at, kind, subject LIMIT $3`,
      [filter.siteId ?? null, filter.roundId ?? null, limit],
    );
  }
}
