import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import pg from 'pg';

/** Something personal that was put in at the door and must not be found in clear behind it. */
export interface Canary {
  name: string;
  idNumber: string;
  phone: string;
}

/** Looks for canaries in texts; says where one was found and of which kind, never which one. */
export class CanaryWatch {
  private readonly numbers: Set<string>;
  private readonly names: RegExp;
  readonly found = new Set<string>();
  texts = 0;

  constructor(canaries: readonly Canary[]) {
    this.numbers = new Set(canaries.flatMap(({ idNumber, phone }) => [idNumber, phone]));
    const names = [...new Set(canaries.map(({ name }) => name))];
    // Without anybody to look for, nothing is found: an empty alternative would stand in every text.
    this.names = new RegExp(names.length === 0 ? '(?!)' : names.join('|'), 'u');
  }

  look(where: string, text: string): void {
    this.texts += 1;
    for (const [number] of text.matchAll(/\d{17}[\dX]|\d{11}/g)) {
      if (this.numbers.has(number)) this.found.add(`a number in ${where}`);
    }
    if (this.names.test(text)) this.found.add(`a name in ${where}`);
  }

  /** Every file below a folder. */
  lookIntoFolder(folder: string): void {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) this.look(entry.name, readFileSync(join(entry.parentPath, entry.name), 'utf8'));
    }
  }

  /** Every row of every table, as text. */
  async lookIntoDatabase(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows: tables } = await client.query<{ table: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS table FROM pg_tables
          WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
      );
      for (const { table } of tables) {
        const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t`);
        for (const { row } of rows) this.look(table, row);
      }
    } finally {
      await client.end();
    }
  }

  async lookIntoRedis(url: string): Promise<void> {
    const redis = new Redis(url);
    try {
      for (const key of await redis.keys('*')) {
        const read = {
          string: () => redis.get(key),
          hash: () => redis.hgetall(key),
          list: () => redis.lrange(key, 0, -1),
          set: () => redis.smembers(key),
          zset: () => redis.zrange(key, 0, -1),
          stream: () => redis.xrange(key, '-', '+'),
        }[(await redis.type(key)) as 'string'] as (() => Promise<unknown>) | undefined;
        this.look('Redis', `${key} ${JSON.stringify(await read?.())}`);
      }
    } finally {
      redis.disconnect();
    }
  }
}
