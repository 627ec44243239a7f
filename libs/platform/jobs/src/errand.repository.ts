import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { ErrandRef } from './errand-id.js';

export interface ClaimedErrand extends ErrandRef {
  ageMs: number;
}

export interface ErrandCounts {
  waiting: number;
  enqueued: number;
  dead: number;
  oldestWaitingSeconds: number;
}

/** The rows of the outbox, the schedule and the canary. Each statement claims with SKIP LOCKED, so many runners share them. */
@Injectable()
export class ErrandRepository {
  constructor(private readonly database: Database) {}

  /** Marks the oldest waiting errands as handed over and names them. */
  async claimWaiting(batch: number): Promise<ClaimedErrand[]> {
    return this.database.query<ClaimedErrand>(
      `UPDATE jobs.errand e SET state = 'enqueued', enqueued_at = clock_timestamp()
         FROM (SELECT entry_id, job FROM jobs.errand WHERE state = 'waiting'
                ORDER BY recorded_at LIMIT $1 FOR UPDATE SKIP LOCKED) w
        WHERE e.entry_id = w.entry_id AND e.job = w.job
       RETURNING e.entry_id AS "entryId", e.job,
                 (extract(epoch FROM clock_timestamp() - e.recorded_at) * 1000)::float8 AS "ageMs"`,
      [batch],
    );
  }

  /** Takes the handing-over back: the queue did not accept these. */
  async giveBack(errands: ErrandRef[]): Promise<void> {
    await this.database.query(
      `UPDATE jobs.errand e SET state = 'waiting', enqueued_at = NULL
         FROM unnest($1::uuid[], $2::text[]) AS g (entry_id, job)
        WHERE e.entry_id = g.entry_id AND e.job = g.job AND e.state = 'enqueued'`,
      [errands.map(({ entryId }) => entryId), errands.map(({ job }) => job)],
    );
  }

  /**
   * Takes the errand for this transaction and marks it done.
   * @returns its payload, or undefined when it is done, dead, unknown or in the hands of another worker
   */
  async takeAndFinish(tx: Tx, { entryId, job }: ErrandRef): Promise<{ payload: unknown } | undefined> {
    const [row] = await tx.query<{ payload: unknown }>(
      `UPDATE jobs.errand e SET state = 'done', done_at = clock_timestamp(), attempts = e.attempts + 1, last_error = NULL
         FROM (SELECT entry_id, job FROM jobs.errand
                WHERE entry_id = $1 AND job = $2 AND state IN ('waiting', 'enqueued') FOR UPDATE SKIP LOCKED) t
        WHERE e.entry_id = t.entry_id AND e.job = t.job
       RETURNING e.payload`,
      [entryId, job],
    );
    return row;
  }

  /** Keeps what went wrong. @returns whether the errand is dead now */
  async keepFailure({ entryId, job }: ErrandRef, error: string, deadAfter: number): Promise<boolean> {
    const [row] = await this.database.query<{ state: string }>(
      `UPDATE jobs.errand
          SET attempts = attempts + 1, last_error = $3, state = CASE WHEN attempts + 1 >= $4 THEN 'dead' ELSE state END
        WHERE entry_id = $1 AND job = $2 AND state IN ('waiting', 'enqueued') RETURNING state`,
      [entryId, job, error, deadAfter],
    );
    return row?.state === 'dead';
  }

  /** Errands handed over long ago and still open wait again; those a worker has in hand are left alone. */
  async sweep(olderThanMs: number): Promise<number> {
    const rows = await this.database.query(
      `UPDATE jobs.errand e SET state = 'waiting', enqueued_at = NULL
         FROM (SELECT entry_id, job FROM jobs.errand
                WHERE state = 'enqueued' AND enqueued_at < clock_timestamp() - $1::float8 * interval '1 millisecond'
                ORDER BY enqueued_at LIMIT 5000 FOR UPDATE SKIP LOCKED) s
        WHERE e.entry_id = s.entry_id AND e.job = s.job RETURNING 1`,
      [olderThanMs],
    );
    return rows.length;
  }

  async counts(): Promise<ErrandCounts> {
    const [row] = await this.database.query<ErrandCounts>(
      `SELECT (SELECT count(*) FROM jobs.errand WHERE state = 'waiting')::int AS waiting,
              (SELECT count(*) FROM jobs.errand WHERE state = 'enqueued')::int AS enqueued,
              (SELECT count(*) FROM jobs.errand WHERE state = 'dead')::int AS dead,
              coalesce((SELECT extract(epoch FROM clock_timestamp() - min(recorded_at)) FROM jobs.errand
                         WHERE state = 'waiting'), 0)::float8 AS "oldestWaitingSeconds"`,
    );
    return row ?? { waiting: 0, enqueued: 0, dead: 0, oldestWaitingSeconds: 0 };
  }

  async registerSchedule(name: string, everySeconds: number): Promise<void> {
    await this.database.query(
      `INSERT INTO jobs.schedule (name, every_seconds) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET every_seconds = excluded.every_seconds,
         next_at = least(jobs.schedule.next_at, now() + excluded.every_seconds * interval '1 second')`,
      [name, everySeconds],
    );
  }

  /** Claims one due work of these and sets its next time; undefined when none is due. */
  async claimDue(names: string[]): Promise<string | undefined> {
    const [row] = await this.database.query<{ name: string }>(
      `UPDATE jobs.schedule s SET next_at = now() + s.every_seconds * interval '1 second', last_run_at = now()
         FROM (SELECT name FROM jobs.schedule WHERE name = ANY ($1) AND next_at <= now()
                ORDER BY next_at LIMIT 1 FOR UPDATE SKIP LOCKED) due
        WHERE s.name = due.name RETURNING s.name`,
      [names],
    );
    return row?.name;
  }

  async keepScheduleOutcome(name: string, error: string | null): Promise<void> {
    await this.database.query('UPDATE jobs.schedule SET last_error = $2 WHERE name = $1', [name, error]);
  }

  async sing(runner: string): Promise<void> {
    await this.database.query(
      `INSERT INTO jobs.canary (runner, sung_at) VALUES ($1, clock_timestamp())
       ON CONFLICT (runner) DO UPDATE SET sung_at = excluded.sung_at`,
      [runner],
    );
  }

  /** Runners that have not been seen for a day are forgotten. */
  async forgetOldRunners(): Promise<void> {
    await this.database.query(`DELETE FROM jobs.canary WHERE sung_at < now() - interval '1 day'`);
  }
}
