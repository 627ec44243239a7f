import { layDevice, newDevice } from '../../../bench/support/device.mjs';
import { Door, Staff } from '../../../day/src/api.js';
import { Dice } from '../../../day/src/dice.js';
import { layGround, openRound, type Ground, type Table } from '../../../day/src/ground.js';
import { Progress } from '../../../day/src/progress.js';
import type { House } from '../bench/house.js';
import { SeededDice } from '../seeded-dice.js';
import { BoardScreens } from './board-screens.js';
import { Device, type Patience } from './device.js';
import { History, type HistoryLine } from './history.js';

export interface FieldPlan {
  residents: number;
  stations: number;
  seed: number;
  patience: Patience;
  /** Where the history is written as it grows. */
  historyFile?: string;
}

/** One round of one fault: everything that is sent and checked together. */
export interface Round {
  id: string;
  tag: string;
  since: Date;
  history: History;
  /** What was done in the queue before this round began: tickets wait on from one round to the next. */
  earlier: HistoryLine[];
}

const queueOps = new Set(['ticket', 'call', 'serve', 'miss']);

/** The ground on which all faults of a run are tried: a ledger, sites, tables and crews, laid through the public doors. */
export class Field {
  /** When the first of its rounds began. */
  readonly since = new Date();
  private rounds = 0;
  private strangers = 0;
  private unmaskings = 0;
  private readonly histories: History[] = [];

  private constructor(
    readonly house: House,
    readonly plan: FieldPlan,
    readonly ground: Ground,
    readonly gridworker: Staff,
    readonly screens: BoardScreens,
  ) {}

  static async lay(house: House, plan: FieldPlan): Promise<Field> {
    const [front] = house.siteApis;
    const door = new Door(`${front?.address}/api/v1`);
    const options = { ...plan, prevalence: 0.03, pace: 0, json: false };
    const ground = await layGround(door, options, new Dice(plan.seed), house.password, new Progress(true));
    const screens = new BoardScreens(
      house.boards,
      ground.sites.map(({ id }) => id),
    );
    const gridworker = await Staff.signIn(door, 'gridworker', house.password);
    return new Field(house, plan, ground, gridworker, screens);
  }

  /** Opens a round of its own for a fault, over the same people. */
  async openRound(name: string, areas: string[] = this.ground.grids): Promise<Round> {
    this.rounds += 1;
    const tag = `${this.ground.tag}${name}${this.rounds}`.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    const since = new Date();
    this.screens.forget();
    const id = await openRound(this.ground.organiser, tag, areas);
    const earlier = this.histories.flatMap(({ lines }) => lines.filter(({ op }) => queueOps.has(op)));
    const history = new History(this.plan.historyFile);
    this.histories.push(history);
    return { id, tag, since, history, earlier };
  }

  device(name: string, staff: Staff, round: Round, seed: number): Device {
    return new Device(name, this.house.doors, staff.token, round.history, new SeededDice(seed), this.plan.patience);
  }

  /** A device of this table's site, enrolled and approved. */
  async layPda(table: Table, roundId: string): Promise<{ id: string; batch: (entries: unknown[]) => string }> {
    const device = newDevice();
    const { organiser, admin } = this.ground;
    const { siteId, scanner } = table;
    const people = { siteId, roundId, madeBy: organiser.id, enrolledBy: scanner.id, approvedBy: admin.id };
    await layDevice({ sql: (text: string, values?: unknown[]) => this.house.ask(text, values) }, device, people);
    return device;
  }

  /** The number of somebody whom no ledger of this run names. */
  stranger(): number {
    this.strangers += 1;
    return 5_000_000 + (this.plan.seed % 1_000) * 1_000 + this.strangers;
  }

  /** An account sees twenty people an hour in clear; the load leaves some of them. */
  mayUnmask(): boolean {
    this.unmaskings += 1;
    return this.unmaskings <= 15;
  }

  leave(): void {
    this.screens.leave();
  }
}
