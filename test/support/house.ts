import type { INestApplicationContext, Type } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errandBook } from '#journey/errands';
import { AccessModule, AccountRegister, roles, ScopeRegister, type Role } from '#platform/access';
import { ClockModule, SystemClock, type Clock } from '#platform/clock';
import { readSettings, SettingsModule, type Settings } from '#platform/config';
import { Database, DatabaseModule } from '#platform/database';
import { JournalModule } from '#platform/journal';
import { LiveModule } from '#platform/live';
import { newKeys, readKeys, VaultModule } from '#platform/vault';
import { createTestDatabase } from './database.js';

export interface House {
  settings: Settings;
  /** As the owner: everything may be laid out and looked at, whoever acts. */
  database: Database;
  get<T>(service: Type<T> | (abstract new (...given: never[]) => T)): T;
  close(): Promise<void>;
}

interface HouseOptions {
  clock?: Clock;
  environment?: Record<string, string>;
  /** Another house whose database and keys this one works with, as a second process of it. */
  beside?: House;
}

/** A house with only these rooms, on a database of its own, without any door. */
export async function openHouse(
  rooms: Type[],
  { clock = new SystemClock(), environment = {}, beside }: HouseOptions = {},
): Promise<House> {
  const ground = beside ? { settings: beside.settings, remove: () => Promise.resolve() } : await layGround(environment);
  const { settings } = ground;

  @Module({
    imports: [
      SettingsModule.of(settings),
      ClockModule.telling(clock),
      DatabaseModule.to({ url: settings.databaseUrl, pool: 10, waitSeconds: 20, applicationName: 'test' }),
      JournalModule.routing(errandBook),
      LiveModule,
      VaultModule.with(readKeys(settings.keysFile)),
      AccessModule,
      ...rooms,
    ],
  })
  class TestHouse {}

  const app = await NestFactory.createApplicationContext(TestHouse, { logger: ['error', 'fatal'] });
  return houseOf(app, ground, app.get(Database, { strict: false }));
}

export interface Front extends House {
  /** `http://127.0.0.1:<port>/api/v1` */
  url: string;
  /** Sends one request as somebody of that role (or as nobody) and gives the status and the parsed body. */
  send(
    role: Role | undefined,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any; headers: Headers }>;
  tokenOf(role: Role): Promise<string>;
}

export const testPassword = 'correct-horse';

/**
 * The whole site-api on a free port with an account of each role (username = role).
 * @param environment settings that differ from the usual ones
 * @param clock the system's unless told
 */
export async function openFront(environment: Record<string, string> = {}, clock?: Clock): Promise<Front> {
  const { createSiteApi } = await import('../../apps/site-api/src/create-site-api.js');
  const ground = await layGround(environment);
  const app: NestFastifyApplication = await createSiteApi(ground.settings, { clock, otherwise: { kind: 'house' } });
  await app.listen(0, '127.0.0.1');
  const owner = new Database({ url: ground.settings.databaseUrl, pool: 5, waitSeconds: 20, applicationName: 'test' });
  await owner.open();
  const house = houseOf(app, ground, owner);
  const accounts = house.get(AccountRegister);
  for (const role of roles) {
    const { id } = await accounts.add({ username: role, role, displayName: role, password: testPassword });
    await house.get(ScopeRegister).put(id, [{ kind: 'all', key: '*' }], null);
  }
  const url = `${(await app.getUrl()).replace('[::1]', '127.0.0.1')}/api/v1`;
  const tokens = new Map<Role, Promise<string>>();

  async function signIn(role: Role): Promise<string> {
    const answer = await fetch(`${url}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: role, password: testPassword }),
    });
    return ((await answer.json()) as { token: string }).token;
  }

  function tokenOf(role: Role): Promise<string> {
    const token = tokens.get(role) ?? signIn(role);
    tokens.set(role, token);
    return token;
  }

  return {
    ...house,
    url,
    tokenOf,
    async send(role, method, path, body, headers = {}) {
      const answer = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(body === undefined || 'content-type' in headers ? {} : { 'content-type': 'application/json' }),
          ...(role === undefined ? {} : { authorization: `Bearer ${await tokenOf(role)}` }),
          ...headers,
        },
        body:
          body === undefined
            ? undefined
            : typeof body === 'string' || body instanceof Uint8Array
              ? (body as string)
              : JSON.stringify(body),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      return { status: answer.status, body: isJson ? JSON.parse(text) : text, headers: answer.headers };
    },
  };
}

export interface Ground {
  settings: Settings;
  remove(): Promise<void>;
}

/**
 * A database and a data folder of a test's own, and the settings that name them. Passwords are verified with less work
 * than a real house takes.
 */
export async function layGround(environment: Record<string, string> = {}): Promise<Ground> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'shihe-house-'));
  writeFileSync(join(folder, 'keys.json'), newKeys(), { mode: 0o600 });
  writeFileSync(join(folder, 'logins.json'), process.env.SHIHE_TEST_LOGINS ?? '', { mode: 0o600 });
  const settings = readSettings({
    DATABASE_URL: database.url,
    SHIHE_DATA_DIR: folder,
    SHIHE_LOG_LEVEL: 'error',
    DATABASE_WAIT_SECONDS: '20',
    SHIHE_DEMO: 'true',
    SHIHE_PASSWORD_KIB: '64',
    SHIHE_SECOND_FACTOR: 'off',
    // Everybody comes from one address here.
    SHIHE_SIGN_IN_ADDRESS_TRIES: '10000',
    ...environment,
  });
  return {
    settings,
    async remove() {
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function houseOf(app: INestApplicationContext, ground: Ground, database: Database): House {
  return {
    settings: ground.settings,
    database,
    get: (service) => app.get(service, { strict: false }),
    async close() {
      await app.close();
      await database.onApplicationShutdown();
      await ground.remove();
    },
  };
}
