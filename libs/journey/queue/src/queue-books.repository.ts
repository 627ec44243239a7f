import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

export interface BooksRow {
  lane: string;
  issued: number;
  waiting: number;
  called: number;
  served: number;
  missed: number;
  left: number;
  counted: number;
}

@Injectable()
export class QueueBooksRepository {
  constructor(private readonly database: Database) {}

  books(siteId: string, businessDay: string): Promise<BooksRow[]> {
    return this.database.query<BooksRow>(
      `SELECT c.lane, c.issued AS counted, count(t.id) AS issued,
              count(*) FILTER (WHERE t.state = 'waiting') AS waiting, count(*) FILTER (WHERE t.state = 'called') AS called,
              count(*) FILTER (WHERE t.state = 'served') AS served, count(*) FILTER (WHERE t.state = 'missed') AS missed,
              count(*) FILTER (WHERE t.state = 'left') AS left
         FROM queue.counter c
         LEFT JOIN queue.ticket t ON t.site_id = c.site_id AND t.business_day = c.business_day AND t.lane = c.lane
        WHERE c.site_id = $1 AND c.business_day = $2::date GROUP BY c.lane, c.issued ORDER BY c.lane`,
      [siteId, businessDay],
    );
  }
}
