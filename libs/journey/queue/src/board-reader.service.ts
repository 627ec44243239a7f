import { Injectable } from '@nestjs/common';
import { boardFrame, statusWords, type BoardFrame } from './board-frame.js';
import { BoardRepository } from './board.repository.js';

export interface SiteStatus {
  status: keyof typeof statusWords | null;
  statusWord: string | null;
  /** Of the general lane. */
  wait: { fromMinutes: number; toMinutes: number } | null;
  waitingPeople: number;
}

/** How long the list of all sites may be shown again before it is read anew, in milliseconds. */
const statusesKeptFor = 2_000;

/** What the public sees of the queues. */
@Injectable()
export class BoardReader {
  private kept: { readAt: number; statuses: Promise<Map<string, SiteStatus>> } | undefined;

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

  /** Status and wait of every site, at most two seconds old, so that a crowd of readers costs one read. */
  statuses(): Promise<Map<string, SiteStatus>> {
    const now = Date.now();
    if (this.kept === undefined || now - this.kept.readAt > statusesKeptFor) {
      const statuses = this.readStatuses();
      this.kept = { readAt: now, statuses };
      statuses.catch(() => (this.kept = undefined));
    }
    return this.kept.statuses;
  }

  private async readStatuses(): Promise<Map<string, SiteStatus>> {
    const rows = await this.boards.statuses();
    return new Map(
      rows.map(({ site_id, status, lanes }) => {
        const known = status as SiteStatus['status'];
        const general = lanes.find((lane) => lane.lane === 'general');
        return [
          site_id,
          {
            status: known,
            statusWord: known === null ? null : statusWords[known],
            wait: general?.wait ?? null,
            waitingPeople: lanes.reduce((sum, lane) => sum + lane.waitingPeople, 0),
          },
        ];
      }),
    );
  }
}
