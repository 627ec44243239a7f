import { Injectable } from '@nestjs/common';
import { SiteRegister } from '#journey/site';
import { businessDay, Clock } from '#platform/clock';
import { QueueBooksRepository, type BooksRow } from './queue-books.repository.js';

export interface QueueDayBooks {
  businessDay: string;
  /** Tickets a lane. After the queue was closed: issued = called + served + missed + left, nobody waits. */
  lanes: BooksRow[];
  balanced: boolean;
}

/** What became of a day's tickets. */
@Injectable()
export class QueueBooks {
  constructor(
    private readonly books: QueueBooksRepository,
    private readonly register: SiteRegister,
    private readonly clock: Clock,
  ) {}

  /** @param day another business day than today's, as YYYY-MM-DD. @throws SiteNotFound */
  async of(siteId: string, day?: string): Promise<QueueDayBooks> {
    const site = await this.register.reach(siteId);
    const ofDay = day ?? businessDay(this.clock.now(), site.timeZone, site.dayStarts);
    const lanes = await this.books.books(siteId, ofDay);
    const balanced = lanes.every(
      (lane) =>
        lane.counted === lane.issued &&
        lane.issued === lane.waiting + lane.called + lane.served + lane.missed + lane.left,
    );
    return { businessDay: ofDay, lanes, balanced };
  }
}
