import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export type GateKind = 'name' | 'device' | 'address';

export interface Gate {
  kind: GateKind;
  /** A keyed hash of the name, device or network. */
  key: Buffer;
}

/** Wrong tries within `since` and `now`; milliseconds. */
export interface GateRule {
  now: Date;
  since: Date;
  /** Wrong tries at most. */
  limit: number;
  /** Wrong tries that cost no time. After them each takes twice as long as the one before. */
  free: number;
  pauseSeconds: number;
}

/** Rows of the last wrong tries. */
@Injectable()
export class SignInGateRepository {
  constructor(private readonly database: Database) {}

  /**
   * Books a try as wrong before it is made, in one guarded statement: however many try at once, no more than the limit are
   * ever under way. Answers how many are booked now; undefined when this one may not be made.
   */
  async book({ kind, key }: Gate, rule: GateRule): Promise<number | undefined> {
    const [row] = await this.database.queryAs<{ booked: number }>(
      'door',
      `INSERT INTO access.sign_in_gate AS g (key, kind, wrong, last_at) VALUES ($1, $2, ARRAY[$3::timestamptz], $3)
       ON CONFLICT (key) DO UPDATE
         SET wrong = ARRAY(SELECT t FROM unnest(g.wrong) AS t WHERE t > $4) || $3::timestamptz, last_at = $3
         WHERE (SELECT count(*) < $5::int
                   AND (count(*) < $6::int OR max(t) + make_interval(secs => $7::float8 * 2 ^ (count(*) - $6::int)) <= $3)
                  FROM unnest(g.wrong) AS t WHERE t > $4)
       RETURNING cardinality(wrong) AS booked`,
      [key, kind, rule.now, rule.since, rule.limit, rule.free, rule.pauseSeconds],
    );
    return row?.booked;
  }

  /** The try that was booked at that moment was right after all. */
  async giveBack(tx: Tx, { key }: Gate, bookedAt: Date): Promise<void> {
    await tx.query(
      `UPDATE access.sign_in_gate
          SET wrong = wrong[:array_position(wrong, $2) - 1] || wrong[array_position(wrong, $2) + 1:]
        WHERE key = $1 AND $2::timestamptz = ANY (wrong)`,
      [key, bookedAt],
    );
  }

  async wrongTries({ key }: Gate, since: Date): Promise<number> {
    const [row] = await this.database.queryAs<{ wrong: number }>(
      'door',
      `SELECT count(*)::int AS wrong FROM access.sign_in_gate g, unnest(g.wrong) AS t WHERE g.key = $1 AND t > $2`,
      [key, since],
    );
    return row?.wrong ?? 0;
  }

  /**
   * Counts a wrong try for an address and clears away some of what is over. Answers from how many names and addresses
   * there were wrong tries, counted up to `upTo`.
   */
  async countAddress(
    { key }: Gate,
    times: { now: Date; since: Date },
    upTo: { names: number; addresses: number },
  ): Promise<{ names: number; addresses: number }> {
    const [row] = await this.database.queryAs<{ names: number; addresses: number }>(
      'door',
      `WITH counted AS (
         INSERT INTO access.sign_in_gate AS g (key, kind, wrong, last_at)
         VALUES ($1, 'address', ARRAY[$2::timestamptz], $2)
         ON CONFLICT (key) DO UPDATE
           SET wrong = ARRAY(SELECT t FROM unnest(g.wrong) AS t WHERE t > $3) || $2::timestamptz, last_at = $2
       ), cleared AS (
         DELETE FROM access.sign_in_gate WHERE key IN (
           SELECT key FROM access.sign_in_gate WHERE last_at <= $3 AND key <> $1
            ORDER BY last_at LIMIT 20 FOR UPDATE SKIP LOCKED)
       )
       SELECT (SELECT count(*)::int FROM (SELECT 1 FROM access.sign_in_gate
                WHERE kind = 'name' AND wrong <> '{}' AND last_at > $3 LIMIT $4) AS n) AS names,
              (SELECT count(*)::int FROM (SELECT 1 FROM access.sign_in_gate
                WHERE kind = 'address' AND wrong <> '{}' AND last_at > $3 LIMIT $5) AS a) AS addresses`,
      [key, times.now, times.since, upTo.names, upTo.addresses],
    );
    return row ?? { names: 0, addresses: 0 };
  }

  async clear(tx: Tx, keys: readonly Buffer[]): Promise<void> {
    await tx.query('DELETE FROM access.sign_in_gate WHERE key = ANY ($1::bytea[])', [keys]);
  }

  /** True for one of those who raise it, and not again before `since` has passed it. */
  async raiseAlarm(tx: Tx, kind: 'names' | 'addresses', times: { now: Date; since: Date }): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO access.sign_in_alarm AS a (kind, raised_at) VALUES ($1, $2)
       ON CONFLICT (kind) DO UPDATE SET raised_at = $2 WHERE a.raised_at <= $3 RETURNING 1`,
      [kind, times.now, times.since],
    );
    return rows.length === 1;
  }
}
