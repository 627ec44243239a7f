import { Door, type Staff } from '../../../day/src/api.js';
import { Dice } from '../../../day/src/dice.js';
import { layGround, openRound, type Ground } from '../../../day/src/ground.js';
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
  private readonly histories: History[] = [];

  private constructor(
    readonly house: House,
    readonly plan: FieldPlan,
    readonly ground: Ground,
    readonly screens: BoardScreens,
  ) {}

  static async lay(house: House, plan: FieldPlan): Promise<Field> {
    const [front] = house.siteApis;
    const door = new Door(`${front?.address}/api/v1`);
    const options = { ...plan, prevalence: 0.03, pace: 0, json: false };
    const ground = await layGround(door, options, new Dice(plan.seed), house.password, new Progress(true));
    // Who was put at a table a moment ago may work there; until an account has a scope it sees nothing at all.
    await house.ask(`INSERT INTO access.scope (account_id, kind, key) SELECT id, 'all', '*' FROM access.account a
                      WHERE NOT EXISTS (SELECT 1 FROM access.scope s WHERE s.account_id = a.id)`);
    const screens = new BoardScreens(
      house.boards,
      ground.sites.map(({ id }) => id),
    );
    return new Field(house, plan, ground, screens);
  }

  /** Opens a round of its own for a fault, over the same people. */
  async openRound(name: string): Promise<Round> {
    this.rounds += 1;
    const tag = `${this.ground.tag}${name}${this.rounds}`.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    const since = new Date();
    this.screens.forget();
    const id = await openRound(this.ground.organiser, tag, this.ground.grids);
    const earlier = this.histories.flatMap(({ lines }) => lines.filter(({ op }) => queueOps.has(op)));
    const history = new History(this.plan.historyFile);
    this.histories.push(history);
    return { id, tag, since, history, earlier };
  }

  device(name: string, staff: Staff, round: Round, seed: number): Device {
    return new Device(name, this.house.doors, staff.token, round.history, new SeededDice(seed), this.plan.patience);
  }

  leave(): void {
    this.screens.leave();
  }
}
