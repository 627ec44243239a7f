import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** Rows of the devices from which accounts have signed in. */
@Injectable()
export class KnownDeviceRepository {
  constructor(private readonly database: Database) {}

  /** Whether the account of that name knows the device, and whether anybody does. */
  async of(username: string, tokenHash: Buffer, now: Date): Promise<{ mine: boolean; ours: boolean }> {
    const [row] = await this.database.queryAs<{ mine: boolean; ours: boolean }>(
      'door',
      `SELECT coalesce(bool_or(a.username = $1), false) AS mine, count(*) > 0 AS ours
         FROM access.known_device d JOIN access.account a ON a.id = d.account_id
        WHERE d.token_hash = $2 AND d.forgotten_at IS NULL AND d.until > $3`,
      [username, tokenHash, now],
    );
    return row ?? { mine: false, ours: false };
  }

  /** The account has signed in there, or somebody vouches for it. A device that was forgotten is known anew. */
  async know(tx: Tx, tokenHash: Buffer, accountId: string, times: { now: Date; until: Date }): Promise<void> {
    await tx.query(
      `INSERT INTO access.known_device AS d (token_hash, account_id, added_at, until) VALUES ($1, $2, $3, $4)
       ON CONFLICT (token_hash, account_id) DO UPDATE SET until = greatest(d.until, $4), forgotten_at = NULL`,
      [tokenHash, accountId, times.now, times.until],
    );
  }

  async hashes(tx: Tx, accountId: string): Promise<Buffer[]> {
    const rows = await tx.query<{ token_hash: Buffer }>(
      'SELECT token_hash FROM access.known_device WHERE account_id = $1 AND forgotten_at IS NULL',
      [accountId],
    );
    return rows.map((row) => row.token_hash);
  }

  async forgetAll(tx: Tx, accountId: string, now: Date): Promise<void> {
    await tx.query('UPDATE access.known_device SET forgotten_at = $2 WHERE account_id = $1 AND forgotten_at IS NULL', [
      accountId,
      now,
    ]);
  }
}
