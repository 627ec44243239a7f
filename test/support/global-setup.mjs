// Before the rooms and the journeys: one PostgreSQL of our own (and one Redis, where there is one to start), with a
// migrated template database that every spec file clones. Nothing that somebody else made is ever touched.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect as connectTo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../bin/support/embedded-postgres.mjs';
import { newLogins } from '../../bin/support/logins.mjs';
import { freePort } from '../../bin/support/ports.mjs';
import { guardProcess } from '../../bin/support/processes.mjs';
import { migrate } from '../../db/migrate.mjs';

const TEMPLATE = 'shihe_template';

/** Called by Jest once for each project that names it; the second call finds everything running. */
export default async function globalSetup() {
  globalThis.shiheTestServers ??= { users: 0, ready: start() };
  globalThis.shiheTestServers.users += 1;
  await globalThis.shiheTestServers.ready;
}

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-test-'));
  // Root's database server runs as nobody and must be able to walk through.
  chmodSync(folder, 0o711);
  const servers = globalThis;
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: join(folder, 'postgresql'),
      durable: false,
      removeAfterwards: folder,
    });
    servers.shiheTestPostgres = postgres;
    await makeTemplate(postgres);
    const redis = await startRedis(folder);
    process.env.SHIHE_TEST_ADMIN_URL = postgres.adminUrl;
    process.env.SHIHE_TEST_OWNER_URL = postgres.url;
    process.env.SHIHE_TEST_DISPLAY_URL = postgres.displayUrl;
    process.env.SHIHE_TEST_TEMPLATE = TEMPLATE;
    process.env.SHIHE_TEST_REDIS_URL = redis?.url ?? '';
    return {
      async stop() {
        await redis?.stop();
        await postgres.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await servers.shiheTestPostgres?.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function makeTemplate({ adminUrl, url, displayUrl }) {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${TEMPLATE} OWNER shihe`);
    const databaseUrl = new URL(url);
    databaseUrl.pathname = `/${TEMPLATE}`;
    const logins = newLogins();
    await migrate({ databaseUrl: databaseUrl.href, displayDatabaseUrl: displayUrl, logins, durable: false });
    process.env.SHIHE_TEST_LOGINS = JSON.stringify(logins);
    await admin.query(`ALTER DATABASE ${TEMPLATE} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } finally {
    await admin.end();
  }
}

async function startRedis(folder) {
  const found = (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, 'redis-server')));
  if (!found) return undefined;
  const port = await freePort();
  const options = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'no',
    'maxmemory-policy': 'noeviction',
  };
  const child = spawn(
    'redis-server',
    Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: 'ignore' },
  );
  // Should Jest be killed before its teardown.
  const guard = guardProcess(child.pid, 'KILL');
  const ended = new Promise((done) => child.once('exit', done));
  await answering(port, child);
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await guard.dismiss();
    },
  };
}

async function answering(port, child) {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`redis-server ended with code ${child.exitCode}.`);
    const open = await new Promise((done) => {
      const socket = connectTo(port, '127.0.0.1');
      socket.once('connect', () => (socket.destroy(), done(true)));
      socket.once('error', () => done(false));
    });
    if (open) return;
    await sleep(50);
  }
  throw new Error('redis-server did not answer within ten seconds.');
}
