import { Injectable } from '@nestjs/common';
import { SiteRegister, type Lane } from '#journey/site';
import { businessDay, Clock } from '#platform/clock';
import { QueueAtHandRepository } from './queue-at-hand.repository.js';
import type { TicketState } from './ticket-states.js';

export interface TicketAtHand {
  id: string;
  lane: Lane;
  label: string;
  number: number;
  partySize: number;
  state: TicketState;
  /** Number of the station it was called to. */
  station: number | null;
  issuedAt: Date;
  calledAt: Date | null;
}

export interface QueueNow {
  businessDay: string;
  asOf: Date;
  lanes: {
    lane: Lane;
    waitingTickets: number;
    waitingPeople: number;
    /** Null until the lane's pace has been measured. */
    wait: { fromMinutes: number; toMinutes: number } | null;
  }[];
  /** Whoever may have to be seen to: the next in line, whoever was called, and whoever did not come. Not who they are. */
  tickets: TicketAtHand[];
}

/** What whoever leads the queue of a site has before their eyes. */
@Injectable()
export class QueueAtHand {
  constructor(
    private readonly rows: QueueAtHandRepository,
    private readonly register: SiteRegister,
    private readonly clock: Clock,
  ) {}

  /** @throws SiteNotFound, also when it is somebody else's site */
  async of(siteId: string): Promise<QueueNow> {
    const site = await this.register.reach(siteId);
    const asOf = this.clock.now();
    const day = businessDay(asOf, site.timeZone, site.dayStarts);
    const [lanes, tickets] = await Promise.all([this.rows.lanes(siteId), this.rows.tickets(siteId, day)]);
    return {
      businessDay: day,
      asOf,
      lanes: lanes.map(({ lane, waiting_tickets, waiting_people, from_minutes, to_minutes }) => ({
        lane: lane as Lane,
        waitingTickets: waiting_tickets,
        waitingPeople: waiting_people,
        wait:
          from_minutes === null || to_minutes === null ? null : { fromMinutes: from_minutes, toMinutes: to_minutes },
      })),
      tickets: tickets.map(({ party_size, issued_at, called_at, lane, ...rest }) => ({
        ...rest,
        lane: lane as Lane,
        partySize: party_size,
        issuedAt: issued_at,
        calledAt: called_at,
      })),
    };
  }
}
