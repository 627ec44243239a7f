import { Injectable } from '@nestjs/common';
import { boardFrame, statusWords, type BoardFrame } from './board-frame.js';
import { BoardRepository } from './board.repository.js';

/** What the public sees of the queues. */
@Injectable()
export class BoardReader {
  constructor(private readonly boards: BoardRepository) {}

  /** The board of a site now; undefined when there is no such site. */
  async read(siteId: string): Promise<BoardFrame | undefined> {
    const row = await this.boards.board(siteId);
    if (row === undefined) return undefined;
    const status = row.status as BoardFrame['status'];
    return boardFrame.parse({
      siteId: row.site_id,
      version: row.version,
      asOf: row.as_of.toISOString(),
      site: {
        code: row.code,
        name: row.name,
        serves: row.serves,
        state: row.state,
        pauseReason: row.pause_reason,
        timeZone: row.time_zone,
      },
      status,
      statusWord: status === null ? null : statusWords[status],
      sessions: row.sessions,
      lanes: row.lanes,
      calls: row.calls,
      missed: row.missed,
      announcements: row.announcements,
    });
  }
}
