import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

@Injectable()
export class ReadingRepository {
  /** Adds to what an account was shown in this hour (UTC); answers how many it is now. */
  async count(tx: Tx, accountId: string, people: number): Promise<number> {
    const [row] = await tx.query<{ people: number }>(
      `INSERT INTO access.reading AS r (account_id, hour, people) VALUES ($1, date_trunc('hour', now()), $2)
       ON CONFLICT (account_id, hour) DO UPDATE SET people = r.people + excluded.people RETURNING people`,
      [accountId, people],
    );
    return row?.people ?? people;
  }
}
