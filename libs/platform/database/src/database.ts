import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export const DATABASE_OPTIONS = Symbol('DATABASE_OPTIONS');

export interface DatabaseOptions {
  url: string;
  /** Connections at most. */
  pool: number;
  /** How long a query waits for a free connection before it is refused as busy; two seconds unless told. */
  waitSeconds?: number;
  applicationName: string;
}

/** The connection pool. `query` is for reading outside a transaction; whoever writes goes through `Transactions`. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly source: DataSource;

  constructor(@Inject(DATABASE_OPTIONS) options: DatabaseOptions) {
    this.source = new DataSource({
      type: 'postgres',
      url: options.url,
      applicationName: options.applicationName,
      installExtensions: false,
      parseInt8: true,
      extra: {
        max: options.pool,
        connectionTimeoutMillis: (options.waitSeconds ?? 2) * 1_000,
        idleTimeoutMillis: 60_000,
        keepAlive: true,
        statement_timeout: 5_000,
        lock_timeout: 2_000,
        idle_in_transaction_session_timeout: 10_000,
        // The session speaks UTC; times of day are computed with the time zone of the site.
        options: '-c timezone=UTC -c jit=off',
      },
    });
  }

  /** Rows of one statement, each with the columns as named in the SQL. */
  query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.queryOn(this.source.manager, sql, parameters);
  }

  /** TypeORM answers UPDATE and DELETE with `[rows, count]`; here every statement answers with its rows. */
  async queryOn<Row>(manager: EntityManager, sql: string, parameters: unknown[]): Promise<Row[]> {
    const answer: unknown = await manager.query(sql, parameters);
    if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number') {
      return answer[0] as Row[];
    }
    return (answer ?? []) as Row[];
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}
