import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../../bin/support/embedded-postgres.mjs';
import { Installation } from '../../../bin/support/installation.mjs';
import { freePort } from '../../../bin/support/ports.mjs';
import { isAlive } from '../../../bin/support/processes.mjs';
import { SeededDice } from '../seeded-dice.js';
import { AppProcess } from './app-process.js';
import { FaultProxy } from './fault-proxy.js';
import { hasRedis, RedisServer } from './redis-server.js';

export interface HousePlan {
  root: string;
  seed: number;
  /** Settings of the apps that differ from the usual ones. */
  environment?: Record<string, string>;
  say: (line: string) => void;
}

type Postgres = Awaited<ReturnType<typeof startEmbeddedPostgres>>;
const password = 'shihe-demo';

/**
 * A whole house of the bench's own: a durable PostgreSQL, a Redis, two site-api, two job-runners and a board, each on a
 * free port, with a line that can be spoilt before everything. Nothing outside its folder is touched.
 */
export class House {
  readonly siteApis: AppProcess[] = [];
  readonly runners: AppProcess[] = [];
  readonly displays: AppProcess[] = [];
  /** Lines from the apps to PostgreSQL and to Redis, and from the people to each site-api. */
  readonly lines!: { postgres: FaultProxy; redis: FaultProxy; siteApis: FaultProxy[] };
  readonly password = password;
  redis: RedisServer | undefined;
  postgres!: Postgres;
  dataDir = '';
  settings: Record<string, string | undefined> = {};
  private readonly closers: ((hurry: boolean) => Promise<void> | void)[] = [];
  private closed: Promise<void> | undefined;
  private database: pg.Pool | undefined;

  private constructor(private readonly plan: HousePlan) {}

  static async open(plan: HousePlan): Promise<House> {
    const house = new House(plan);
    try {
      await house.build();
      return house;
    } catch (error) {
      await house.close(true);
      throw error;
    }
  }

  /** Addresses of the doors as people know them: behind lines that may be bad. */
  get doors(): string[] {
    return this.lines.siteApis.map(({ port }) => `http://127.0.0.1:${port}`);
  }

  get boards(): string {
    return this.displays[0]?.address ?? '';
  }

  get apps(): AppProcess[] {
    return [...this.siteApis, ...this.runners, ...this.displays];
  }

  /** Reads as the superuser, past all doors and lines: what is really stored. */
  async ask<Row extends object = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.superuser().query<Row>(sql, parameters)).rows;
  }

  superuser(): pg.Pool {
    if (this.database === undefined) {
      const address = new URL(this.postgres.adminUrl);
      address.pathname = '/shihe';
      this.database = new pg.Pool({ connectionString: address.href, max: 4, connectionTimeoutMillis: 10_000 });
      this.database.on('error', () => undefined);
    }
    return this.database;
  }

  /** Starts PostgreSQL again after it was killed, as its supervisor does. @returns milliseconds until it answers */
  async revivePostgres(): Promise<number> {
    const began = Date.now();
    await this.postgres.stop();
    for (;;) {
      try {
        this.postgres = await this.openPostgres(this.postgres.port);
        return Date.now() - began;
      } catch (error) {
        if (Date.now() - began > 60_000) throw error;
        await pause(200);
      }
    }
  }

  /** Waits until every app says that it is ready. @returns milliseconds */
  async allReady(withinMs = 120_000): Promise<number> {
    const began = Date.now();
    await Promise.all(this.apps.map((app) => app.ready(withinMs)));
    return Date.now() - began;
  }

  /** Process numbers of everything the bench started that still lives. */
  living(): number[] {
    return [...this.apps.flatMap(({ pid }) => pid ?? []), this.postgres.pid].filter((pid) => isAlive(pid));
  }

  close(hurry = false): Promise<void> {
    this.closed ??= (async () => {
      for (const close of this.closers.reverse()) await close(hurry);
    })();
    return this.closed;
  }

  private async build(): Promise<void> {
    const { root, seed, say } = this.plan;
    const folder = mkdtempSync(join(tmpdir(), 'shihe-faults-'));
    // Root's database server runs as nobody and must be able to walk through.
    chmodSync(folder, 0o711);
    this.closers.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
    this.dataDir = join(folder, 'data');
    this.postgres = await this.openPostgres(undefined, join(folder, 'postgresql'));
    this.closers.push(async () => {
      await this.database?.end();
      await this.postgres.stop();
    });
    const postgres = await FaultProxy.before({ port: this.postgres.port }, new SeededDice(seed + 1));
    this.closers.push(() => postgres.close());
    const redis = await this.openRedis(folder, seed);
    await this.furnish(root, say, postgres.port, redis?.port);
    const siteApis: FaultProxy[] = [];
    for (const { plan } of this.siteApis) {
      siteApis.push(await FaultProxy.before({ port: plan.port }, new SeededDice(seed + 10 + siteApis.length)));
    }
    this.closers.push(async () => {
      await Promise.all(siteApis.map((line) => line.close()));
    });
    Object.assign(this, { lines: { postgres, redis: redis ?? postgres, siteApis } });
    this.closers.push(async (hurry) => {
      await Promise.all(this.apps.map((app) => app.stop(hurry)));
    });
    for (const app of this.apps) app.start();
    await this.allReady();
  }

  private async openPostgres(port?: number, dataDir = this.postgres.dataDir): Promise<Postgres> {
    return startEmbeddedPostgres({ dataDir, durable: true, ...(port === undefined ? {} : { port }) });
  }

  private async openRedis(folder: string, seed: number): Promise<FaultProxy | undefined> {
    if (!hasRedis()) return undefined;
    this.redis = new RedisServer(await freePort(), join(folder, 'redis'));
    await this.redis.start();
    this.closers.push(() => this.redis?.kill());
    const line = await FaultProxy.before({ port: this.redis.port }, new SeededDice(seed + 2));
    this.closers.push(() => line.close());
    return line;
  }

  /** Schema, demonstration accounts and keys, made by the usual starter; its apps then make room for ours. */
  private async furnish(root: string, say: (line: string) => void, postgres: number, redis?: number): Promise<void> {
    const address = new URL(this.postgres.url);
    address.port = String(postgres);
    const ports = [await freePort(), await freePort(), await freePort()].map(String);
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(SHIHE_|DATABASE_|DISPLAY_|REDIS_|NODE_OPTIONS|NODE_ENV|JEST_)/.test(name),
    );
    const installation = await Installation.open({
      root,
      dataDir: this.dataDir,
      environment: {
        ...Object.fromEntries(inherited),
        DATABASE_URL: address.href,
        ...(redis === undefined ? {} : { REDIS_URL: `redis://127.0.0.1:${redis}` }),
        SITE_API_PORT: ports[0],
        QUEUE_DISPLAY_PORT: ports[1],
        JOB_RUNNER_PORT: ports[2],
        SHIHE_DEMO: 'on',
        SHIHE_DEMO_PASSWORD: password,
        SHIHE_DEMO_RESIDENTS: '0',
        ...this.plan.environment,
      },
      say,
    });
    this.closers.push((hurry) => installation.close(hurry));
    this.settings = installation.settings ?? {};
    const keepers = installation.keepers ?? [];
    await Promise.all(keepers.map((keeper) => keeper.close()));
    const preloads: Record<string, string[]> = {
      'site-api': ['./fail-points.mjs'],
      'job-runner': ['./fail-points.mjs', './job-fail-points.mjs'],
    };
    for (const { app } of keepers) {
      const [list, copies] = this.placeOf(app.name);
      for (let copy = 1; copy <= copies; copy += 1) {
        const port = copy === 1 ? app.port : await freePort();
        const variable = `${app.name.toUpperCase().replace('-', '_')}_PORT`;
        list.push(
          new AppProcess({
            name: app.name,
            label: `${app.name}-${copy}`,
            port,
            root,
            logs: installation.logs ?? this.dataDir,
            environment: { ...app.environment, [variable]: String(port) },
            preload: (preloads[app.name] ?? []).map((file) => new URL(file, import.meta.url).href),
          }),
        );
      }
    }
  }

  private placeOf(name: string): [AppProcess[], copies: number] {
    if (name === 'site-api') return [this.siteApis, 2];
    return name === 'job-runner' ? [this.runners, 2] : [this.displays, 1];
  }
}
