import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface WorkingRound {
  id: string;
  name: string;
  state: string;
  deadline: string;
  defaultPoolClass: string;
  settings: Record<string, unknown>;
  poolClasses: { poolClass: string; capacity: number }[];
  poolRules: { category: string; poolClass: string }[];
}

/** Who need not be sampled in a round. */
export interface WorkingExemption {
  roundId: string;
  residentId: string;
}

export interface WorkingTube {
  barcode: string;
  roundId: string;
  stationId: string;
  poolClass: string;
  capacity: number;
  filled: number;
  state: string;
}

export interface WorkingStaff {
  id: string;
  name: string;
  role: string;
  stationId: string;
  from: string;
  to: string | null;
}

/** What a site's devices take along beside the ledger. */
@Injectable()
export class WorkingSetRepository {
  constructor(private readonly database: Database) {}

  /** The rounds that are about the site's area and run; with `only` no other one. */
  rounds(areaCode: string, only: string | null): Promise<WorkingRound[]> {
    return this.database.query<WorkingRound>(
      `SELECT r.id, r.name, r.state, to_json(r.deadline) #>> '{}' AS deadline, r.default_pool_class AS "defaultPoolClass",
              r.settings,
              (SELECT coalesce(jsonb_agg(jsonb_build_object('poolClass', p.pool_class, 'capacity', p.capacity)
                                         ORDER BY p.capacity, p.pool_class), '[]')
                 FROM campaign.pool_class p WHERE p.round_id = r.id) AS "poolClasses",
              (SELECT coalesce(jsonb_agg(jsonb_build_object('category', p.category, 'poolClass', p.pool_class)
                                         ORDER BY p.category), '[]')
                 FROM campaign.pool_rule p WHERE p.round_id = r.id) AS "poolRules"
         FROM campaign.round r
        WHERE r.state IN ('open', 'closing') AND ($2::uuid IS NULL OR r.id = $2)
          AND EXISTS (SELECT 1 FROM campaign.round_area a
                       JOIN community.area wide ON wide.code = a.area_code
                       JOIN community.area own ON own.code = $1
                      WHERE own.lineage @> ARRAY[wide.code] OR wide.lineage @> ARRAY[own.code])
        ORDER BY r.starts_at, r.id LIMIT 50`,
      [areaCode, only],
    );
  }

  /** Those of the area who are exempt in these rounds. */
  exemptions(areaCode: string, roundIds: readonly string[], most: number): Promise<WorkingExemption[]> {
    return this.database.query<WorkingExemption>(
      `SELECT e.round_id AS "roundId", e.resident_id AS "residentId"
         FROM campaign.exemption e JOIN community.resident r ON r.id = e.resident_id
         JOIN community.area a ON a.code = r.area_code
        WHERE e.round_id = ANY ($2::uuid[]) AND e.revoked_at IS NULL AND a.lineage @> ARRAY[$1]
        ORDER BY e.id LIMIT $3`,
      [areaCode, roundIds, most],
    );
  }

  /** How the buildings are called in which somebody is visited at home. */
  visitedBuildings(areaCode: string, most: number): Promise<{ code: string; name: string }[]> {
    return this.database.query(
      `SELECT a.code, a.name FROM community.area a
        WHERE a.lineage @> ARRAY[$1]
          AND EXISTS (SELECT 1 FROM community.resident r
                       WHERE r.area_code = a.code AND r.home_visit AND r.presence = 'present')
        ORDER BY a.code LIMIT $2`,
      [areaCode, most],
    );
  }

  stations(siteId: string): Promise<{ id: string; number: number; lane: string }[]> {
    return this.database.query(
      'SELECT id, number, lane FROM site.station WHERE site_id = $1 AND closed_at IS NULL ORDER BY number',
      [siteId],
    );
  }

  /** Who sits at the site's tables from yesterday to the day after tomorrow, by name as the crew knows them. */
  staff(siteId: string): Promise<WorkingStaff[]> {
    return this.database.query<WorkingStaff>(
      `SELECT a.id, a.display_name AS name, a.role, s.station_id AS "stationId",
              to_json(lower(d.during)) #>> '{}' AS "from", to_json(upper(d.during)) #>> '{}' AS "to"
         FROM site.shift s JOIN site.station t ON t.id = s.station_id JOIN site.duty d ON d.shift_id = s.id
         JOIN access.account a ON a.id = d.person_id AND a.disabled_at IS NULL
        WHERE t.site_id = $1 AND d.during && tstzrange(now() - interval '1 day', now() + interval '2 days')
        ORDER BY lower(d.during), a.id LIMIT 1000`,
      [siteId],
    );
  }

  /** The codes that are used up at this site: what stands open, and the latest others. */
  tubes(siteId: string, roundIds: readonly string[], most: number): Promise<WorkingTube[]> {
    return this.database.query<WorkingTube>(
      `SELECT barcode, round_id AS "roundId", station_id AS "stationId", pool_class AS "poolClass", capacity, filled, state
         FROM sampling.tube WHERE site_id = $1 AND round_id = ANY ($2::uuid[])
        ORDER BY state = 'open' DESC, opened_at DESC, barcode LIMIT $3`,
      [siteId, roundIds, most],
    );
  }
}
