import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Settings } from '#platform/config';

/** What lies outside the database: notices that were handed over, uploaded ledgers, jobs in Redis. */
@Injectable()
export class Leftovers {
  constructor(private readonly settings: Settings) {}

  /** Takes the notices of these rounds out of the notices file; answers how many. */
  removeNotices(rounds: readonly string[]): number {
    const file = join(this.settings.dataDir, 'notices.jsonl');
    if (!existsSync(file)) return 0;
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const kept = lines.filter((line) => !rounds.some((round) => line.includes(round)));
    if (kept.length === lines.length) return 0;
    writeFileSync(`${file}.draft`, kept.map((line) => `${line}\n`).join(''), { mode: 0o600, flush: true });
    renameSync(`${file}.draft`, file);
    return lines.length - kept.length;
  }

  /** Uploads that no import works off any more; the keys that open them are gone. */
  removeUploads(): number {
    const folder = join(this.settings.dataDir, 'ledger-imports');
    const files = existsSync(folder) ? readdirSync(folder) : [];
    for (const file of files) rmSync(join(folder, file), { force: true });
    return files.length;
  }

  /** This installation's jobs in Redis. What is still to be done stands in PostgreSQL and is handed over again. */
  async removeJobsInRedis(): Promise<number> {
    const { redisUrl, databaseUrl } = this.settings;
    if (redisUrl === undefined) return 0;
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 3 });
    redis.on('error', () => undefined);
    try {
      const pattern = `shihe-${new URL(databaseUrl).pathname.replace(/\W+/g, '')}:*`;
      let removed = 0;
      for await (const keys of redis.scanStream({ match: pattern, count: 500 }) as AsyncIterable<string[]>) {
        if (keys.length > 0) removed += await redis.del(...keys);
      }
      return removed;
    } finally {
      redis.disconnect();
    }
  }
}
