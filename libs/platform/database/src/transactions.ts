import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { Database } from './database.js';
import type { Login } from './logins.js';
import { isSerializationFailure } from './sql-errors.js';

declare const opened: unique symbol;

/** A running transaction. Only `Transactions` can make one, so whoever writes has one in hand. */
export interface Tx {
  readonly [opened]: true;
  /** Runs one statement and gives its rows. Statements of one transaction follow one another, never side by side. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /**
   * The same for a statement that calls a function of the database and does nothing else: the connection keeps it read and
   * planned. A look-up is not called this way, for its plan, made while a table was empty, would be kept as well.
   */
  call<Row = Record<string, unknown>>(sql: string, parameters: unknown[]): Promise<Row[]>;
  /** TypeORM's manager of this transaction, for `find*`, `insert` and guarded `update`. */
  readonly manager: EntityManager;
}

const attempts = 5;

/** Explicit transactions. Serialisation failures and deadlocks are tried again here and nowhere else. */
@Injectable()
export class Transactions {
  constructor(private readonly database: Database) {}

  /**
   * Runs `work` in one READ COMMITTED transaction, in the name of whoever acts, and commits it; an error rolls everything
   * back. `work` may run several times, so it must do nothing outside the database.
   */
  run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const { login, introduction } = this.database.writer();
    return this.runOn(login, introduction, work);
  }

  /** The same as a login of the house, whoever acts: for what people cause and may not do themselves. */
  runAs<T>(login: Login, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.runOn(login, undefined, work);
  }

  private async runOn<T>(login: Login, introduction: string | undefined, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.sourceOf(login).transaction(async (manager) => {
          if (introduction !== undefined && introduction !== '') await manager.query(introduction);
          return work({
            query: (sql: string, parameters: unknown[] = []) => this.database.queryOn(manager, sql, parameters),
            call: (sql: string, parameters: unknown[]) => callOn(manager, sql, parameters),
            manager,
          } as unknown as Tx);
        });
      } catch (error) {
        if (attempt >= attempts || !isSerializationFailure(error)) throw error;
        await pause(Math.random() * 20 * attempt);
      }
    }
  }
}

const names = new Map<string, string>();

/** Under which a connection keeps a statement: the same words, the same name. */
function nameOf(sql: string): string {
  const name = names.get(sql) ?? `call-${hash('sha256', sql).slice(0, 32)}`;
  names.set(sql, name);
  return name;
}

/** TypeORM asks without a name; what goes wrong is told in its words all the same. */
async function callOn(manager: EntityManager, sql: string, parameters: unknown[]): Promise<unknown[]> {
  const client = (await manager.queryRunner?.connect()) as ClientBase;
  try {
    const { rows } = await client.query<object>({ name: nameOf(sql), text: sql, values: parameters });
    return rows;
  } catch (error) {
    throw new QueryFailedError(sql, parameters, error as Error);
  }
}
