import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { Database } from './database.js';
import { isSerializationFailure } from './sql-errors.js';

declare const opened: unique symbol;

/** A running transaction. Only `Transactions` can make one, so whoever writes has one in hand. */
export interface Tx {
  readonly [opened]: true;
  /** Runs one statement and gives its rows. Statements of one transaction follow one another, never side by side. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** TypeORM's manager of this transaction, for `find*`, `insert` and guarded `update`. */
  readonly manager: EntityManager;
}

const attempts = 5;

/** Explicit transactions. Serialisation failures and deadlocks are tried again here and nowhere else. */
@Injectable()
export class Transactions {
  constructor(private readonly database: Database) {}

  /**
   * Runs `work` in one READ COMMITTED transaction and commits it; an error rolls everything back. `work` may run
   * several times, so it must do nothing outside the database.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.source.transaction((manager) =>
          work({
            query: (sql: string, parameters: unknown[] = []) => this.database.queryOn(manager, sql, parameters),
            manager,
          } as unknown as Tx),
        );
      } catch (error) {
        if (attempt >= attempts || !isSerializationFailure(error)) throw error;
        await pause(Math.random() * 20 * attempt);
      }
    }
  }
}
