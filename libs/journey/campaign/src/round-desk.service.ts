import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Clock } from '#platform/clock';
import { changedFields } from '#platform/config';
import { bodyHash, decodeIdCursor, pageOf, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import {
  PoolPolicyIncomplete,
  RoundAreasUnknown,
  RoundIdTaken,
  RoundIsOver,
  RoundNotFound,
} from './campaign.errors.js';
import { RoundTransitionRefused, RoundWindowRefused } from './campaign.errors.js';
import { RoundChanged, RoundClosed, RoundClosing, RoundDrafted, RoundOpened } from './campaign.events.js';
import { CampaignRepository, type RoundRow } from './campaign.repository.js';
import { defaultPoolClass, missingPoolClass, usualPoolClasses } from './pool-policy.js';
import type { PoolClass, PoolClassCapacity, PoolRule } from './pool-policy.js';
import { parseRoundSettings, type RoundSettings } from './round-settings.js';
import { mayBecome, roundTransitions, type RoundState } from './round-states.js';

export interface RoundPlan {
  id?: string | undefined;
  name: string;
  areas: string[];
  startsAt: Date;
  deadline: Date;
  poolClasses?: PoolClassCapacity[] | undefined;
  defaultPoolClass?: PoolClass | undefined;
  poolRules?: PoolRule[] | undefined;
  settings?: object | undefined;
}

/** What of a round may become another while it runs. What is not named stays. */
export interface RoundChange {
  name?: string | undefined;
  deadline?: Date | undefined;
  settings?: Partial<RoundSettings> | undefined;
}

export interface Round {
  id: string;
  name: string;
  state: RoundState;
  startsAt: Date;
  deadline: Date;
  areas: string[];
  poolClasses: PoolClassCapacity[];
  defaultPoolClass: PoolClass;
  poolRules: PoolRule[];
  settings: RoundSettings;
  openedAt: Date | null;
  closingAt: Date | null;
  closedAt: Date | null;
}

const events = { draft: RoundDrafted, open: RoundOpened, closing: RoundClosing, closed: RoundClosed };

/** Where the organiser plans a round and moves it from draft to open, closing and closed. */
@Injectable()
export class RoundDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly campaign: CampaignRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Plans a round as a draft. The same plan under the same id again answers the same round.
   * @throws RoundIdTaken, RoundAreasUnknown, RoundWindowRefused, PoolPolicyIncomplete
   */
  async plan(plan: RoundPlan, actorId: string): Promise<Round> {
    const { id = uuidv7(), poolClasses = usualPoolClasses, poolRules = [] } = plan;
    const fallback = plan.defaultPoolClass ?? defaultPoolClass;
    if (plan.deadline <= plan.startsAt) throw new RoundWindowRefused();
    const missing = missingPoolClass(poolClasses, fallback, poolRules);
    if (missing !== undefined) throw new PoolPolicyIncomplete(missing);
    const areas = [...new Set(plan.areas)];
    const settings = parseRoundSettings(plan.settings);
    const hash = bodyHash({ ...plan, id });
    return this.transactions.run(async (tx) => {
      const unknown = await this.campaign.unknownAreas(tx, areas);
      if (unknown.length > 0) throw new RoundAreasUnknown(unknown);
      const added = await this.campaign.addRound(tx, {
        id,
        name: plan.name,
        startsAt: plan.startsAt,
        deadline: plan.deadline,
        areas,
        poolClasses,
        defaultPoolClass: fallback,
        poolRules,
        settings,
        bodyHash: hash,
        createdBy: actorId,
      });
      if (added)
        await this.journal.record(tx, RoundDrafted, { actorId, subject: `round:${id}`, payload: { roundId: id } });
      const row = await this.campaign.round(id, tx);
      if (row === undefined || !row.body_hash.equals(hash)) throw new RoundIdTaken();
      return roundOf(row);
    });
  }

  /** @throws RoundNotFound */
  async find(roundId: string, tx?: Tx): Promise<Round> {
    const row = await this.campaign.round(roundId, tx);
    if (row === undefined) throw new RoundNotFound();
    return roundOf(row);
  }

  /** A round that the actor may change. @throws RoundNotFound also when none of its areas is in their scope */
  async reach(roundId: string, tx?: Tx): Promise<Round> {
    const row = await this.campaign.roundInReach(roundId, tx);
    if (row === undefined) throw new RoundNotFound();
    return roundOf(row);
  }

  /** The rounds that are open now, in the order in which they start. */
  async open(tx?: Tx): Promise<Round[]> {
    return (await this.campaign.roundsInState('open', tx)).map(roundOf);
  }

  /** All rounds, newest first, a page at a time. @throws CursorRefused */
  async list(cursor: string | undefined, limit: number): Promise<{ items: Round[]; next: string | null }> {
    const before = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const rows = await this.campaign.roundsBefore(before, limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.id]);
    return { items: page.map(roundOf), next };
  }

  /**
   * Changes the name, the deadline or settings of a round that has not ended. Doing it again changes nothing.
   * @throws RoundNotFound, RoundIsOver, RoundWindowRefused
   */
  async change(roundId: string, change: RoundChange, actorId: string): Promise<Round> {
    return this.transactions.run(async (tx) => {
      await this.campaign.holdRound(tx, roundId);
      const round = await this.reach(roundId, tx);
      if (round.state === 'closed') throw new RoundIsOver();
      const { name = round.name, deadline = round.deadline } = change;
      if (deadline <= round.startsAt) throw new RoundWindowRefused();
      const after = { name, deadline, settings: parseRoundSettings({ ...round.settings, ...change.settings }) };
      const changed = changedFields(fieldsOf(round), fieldsOf(after));
      if (changed.length === 0) return round;
      await this.campaign.changeRound(tx, roundId, after);
      const payload = { roundId, changed };
      await this.journal.record(tx, RoundChanged, { actorId, subject: `round:${roundId}`, payload });
      return { ...round, ...after };
    });
  }

  /**
   * Moves a round into the next state. Doing it again changes nothing and answers the same.
   * @throws RoundNotFound, RoundTransitionRefused
   */
  async move(roundId: string, to: Exclude<RoundState, 'draft'>, actorId: string): Promise<Round> {
    const sources = (Object.keys(roundTransitions) as RoundState[]).filter((from) => mayBecome(from, to));
    return this.transactions.run(async (tx) => {
      await this.reach(roundId, tx);
      for (const from of sources) {
        if (!(await this.campaign.moveRound(tx, roundId, from, to, this.clock.now()))) continue;
        await this.journal.record(tx, events[to], { actorId, subject: `round:${roundId}`, payload: { roundId } });
      }
      const round = await this.find(roundId, tx);
      if (round.state !== to) throw new RoundTransitionRefused(round.state, to);
      return round;
    });
  }
}

/** Flat, as the journal tells what differed. */
function fieldsOf({ name, deadline, settings }: Pick<Round, 'name' | 'deadline' | 'settings'>) {
  return { name, deadline: deadline.toISOString(), ...settings };
}

function roundOf(row: RoundRow): Round {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    startsAt: row.starts_at,
    deadline: row.deadline,
    areas: row.areas,
    poolClasses: row.pool_classes,
    defaultPoolClass: row.default_pool_class,
    poolRules: row.pool_rules,
    settings: parseRoundSettings(row.settings),
    openedAt: row.opened_at,
    closingAt: row.closing_at,
    closedAt: row.closed_at,
  };
}
