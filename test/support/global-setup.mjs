// Before the rooms and the journeys: one PostgreSQL of our own, with a migrated template database that every spec file
// clones. Nothing that somebody else made is ever touched.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../bin/support/embedded-postgres.mjs';
import { newLogins } from '../../bin/support/logins.mjs';
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
    process.env.SHIHE_TEST_ADMIN_URL = postgres.adminUrl;
    process.env.SHIHE_TEST_OWNER_URL = postgres.url;
    process.env.SHIHE_TEST_DISPLAY_URL = postgres.displayUrl;
    process.env.SHIHE_TEST_TEMPLATE = TEMPLATE;
    return {
      async stop() {
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
