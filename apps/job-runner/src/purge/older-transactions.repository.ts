import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/**
 * Who may still see what was destroyed before now. PostgreSQL keeps destroyed rows on the disk for as long as a transaction
 * that began before lasts, and writes them into a table's new file as well. Each is told in words for whoever is to end it.
 * Asks only for what every login may see.
 */
@Injectable()
export class OlderTransactionsRepository {
  constructor(private readonly database: Database) {}

  /** A point in the order of transactions: what was committed before lies before it. */
  async now(): Promise<string> {
    const [row] = await this.database.query<{ now: string }>('SELECT pg_current_xact_id()::text AS now');
    if (row === undefined) throw new Error('PostgreSQL did not say where it is');
    return row.now;
  }

  /**
   * Transactions that write, in any database of the cluster, and began before the point. New transactions look as far back
   * as the oldest of these, so they have to end first.
   */
  async writing(point: string): Promise<string[]> {
    return this.ask(
      `SELECT ${inWords} AS words FROM pg_locks l LEFT JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'transactionid' AND l.granted AND l.pid <> pg_backend_pid()
          AND age(l.transactionid) > age($1::text::xid8::xid)
        UNION
       SELECT format('the prepared transaction %L of %s', p.gid, p.prepared) FROM pg_prepared_xacts p
        WHERE age(p.transaction) > age($1::text::xid8::xid)`,
      [point],
    );
  }

  /** Transactions at work in this database at this moment, those that only read too, by a key that is never used again. */
  async atWork(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ key: string; words: string }>(
      `SELECT l.virtualtransaction AS key, ${inWords} AS words FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'virtualxid' AND l.granted AND l.pid <> pg_backend_pid() AND a.datname = current_database()`,
    );
    return new Map(rows.map(({ key, words }) => [key, words]));
  }

  /** Replicas whose own readers look back further than the point. */
  async replicas(point: string): Promise<string[]> {
    return this.ask(
      `SELECT format('the replication slot %L', slot_name) AS words FROM pg_replication_slots
        WHERE xmin IS NOT NULL AND age(xmin) > age($1::text::xid8::xid)`,
      [point],
    );
  }

  private async ask(sql: string, values: unknown[]): Promise<string[]> {
    return (await this.database.query<{ words: string }>(sql, values)).map(({ words }) => words);
  }
}

const inWords = `format('process %s (%s, database %s)', l.pid, coalesce(nullif(a.application_name, ''), 'without a name'),
  coalesce(a.datname, '-'))`;
