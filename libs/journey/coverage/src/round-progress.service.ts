import { Injectable } from '@nestjs/common';
import { parseRoundSettings, RoundDesk } from '#journey/campaign';
import { parseSiteSettings } from '#journey/site';
import { Clock } from '#platform/clock';
import { ProgressRepository, type PoolRow, type SiteRow, type StageRow } from './progress.repository.js';
import { tubeStages, type TubeStage } from './tube-stages.js';

export interface StageProgress {
  stage: TubeStage;
  tubes: number;
  people: number;
  /** Since when the oldest of them stands there; null where nothing does, and at the last stage. */
  oldestSince: Date | null;
  late: number;
  /** The limit of the round, which a site may set differently; null at the last stage. */
  limitMinutes: number | null;
}

export interface SiteProgress extends SiteRow {
  lateTubes: number;
}

export interface RoundProgress {
  roundId: string;
  asOf: Date;
  stages: StageProgress[];
  sites: SiteProgress[];
  pools: PoolRow[];
  pace: { from: Date; people: number }[];
}

/** Where the tubes of a round are, how fast its sites work and what stands still: of the sites that whoever asks may see. */
@Injectable()
export class ProgressReader {
  constructor(
    private readonly progress: ProgressRepository,
    private readonly rounds: RoundDesk,
    private readonly clock: Clock,
  ) {}

  /** @throws RoundNotFound */
  async read(roundId: string): Promise<RoundProgress> {
    const { settings } = await this.rounds.find(roundId);
    const common = parseRoundSettings({});
    const asOf = this.clock.now();
    const { stages, sites, pools, buckets } = await this.progress.read(roundId, asOf, {
      open: common.openTubeAlarmMinutes,
      undispatched: common.undispatchedAlarmMinutes,
      unreceived: common.unreceivedAlarmMinutes,
      untested: common.untestedMinutes,
      silentDevice: parseSiteSettings({}).silentDeviceMinutes,
    });
    const limits: Record<TubeStage, number | null> = {
      open: settings.openTubeAlarmMinutes,
      sealed: settings.undispatchedAlarmMinutes,
      moving: settings.unreceivedAlarmMinutes,
      'at-lab': settings.untestedMinutes,
      tested: null,
    };
    return {
      roundId,
      asOf,
      stages: tubeStages.map((stage) => ({ ...whole(stage, stages), limitMinutes: limits[stage] })),
      sites: sites.map((site) => ({
        ...site,
        lateTubes: stages.filter(({ siteId }) => siteId === site.siteId).reduce((sum, { late }) => sum + late, 0),
      })),
      pools,
      pace: buckets,
    };
  }
}

function whole(stage: TubeStage, rows: readonly StageRow[]): Omit<StageProgress, 'limitMinutes'> {
  const total = { stage, tubes: 0, people: 0, oldestSince: null as Date | null, late: 0 };
  for (const row of rows.filter((one) => one.stage === stage)) {
    total.tubes += row.tubes;
    total.people += row.people;
    total.late += row.late;
    const { oldestSince } = row;
    if (oldestSince !== null && (total.oldestSince === null || oldestSince < total.oldestSince)) {
      total.oldestSince = oldestSince;
    }
  }
  return total;
}
