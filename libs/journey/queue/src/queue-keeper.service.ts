import { Injectable } from '@nestjs/common';
import { SiteRegister } from '#journey/site';
import type { Caller } from '#platform/access';
import { businessDay, Clock } from '#platform/clock';
import { isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoardHand } from './board-hand.service.js';
import { AlreadyWaiting, QueueIsClosed, TicketIsFromAnotherDay, TicketIsNotYours } from './queue.errors.js';
import { TicketNotFound, TicketStateRefused } from './queue.errors.js';
import { QueueClosed, QueueReopened, TicketLeft, TicketMissed, TicketRecalled } from './queue.events.js';
import { TicketReturned, TicketServed } from './queue.events.js';
import { returnPlace } from './return-place.js';
import { ticketOf, type Ticket } from './ticket-desk.service.js';
import { statesBefore } from './ticket-states.js';
import { TicketRepository, type TicketRow } from './ticket.repository.js';

const endings = { served: TicketServed, missed: TicketMissed, left: TicketLeft };

/** What the marshal does with tickets that were called, and with the whole queue at the end of the day. */
@Injectable()
export class QueueKeeper {
  constructor(
    private readonly transactions: Transactions,
    private readonly tickets: TicketRepository,
    private readonly register: SiteRegister,
    private readonly journal: Journal,
    private readonly board: BoardHand,
    private readonly clock: Clock,
  ) {}

  /** Calls a ticket out again on the board. @throws TicketNotFound, TicketStateRefused */
  recall(ticketId: string, actorId: string): Promise<Ticket> {
    return this.transactions.run(async (tx) => {
      const ticket = await this.held(tx, ticketId);
      if (!(await this.tickets.announceAgain(tx, ticketId, this.clock.now()))) {
        throw new TicketStateRefused(ticket.label, ticket.state, 'called');
      }
      await this.note(tx, TicketRecalled, ticket, actorId);
      return this.standing(tx, ticketId);
    });
  }

  /**
   * A called ticket was missed or is served; a ticket that is waiting, called or missed is given up. Doing it again
   * changes nothing. A resident may only give up their own.
   * @throws TicketNotFound, TicketStateRefused, TicketIsNotYours
   */
  end(ticketId: string, to: keyof typeof endings, caller: Caller): Promise<Ticket> {
    return this.transactions.run(async (tx) => {
      const ticket = await this.held(tx, ticketId);
      if (caller.kind === 'resident' && !(await this.tickets.isOwnOrWard(ticket.resident_id, caller.id))) {
        throw new TicketIsNotYours();
      }
      if (await this.tickets.move(tx, ticketId, statesBefore(to), to, this.clock.now())) {
        await this.note(tx, endings[to], ticket, caller.id);
      }
      const ended = await this.standing(tx, ticketId);
      if (ended.state !== to) throw new TicketStateRefused(ended.label, ended.state, to);
      return ended;
    });
  }

  /**
   * Somebody who missed the call is back: they wait again, a few places behind the front (a setting of the site).
   * @throws TicketNotFound, TicketStateRefused, TicketIsFromAnotherDay, QueueIsClosed, AlreadyWaiting
   */
  async return(ticketId: string, actorId: string): Promise<Ticket> {
    try {
      return await this.transactions.run(async (tx) => {
        const ticket = await this.held(tx, ticketId);
        const site = await this.register.find(ticket.site_id, tx);
        const lane = await this.tickets.holdLane(tx, ticket);
        const now = this.clock.now();
        const current = await this.standing(tx, ticketId);
        if (current.state === 'waiting') return current;
        if (current.state !== 'missed') throw new TicketStateRefused(current.label, current.state, 'waiting');
        if (ticket.business_day !== businessDay(now, site.timeZone, site.dayStarts)) {
          throw new TicketIsFromAnotherDay(ticket.label);
        }
        if (lane === undefined || lane.closed) throw new QueueIsClosed();
        const behind = site.settings.returnBehind;
        const front = await this.tickets.frontPlaces(tx, ticket, behind + 1);
        if (await this.tickets.putBack(tx, ticketId, returnPlace(front, behind, lane.issued), now)) {
          await this.note(tx, TicketReturned, ticket, actorId);
        }
        return this.standing(tx, ticketId);
      });
    } catch (error) {
      if (!isConstraint(error, 'ticket_waiting_resident')) throw error;
      const ticket = await this.tickets.ticket(ticketId);
      if (ticket?.resident_id == null) throw error;
      const held = await this.tickets.waitingTicketOf(ticket.site_id, ticket.business_day, ticket.resident_id);
      throw new AlreadyWaiting(held?.label ?? ticket.label, held?.id ?? ticketId);
    }
  }

  /**
   * Ends the queue of the site's business day: no more tickets, whoever still waits is counted as left.
   * @param day another business day than today's, as YYYY-MM-DD
   * @throws SiteNotFound
   */
  async close(siteId: string, actorId: string | null, day?: string): Promise<{ businessDay: string; left: number }> {
    const site = await this.register.reach(siteId);
    const now = this.clock.now();
    const ofDay = day ?? businessDay(now, site.timeZone, site.dayStarts);
    return this.transactions.run(async (tx) => {
      const { closed, left } = await this.tickets.closeDay(tx, siteId, ofDay, now);
      const payload = { siteId, businessDay: ofDay, left };
      if (closed > 0 || left > 0) {
        await this.journal.record(tx, QueueClosed, { actorId, siteId, subject: `site:${siteId}`, payload });
        await this.board.changed(tx, siteId);
      }
      return { businessDay: ofDay, left };
    });
  }

  /** Lets tickets be taken again today after the queue was closed too early. @throws SiteNotFound */
  async reopen(siteId: string, actorId: string): Promise<{ businessDay: string }> {
    const site = await this.register.reach(siteId);
    const ofDay = businessDay(this.clock.now(), site.timeZone, site.dayStarts);
    return this.transactions.run(async (tx) => {
      if (await this.tickets.reopenDay(tx, siteId, ofDay)) {
        const payload = { siteId, businessDay: ofDay };
        await this.journal.record(tx, QueueReopened, { actorId, siteId, subject: `site:${siteId}`, payload });
        await this.board.changed(tx, siteId);
      }
      return { businessDay: ofDay };
    });
  }

  /** For the clock: ends the queues of days gone by that nobody closed; answers how many tickets were left. */
  async closeDaysGoneBy(): Promise<number> {
    let left = 0;
    for (const site of await this.register.list()) {
      const today = businessDay(this.clock.now(), site.timeZone, site.dayStarts);
      for (const day of await this.tickets.unclosedDaysBefore(site.id, today)) {
        left += (await this.close(site.id, null, day)).left;
      }
    }
    return left;
  }

  private async held(tx: Tx, ticketId: string): Promise<TicketRow> {
    const ticket = await this.tickets.ticket(ticketId, tx);
    if (ticket === undefined) throw new TicketNotFound();
    return ticket;
  }

  private async standing(tx: Tx, ticketId: string): Promise<Ticket> {
    const row = await this.tickets.standing(ticketId, tx);
    if (row === undefined) throw new TicketNotFound();
    return ticketOf(row);
  }

  private async note(tx: Tx, event: typeof TicketMissed, ticket: TicketRow, actorId: string): Promise<void> {
    const { id: ticketId, site_id: siteId, lane, label } = ticket;
    const payload = { ticketId, siteId, lane, label };
    await this.journal.record(tx, event, { actorId, siteId, subject: `ticket:${ticketId}`, payload });
    await this.board.changed(tx, siteId);
  }
}
