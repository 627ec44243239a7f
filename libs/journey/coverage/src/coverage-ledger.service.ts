import { Injectable } from '@nestjs/common';
import { RoundNotFound } from '#journey/campaign';
import { AreaIsUnknown } from '#journey/community';
import { Clock } from '#platform/clock';
import { CursorRefused, decodeCursor, pageOf } from '#platform/database';
import {
  areaLevels,
  levelBelow,
  noNumbers,
  percentOf,
  type AreaLevel,
  type CoverageNumbers,
  type CoveragePercent,
} from './coverage-numbers.js';
import { LevelIsNotBelowArea } from './coverage.errors.js';
import { CoverageRepository } from './coverage.repository.js';
import type { MissingReason } from './missing-reasons.js';

export interface AreaCoverage extends CoverageNumbers {
  code: string;
  name: string;
  parentCode: string | null;
  percent: CoveragePercent;
}

export interface RoundCoverage {
  roundId: string;
  /** The moment of reading. */
  asOf: Date;
  /** Undefined when all areas of the round are asked for. */
  area: { code: string; name: string; level: AreaLevel } | undefined;
  level: AreaLevel;
  total: CoverageNumbers & { percent: CoveragePercent };
  areas: AreaCoverage[];
}

export interface MissingResident {
  residentId: string;
  maskedName: string;
  areaCode: string;
  householdId: string;
  door: string;
  category: string;
  lane: 'general' | 'green' | 'single';
  homeVisit: boolean;
  reason: MissingReason;
  /** Until when a retest or a re-sample is due. */
  deadline: Date | null;
  areaName: string;
  maskedDocument: string | null;
  maskedPhone: string | null;
  /** Who was asked to go to the door. */
  visitorId: string | null;
  visitor: string | null;
}

/** How far a round is in each area, and who is missing. Counted for the home area, wherever somebody was sampled. */
@Injectable()
export class CoverageLedger {
  constructor(
    private readonly coverage: CoverageRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The areas at `level` below `area`: by default the next level below the area, or the communities of the round.
   * @throws RoundNotFound, AreaIsUnknown, LevelIsNotBelowArea
   */
  async read(
    roundId: string,
    asked: { area?: string | undefined; level?: AreaLevel | undefined },
  ): Promise<RoundCoverage> {
    const area = await this.known(roundId, asked.area);
    const level = asked.level ?? (area === undefined ? 'community' : levelBelow(area.level));
    if (level === undefined || (area !== undefined && areaLevels.indexOf(level) <= areaLevels.indexOf(area.level))) {
      throw new LevelIsNotBelowArea();
    }
    const asOf = this.clock.now();
    const [everybody, ...areas] = await this.coverage.numbers(roundId, area?.code, level);
    const total = everybody === undefined ? noNumbers() : numbersOf(everybody);
    return {
      roundId,
      asOf,
      area,
      level,
      total: { ...total, percent: percentOf(total) },
      areas: areas.map((row) => ({
        code: row.code ?? '',
        name: row.name ?? '',
        parentCode: row.parentCode,
        ...numbersOf(row),
        percent: percentOf(row),
      })),
    };
  }

  /**
   * Who should have been sampled and was not, or has to come again: in the order of area, door and person.
   * @throws RoundNotFound, AreaIsUnknown, CursorRefused
   */
  async missing(
    roundId: string,
    asked: { area?: string | undefined; visitor?: string | undefined; cursor?: string | undefined },
    limit: number,
  ): Promise<{ residents: MissingResident[]; next: string | null }> {
    const after = asked.cursor === undefined ? undefined : positionOf(asked.cursor);
    const area = await this.known(roundId, asked.area);
    const rows = await this.coverage.missing(roundId, { area: area?.code, visitor: asked.visitor }, after, limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.area_code, last.door, last.resident_id]);
    return {
      residents: page.map((row) => ({
        residentId: row.resident_id,
        maskedName: row.masked_name,
        areaCode: row.area_code,
        householdId: row.household_id,
        door: row.door,
        category: row.category,
        lane: row.lane,
        homeVisit: row.home_visit,
        reason: row.reason,
        deadline: row.order_deadline,
        areaName: row.area_name,
        maskedDocument: row.document_masked,
        maskedPhone: row.phone_masked,
        visitorId: row.visitor_id,
        visitor: row.visitor,
      })),
      next,
    };
  }

  private async known(
    roundId: string,
    code: string | undefined,
  ): Promise<{ code: string; name: string; level: AreaLevel } | undefined> {
    if (!(await this.coverage.roundExists(roundId))) throw new RoundNotFound();
    if (code === undefined) return undefined;
    const area = await this.coverage.area(code);
    if (area === undefined) throw new AreaIsUnknown();
    return area;
  }
}

function numbersOf(row: CoverageNumbers): CoverageNumbers {
  const { should, exempt, sampled, sent, received, tested, negative, underReview, positive, resample } = row;
  return { should, exempt, sampled, sent, received, tested, negative, underReview, positive, resample };
}

function positionOf(cursor: string): [string, string, string] {
  const [area, door, id] = decodeCursor(cursor, 3).map(String);
  if (area === undefined || door === undefined || !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id ?? '')) {
    throw new CursorRefused();
  }
  return [area, door, String(id)];
}
