import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Acting, type Actor } from './acting.js';
import { addressFor, type Login, type LoginPasswords } from './logins.js';
import { WatchedClient } from './watched-client.js';

export const DATABASE_OPTIONS = Symbol('DATABASE_OPTIONS');

export interface DatabaseOptions {
  url: string;
  /** Connections at most, for each login. */
  pool: number;
  /** How long a query waits for a free connection before it is refused as busy; two seconds unless told. */
  waitSeconds?: number;
  applicationName: string;
  /** The logins this process works with. Without them everything is done as the login in `url`, for tools and tests. */
  logins?: LoginPasswords;
  /** Who acts where no request is under way; a process that serves people leaves it out. */
  otherwise?: Actor;
}

/**
 * The connection pools, one for each login, so that people who read cannot take the connections of those who scan.
 * `query` is for reading outside a transaction, in the name of whoever acts; whoever writes goes through `Transactions`.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly sources = new Map<Login | 'url', DataSource>();

  constructor(
    @Inject(DATABASE_OPTIONS) options: DatabaseOptions,
    private readonly acting: Acting = new Acting({ kind: 'house' }),
  ) {
    const given = Object.entries(options.logins ?? {}) as [Login, string][];
    for (const [login, password] of given) {
      this.sources.set(login, sourceOf(options, addressFor(options.url, login, password)));
    }
    if (given.length === 0) this.sources.set('url', sourceOf(options, options.url));
  }

  async open(): Promise<void> {
    await Promise.all([...this.sources.values()].map((source) => source.initialize()));
  }

  /** The pool of a login. @throws when this process was not given that login */
  sourceOf(login: Login): DataSource {
    const source = this.sources.get('url') ?? this.sources.get(login);
    if (source === undefined) throw new Error(`this process has no database login "${login}"`);
    return source;
  }

  /** The pool of the login in `url`, where there is one: for tools that work as the owner. */
  get source(): DataSource {
    return this.sourceOf('jobs');
  }

  /** Rows of one reading statement, each with the columns as named in the SQL; only what the actor may see. */
  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    if (this.sources.has('url')) return this.queryAs('jobs', sql, parameters);
    const { actor } = this.acting;
    if (actor.kind === 'house') return this.queryAs('jobs', sql, parameters);
    const client = await this.poolOf('reader').connect();
    let broken: Error | undefined;
    try {
      await client.query(`BEGIN READ ONLY;${nameOf(actor)}`);
      const { rows } = await client.query<Row & object>(sql, parameters);
      await client.query('COMMIT');
      return rows;
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** One statement as a login of the house; row security does not know in whose name. */
  queryAs<Row = Record<string, unknown>>(login: Login, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.queryOn(this.sourceOf(login).manager, sql, parameters);
  }

  /** The address of the database for a login, for connections that listen. */
  addressOf(login: Login): string {
    return (this.sourceOf(login).options as { url: string }).url;
  }

  /** The same as something that can be asked, in place of a transaction. */
  as(login: Login): { query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]> } {
    return { query: (sql, parameters) => this.queryAs(login, sql, parameters) };
  }

  /** TypeORM answers UPDATE and DELETE with `[rows, count]`; here every statement answers with its rows. */
  async queryOn<Row>(manager: EntityManager, sql: string, parameters: unknown[]): Promise<Row[]> {
    const answer: unknown = await manager.query(sql, parameters);
    if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number') {
      return answer[0] as Row[];
    }
    return (answer ?? []) as Row[];
  }

  /** The login that writes for the actor, and the statement that says in whose name; none for the house. */
  writer(): { login: Login; introduction: string | undefined } {
    if (this.sources.has('url')) return { login: 'jobs', introduction: undefined };
    const { actor } = this.acting;
    return actor.kind === 'house'
      ? { login: 'jobs', introduction: undefined }
      : { login: 'desk', introduction: nameOf(actor) };
  }

  async onApplicationShutdown(): Promise<void> {
    for (const source of this.sources.values()) if (source.isInitialized) await source.destroy();
  }

  private poolOf(login: Login): Pool {
    return (this.sourceOf(login).driver as unknown as { master: Pool }).master;
  }
}

/** Ids come from our own tables, and all the same nothing but a UUID gets into the text of a statement. */
function nameOf(actor: Actor): string {
  if (actor.kind === 'house' || actor.kind === 'nobody') return '';
  if (!/^[0-9a-f-]{36}$/i.test(actor.id)) throw new Error('an actor whose id is no UUID');
  return `SET LOCAL shihe.actor = '${actor.id}';SET LOCAL shihe.actor_kind = '${actor.kind}'`;
}

/** A connection that cannot even be rolled back is thrown away. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

function sourceOf(options: DatabaseOptions, url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: options.applicationName,
    installExtensions: false,
    parseInt8: true,
    extra: {
      max: options.pool,
      connectionTimeoutMillis: (options.waitSeconds ?? 2) * 1_000,
      idleTimeoutMillis: 60_000,
      keepAlive: true,
      Client: WatchedClient,
      statement_timeout: 5_000,
      lock_timeout: 2_000,
      idle_in_transaction_session_timeout: 10_000,
      // The session speaks UTC; times of day are computed with the time zone of the site.
      options: '-c timezone=UTC -c jit=off',
    },
  });
}
