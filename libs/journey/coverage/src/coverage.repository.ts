import { Injectable } from '@nestjs/common';
import { Database, Transactions } from '#platform/database';
import type { AreaLevel, CoverageNumbers } from './coverage-numbers.js';
import type { MissingReason } from './missing-reasons.js';

export interface CoverageRow extends CoverageNumbers {
  /** Null on the one row that counts everybody. */
  code: string | null;
  name: string | null;
  parentCode: string | null;
}

export interface MissingRow {
  resident_id: string;
  masked_name: string;
  area_code: string;
  household_id: string;
  door: string;
  category: string;
  lane: 'general' | 'green' | 'single';
  home_visit: boolean;
  reason: MissingReason;
  order_deadline: Date | null;
  area_name: string;
  document_masked: string | null;
  phone_masked: string | null;
  visitor_id: string | null;
  visitor: string | null;
}

const sums = `coalesce(sum(n.should), 0)::int AS should, coalesce(sum(n.exempt), 0)::int AS exempt,
  coalesce(sum(n.sampled), 0)::int AS sampled, coalesce(sum(n.sent), 0)::int AS sent,
  coalesce(sum(n.received), 0)::int AS received, coalesce(sum(n.tested), 0)::int AS tested,
  coalesce(sum(n.negative), 0)::int AS negative, coalesce(sum(n.under_review), 0)::int AS "underReview",
  coalesce(sum(n.positive), 0)::int AS positive, coalesce(sum(n.resample), 0)::int AS resample`;

/** Reads across all rooms through the views of this one. */
/** The numbers are read across every border; who asks gets those of their own areas. */
function mine(lineage: string): string {
  return `((SELECT access.sees_all()) OR ${lineage} && (SELECT community.my_areas()))`;
}

@Injectable()
export class CoverageRepository {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
  ) {}

  async roundExists(roundId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM campaign.round WHERE id = $1', [roundId])).length === 1;
  }

  async area(code: string): Promise<{ code: string; name: string; level: AreaLevel } | undefined> {
    const [row] = await this.database.query<{ code: string; name: string; level: AreaLevel }>(
      `SELECT code, name, level FROM community.area WHERE code = $1 AND ${mine('lineage')}`,
      [code],
    );
    return row;
  }

  /**
   * The areas of a round at one level, below `area` when it is given, and first the row of everybody there: all read in
   * one statement, so that they are of one moment.
   */
  numbers(roundId: string, area: string | undefined, level: AreaLevel): Promise<CoverageRow[]> {
    return this.readWide<CoverageRow>(
      `WITH home AS MATERIALIZED (
         SELECT n.*, h.lineage FROM coverage.home_area_v1 n JOIN community.area h ON h.code = n.area_code
          WHERE n.round_id = $1 AND ($2::text IS NULL OR h.lineage @> ARRAY[$2::text]) AND ${mine('h.lineage')}
       ), shown AS (
         SELECT a.code, a.name, a.parent_code FROM community.area a
          WHERE a.level = $3 AND ($2::text IS NULL OR a.lineage @> ARRAY[$2::text]) AND ${mine('a.lineage')}
            AND EXISTS (SELECT 1 FROM campaign.round_area ra JOIN community.area r ON r.code = ra.area_code
                         WHERE ra.round_id = $1 AND (a.lineage @> ARRAY[r.code] OR r.lineage @> ARRAY[a.code]))
       ), below AS (
         SELECT s.code, n.* FROM home n CROSS JOIN LATERAL unnest(n.lineage) AS up (code) JOIN shown s ON s.code = up.code
       )
       SELECT NULL AS code, NULL AS name, NULL AS "parentCode", ${sums} FROM home n
       UNION ALL
       (SELECT s.code, s.name, s.parent_code, ${sums} FROM shown s LEFT JOIN below n ON n.code = s.code
         GROUP BY s.code, s.name, s.parent_code ORDER BY s.code)`,
      [roundId, area ?? null, level],
    );
  }

  /** Who is missing, in the order in which one walks from door to door. */
  missing(
    roundId: string,
    { area, visitor }: { area?: string | undefined; visitor?: string | undefined },
    after: [string, string, string] | undefined,
    limit: number,
  ): Promise<MissingRow[]> {
    const [afterArea = null, afterDoor = null, afterId = null] = after ?? [];
    return this.readWide<MissingRow>(
      `SELECT resident_id, masked_name, area_code, household_id, door, category, lane, home_visit, reason, order_deadline,
              area_name, document_masked, phone_masked, visitor_id, visitor
         FROM coverage.missing_v1
        WHERE round_id = $1 AND ($2::text IS NULL OR lineage @> ARRAY[$2::text]) AND ${mine('lineage')}
          AND ($3::text IS NULL OR (area_code, door, resident_id) > ($3, $4::text, $5::uuid))
          AND ($7::uuid IS NULL OR visitor_id = $7)
        ORDER BY area_code, door, resident_id LIMIT $6`,
      [roundId, area ?? null, afterArea, afterDoor, afterId, limit, visitor ?? null],
    );
  }

  /**
   * Reads over thousands of people. A round grows from nothing within hours, faster than statistics are gathered; a plan
   * made for an almost empty round loops over all people for each of them, so loops are ruled out.
   */
  private readWide<Row>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.transactions.run(async (tx) => {
      await tx.query(`SELECT set_config('enable_nestloop', 'off', true), set_config('work_mem', '64MB', true)`);
      return tx.query<Row>(sql, parameters);
    });
  }
}
