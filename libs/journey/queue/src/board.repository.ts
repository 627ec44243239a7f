import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface BoardRow {
  site_id: string;
  code: string;
  name: string;
  serves: string | null;
  state: string;
  pause_reason: string | null;
  time_zone: string;
  status: string | null;
  sessions: unknown;
  lanes: unknown;
  calls: unknown;
  missed: unknown;
  announcements: unknown;
  version: number;
  as_of: Date;
}

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** Reads nothing but the view that the boards' login may read. */
  async board(siteId: string): Promise<BoardRow | undefined> {
    const [row] = await this.database.query<BoardRow>('SELECT * FROM queue.board WHERE site_id = $1', [siteId]);
    return row;
  }

  async bump(tx: Tx, siteId: string): Promise<void> {
    await tx.query(
      `INSERT INTO queue.board_version AS b (site_id, version) VALUES ($1, 1)
       ON CONFLICT (site_id) DO UPDATE SET version = b.version + 1`,
      [siteId],
    );
  }
}
