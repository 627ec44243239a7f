import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface AnnouncementRow {
  id: string;
  site_id: string;
  zh: string;
  en: string | null;
  made_by: string;
  made_at: Date;
  expires_at: Date;
  withdrawn_at: Date | null;
  body_hash: Buffer;
}

@Injectable()
export class AnnouncementRepository {
  constructor(private readonly database: Database) {}

  async announcement(id: string, tx?: Tx): Promise<AnnouncementRow | undefined> {
    const [row] = await (tx ?? this.database).query<AnnouncementRow>('SELECT * FROM queue.announcement WHERE id = $1', [
      id,
    ]);
    return row;
  }

  async add(tx: Tx, row: Omit<AnnouncementRow, 'withdrawn_at'>): Promise<boolean> {
    const added = await tx.query(
      `INSERT INTO queue.announcement (id, site_id, zh, en, made_by, made_at, expires_at, body_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [row.id, row.site_id, row.zh, row.en, row.made_by, row.made_at, row.expires_at, row.body_hash],
    );
    return added.length === 1;
  }

  async withdraw(tx: Tx, id: string, at: Date): Promise<boolean> {
    const withdrawn = await tx.query(
      'UPDATE queue.announcement SET withdrawn_at = $2 WHERE id = $1 AND withdrawn_at IS NULL RETURNING id',
      [id, at],
    );
    return withdrawn.length === 1;
  }
}
