import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { SiteRegister, type Lane, type Site } from '#journey/site';
import type { Caller } from '#platform/access';
import { businessDay, Clock, wallTime } from '#platform/clock';
import { bodyHash, isConstraint, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoardHand } from './board-hand.service.js';
import { AlreadyWaiting, LaneNotHere, LastEntryPassed, PartyIsTooLarge, QueueIsClosed } from './queue.errors.js';
import { SingleLaneOnly, SiteIsClosed, SiteIsPaused, TicketIdTaken, TicketIsNotYours } from './queue.errors.js';
import { TicketNotFound, TicketResidentUnknown } from './queue.errors.js';
import { TicketIssued } from './queue.events.js';
import type { TicketState } from './ticket-states.js';
import { TicketRepository, type StandingRow } from './ticket.repository.js';

export interface TicketRequest {
  id?: string | undefined;
  residentId?: string | undefined;
  partySize: number;
  lane: Lane;
}

/** What a ticket says to whoever holds it; nothing in it tells who that is. */
export interface Ticket {
  id: string;
  siteId: string;
  lane: Lane;
  label: string;
  number: number;
  partySize: number;
  state: TicketState;
  /** People, not tickets, who are called earlier. */
  ahead: number;
  /** Null until the lane's pace has been measured. */
  wait: { fromMinutes: number; toMinutes: number } | null;
  /** Number of the station it was called to. */
  station: number | null;
  issuedAt: Date;
  calledAt: Date | null;
}

/** Where somebody who arrives takes a ticket for a party. */
@Injectable()
export class TicketDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly tickets: TicketRepository,
    private readonly register: SiteRegister,
    private readonly journal: Journal,
    private readonly board: BoardHand,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the next number of the lane on the site's business day. The same request under the same id answers the same
   * ticket; numbers have no hole, because a refused ticket takes its number back with its transaction.
   * @throws SiteNotFound, SiteIsPaused, SiteIsClosed, QueueIsClosed, LastEntryPassed, LaneNotHere, PartyIsTooLarge,
   *   SingleLaneOnly, AlreadyWaiting, TicketIsNotYours, TicketIdTaken, TicketResidentUnknown
   */
  async take(siteId: string, request: TicketRequest, caller: Caller): Promise<Ticket> {
    const { id = uuidv7(), partySize, lane } = request;
    const residentId = request.residentId ?? (caller.kind === 'resident' ? caller.id : null);
    if (caller.kind === 'resident' && !(await this.tickets.isOwnOrWard(residentId, caller.id)))
      throw new TicketIsNotYours();
    const hash = bodyHash({ siteId, id, residentId, partySize, lane });
    const earlier = await this.earlier(id, hash);
    if (earlier !== undefined) return earlier;

    // A resident may queue anywhere; staff take tickets at their own sites.
    const site = await (caller.kind === 'resident' ? this.register.find(siteId) : this.register.reach(siteId));
    const now = this.clock.now();
    const day = businessDay(now, site.timeZone, site.dayStarts);
    const prefix = await this.admit(site, day, now, { partySize, lane, residentId });
    try {
      await this.transactions.run(async (tx) => {
        const ticket = { id, siteId, businessDay: day, lane, prefix, partySize, residentId };
        const issued = await this.tickets.issue(tx, { ...ticket, issuedBy: caller.id, issuedAt: now, bodyHash: hash });
        if (issued === undefined) throw new QueueIsClosed();
        const payload = { ticketId: id, siteId, lane, label: issued.label, partySize };
        await this.journal.record(tx, TicketIssued, { actorId: caller.id, siteId, subject: `ticket:${id}`, payload });
        await this.board.changed(tx, siteId);
      });
    } catch (error) {
      return this.explain(error, { id, siteId, day, residentId, hash });
    }
    return this.find(id);
  }

  /** @throws TicketNotFound */
  async find(ticketId: string): Promise<Ticket> {
    const row = await this.tickets.standing(ticketId);
    if (row === undefined) throw new TicketNotFound();
    return ticketOf(row);
  }

  /** The rules of the door; answers the letter of the lane. */
  private async admit(
    site: Site,
    day: string,
    now: Date,
    { partySize, lane, residentId }: { partySize: number; lane: Lane; residentId: string | null },
  ): Promise<string> {
    if (site.state === 'paused') throw new SiteIsPaused(site.pauseReason);
    if (site.state === 'closed') throw new SiteIsClosed();
    const held = site.lanes.find((one) => one.lane === lane);
    if (held === undefined) throw new LaneNotHere(lane);
    if (partySize > site.settings.partyAtMost) throw new PartyIsTooLarge(site.settings.partyAtMost);
    const lastEntry = await this.tickets.lastEntry(site.id, site.timeZone, site.dayStarts, day);
    if (lastEntry !== undefined && lastEntry <= now) throw new LastEntryPassed(wallTime(lastEntry, site.timeZone));
    if (residentId !== null && lane !== 'single') {
      const singly = await this.tickets.mustBeSampledSingly(residentId);
      if (singly === undefined) throw new TicketResidentUnknown();
      if (singly) throw new SingleLaneOnly();
    }
    return held.prefix;
  }

  /** A constraint said no: either this very ticket was written a moment ago, or the resident already waits. */
  private async explain(
    error: unknown,
    act: { id: string; siteId: string; day: string; residentId: string | null; hash: Buffer },
  ): Promise<Ticket> {
    if (isConstraint(error, 'ticket_resident_id_fkey')) throw new TicketResidentUnknown();
    const residentWaits = isConstraint(error, 'ticket_waiting_resident');
    if (!residentWaits && !isConstraint(error, 'ticket_pkey')) throw error;
    const earlier = await this.earlier(act.id, act.hash);
    if (earlier !== undefined) return earlier;
    const held = residentWaits
      ? await this.tickets.waitingTicketOf(act.siteId, act.day, act.residentId ?? '')
      : undefined;
    throw held === undefined ? error : new AlreadyWaiting(held.label, held.id);
  }

  private async earlier(id: string, hash: Buffer): Promise<Ticket | undefined> {
    const row = await this.tickets.standing(id);
    if (row === undefined) return undefined;
    if (!row.body_hash.equals(hash)) throw new TicketIdTaken();
    return ticketOf(row);
  }
}

export function ticketOf(row: StandingRow): Ticket {
  const { from_minutes: fromMinutes, to_minutes: toMinutes } = row;
  return {
    id: row.id,
    siteId: row.site_id,
    lane: row.lane as Lane,
    label: row.label,
    number: row.number,
    partySize: row.party_size,
    state: row.state,
    ahead: row.ahead,
    wait: fromMinutes === null || toMinutes === null ? null : { fromMinutes, toMinutes },
    station: row.station_number,
    issuedAt: row.issued_at,
    calledAt: row.called_at,
  };
}
