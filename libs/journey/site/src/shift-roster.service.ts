import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Clock, wallTime } from '#platform/clock';
import { bodyHash, isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { ShiftRepository, type BusyRow, type ShiftRow } from './shift.repository.js';
import { SiteRegister } from './site-register.service.js';
import { NotAPair, PersonIsOnDuty, ShiftHasNotBegun, ShiftNotFound, ShiftWindowRefused } from './site.errors.js';
import { SiteActIdTaken, StationIsTaken } from './site.errors.js';
import { ShiftEnded, ShiftPlanned } from './site.events.js';
import { dutyWarning, minutesOnDuty, type DutyWarning } from './time-on-duty.js';

export interface ShiftPlan {
  id?: string | undefined;
  scannerId: string;
  collectorId: string;
  startsAt: Date;
  endsAt: Date;
}

export interface Shift {
  id: string;
  siteId: string;
  stationId: string;
  scannerId: string;
  collectorId: string;
  startsAt: Date;
  endsAt: Date | null;
  minutesOnDuty: number;
  warning: DutyWarning;
}

export interface PairOnDuty {
  shiftId: string;
  siteId: string;
  scannerId: string;
  collectorId: string;
}

/** Which pair sits at which table, from when to when. Nobody sits in two places at once. */
@Injectable()
export class ShiftRoster {
  constructor(
    private readonly transactions: Transactions,
    private readonly shifts: ShiftRepository,
    private readonly register: SiteRegister,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws StationNotFound, ShiftWindowRefused, NotAPair, StationIsTaken, PersonIsOnDuty, SiteActIdTaken */
  async plan(stationId: string, plan: ShiftPlan, actorId: string): Promise<Shift> {
    const { id = uuidv7(), scannerId, collectorId, startsAt, endsAt } = plan;
    if (endsAt <= startsAt) throw new ShiftWindowRefused();
    const { siteId } = await this.register.station(stationId);
    const hash = bodyHash({ ...plan, id, stationId });
    try {
      const row = await this.transactions.run(async (tx) => {
        if (!(await this.shifts.isPair(tx, scannerId, collectorId))) throw new NotAPair();
        const pair = { stationId, scannerId, collectorId };
        if (await this.shifts.add(tx, { id, ...pair, startsAt, endsAt, bodyHash: hash })) {
          const payload = { shiftId: id, ...pair };
          await this.journal.record(tx, ShiftPlanned, { actorId, siteId, subject: `shift:${id}`, payload });
        }
        return this.same(await this.shifts.shift(id, tx), hash);
      });
      return await this.shiftOf(row);
    } catch (error) {
      const stationTaken = isConstraint(error, 'shift_station_free');
      if (!stationTaken && !isConstraint(error, 'duty_person_free')) throw error;
      const earlier = await this.shifts.shift(id);
      if (earlier !== undefined) return this.shiftOf(this.same(earlier, hash));
      const busy = stationTaken
        ? await this.shifts.stationBusy(stationId, startsAt, endsAt)
        : await this.shifts.personBusy([scannerId, collectorId], startsAt, endsAt);
      if (busy === undefined) throw error;
      const [station, until] = [stationWords(busy), untilWords(busy)];
      throw stationTaken ? new StationIsTaken(station, until) : new PersonIsOnDuty(busy.username, station, until);
    }
  }

  /** A shift with its time on duty so far. @throws ShiftNotFound */
  async find(shiftId: string, tx?: Tx): Promise<Shift> {
    const row = await this.shifts.shift(shiftId, tx);
    if (row === undefined) throw new ShiftNotFound();
    return this.shiftOf(row, tx);
  }

  /** Ends a shift now; one that has ended stays as it is. @throws ShiftNotFound, ShiftHasNotBegun */
  async end(shiftId: string, actorId: string): Promise<Shift> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const ended = await this.shifts.end(tx, shiftId, now);
      const shift = await this.find(shiftId, tx);
      const { siteId, stationId, scannerId, collectorId } = shift;
      if (ended) {
        const payload = { shiftId, stationId, scannerId, collectorId };
        await this.journal.record(tx, ShiftEnded, { actorId, siteId, subject: `shift:${shiftId}`, payload });
      } else if (shift.startsAt >= now) {
        const site = await this.register.find(siteId, tx);
        throw new ShiftHasNotBegun(wallTime(shift.startsAt, site.timeZone));
      }
      return shift;
    });
  }

  /** The pair that sits at a station at a moment. */
  async onDuty(stationId: string, at: Date, tx?: Tx): Promise<PairOnDuty | undefined> {
    const row = await this.shifts.onDuty(stationId, at, tx);
    if (row === undefined) return undefined;
    return { shiftId: row.id, siteId: row.site_id, scannerId: row.scanner_id, collectorId: row.collector_id };
  }

  private same(row: ShiftRow | undefined, hash: Buffer): ShiftRow {
    if (row?.body_hash.equals(hash) !== true) throw new SiteActIdTaken('班次', 'shift');
    return row;
  }

  private async shiftOf(row: ShiftRow, tx?: Tx): Promise<Shift> {
    const { settings } = await this.register.find(row.site_id, tx);
    const minutes = minutesOnDuty(row.starts_at, row.ends_at, this.clock.now());
    return {
      id: row.id,
      siteId: row.site_id,
      stationId: row.station_id,
      scannerId: row.scanner_id,
      collectorId: row.collector_id,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      minutesOnDuty: minutes,
      warning: dutyWarning(minutes, settings.changeAfterMinutes, settings.relieveAfterMinutes),
    };
  }
}

function stationWords(busy: BusyRow): string {
  return `${busy.site_name} ${busy.station_number} 号台`;
}

function untilWords(busy: BusyRow): string {
  return busy.ends_at === null ? '—' : wallTime(busy.ends_at, busy.time_zone);
}
