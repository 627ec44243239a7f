import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SiteRegister, type Lane } from '#journey/site';
import { businessDay, Clock } from '#platform/clock';
import { bodyHash, isConstraint, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoardHand } from './board-hand.service.js';
import { CallRepository, type CallRow } from './call.repository.js';
import { CallIdTaken, CallIsTooLarge, SiteIsClosed, SiteIsPaused } from './queue.errors.js';
import { TicketsCalled } from './queue.events.js';

export interface Call {
  id: string;
  stationId: string;
  /** The station's number, as people see it on the table. */
  station: number;
  siteId: string;
  lane: Lane;
  people: number;
  calledAt: Date;
  /** In the order in which they were called; empty when nobody waits. */
  tickets: { id: string; label: string; partySize: number; residentId: string | null }[];
}

/** Where a station calls the next one, or the next ten, of its lane. */
@Injectable()
export class LaneCaller {
  constructor(
    private readonly transactions: Transactions,
    private readonly calls: CallRepository,
    private readonly register: SiteRegister,
    private readonly journal: Journal,
    private readonly board: BoardHand,
    private readonly clock: Clock,
  ) {}

  /**
   * Calls up to `count` people. Nobody is called by two stations, a party is never split, and the same id again answers
   * the same call, also an empty one.
   * @throws StationNotFound, SiteIsPaused, SiteIsClosed, CallIsTooLarge, CallIdTaken
   */
  async call(stationId: string, request: { id?: string | undefined; count: number }, actorId: string): Promise<Call> {
    const { id = uuidv7(), count } = request;
    const hash = bodyHash({ stationId, id, count });
    const earlier = await this.calls.call(id);
    if (earlier !== undefined) return same(earlier, hash);

    const station = await this.register.station(stationId);
    const { siteId, lane } = station;
    const site = await this.register.find(siteId);
    if (site.state === 'paused') throw new SiteIsPaused(site.pauseReason);
    if (site.state === 'closed') throw new SiteIsClosed();
    if (count > site.settings.callAtMost) throw new CallIsTooLarge(site.settings.callAtMost);
    const now = this.clock.now();
    const call = {
      id,
      stationId,
      siteId,
      businessDay: businessDay(now, site.timeZone, site.dayStarts),
      lane,
      asked: count,
      calledBy: actorId,
      calledAt: now,
      bodyHash: hash,
    };
    try {
      return await this.transactions.run(async (tx) => {
        await this.calls.claim(tx, call);
        const ticketIds = await this.calls.callNext(tx, call);
        const made = same(await this.calls.call(id, tx), hash);
        if (ticketIds.length > 0) {
          const payload = { callId: id, stationId, ticketIds, people: made.people };
          await this.journal.record(tx, TicketsCalled, { actorId, siteId, subject: `call:${id}`, payload });
          await this.board.changed(tx, siteId);
        }
        return made;
      });
    } catch (error) {
      if (!isConstraint(error, 'call_pkey')) throw error;
      return same(await this.calls.call(id), hash);
    }
  }
}

function same(row: CallRow | undefined, hash: Buffer): Call {
  if (row?.body_hash.equals(hash) !== true) throw new CallIdTaken();
  return {
    id: row.id,
    stationId: row.station_id,
    station: row.station_number,
    siteId: row.site_id,
    lane: row.lane as Lane,
    people: row.people,
    calledAt: row.called_at,
    tickets: row.tickets,
  };
}
