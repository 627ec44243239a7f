import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of one spec file's own. */
export interface TestDatabase {
  /** The owner of the schema, as in production: no superuser. */
  readonly url: string;
  /** The boards' login, which may read what the boards show and nothing else. */
  readonly displayUrl: string;
  /** Throws the database away, whoever is still connected. */
  drop(): Promise<void>;
}

/** PostgreSQL's "object in use": somebody else copies the template at this moment. */
const TEMPLATE_BUSY = '55006';

/** Clones the migrated template into a new database, in about 0.1 s. Call `drop()` when the spec file is done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = setting('SHIHE_TEST_TEMPLATE');
  await asAdmin(async (admin) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await admin.query(`CREATE DATABASE ${name} OWNER shihe TEMPLATE ${template} STRATEGY FILE_COPY`);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== TEMPLATE_BUSY || attempt === 50) throw error;
        await new Promise((done) => setTimeout(done, 20 + Math.random() * 80));
      }
    }
  });
  return {
    url: inDatabase(setting('SHIHE_TEST_OWNER_URL'), name),
    displayUrl: inDatabase(setting('SHIHE_TEST_DISPLAY_URL'), name),
    drop: () =>
      asAdmin(async (admin) => {
        await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}

async function asAdmin(work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: setting('SHIHE_TEST_ADMIN_URL') });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined)
    throw new Error(`${name} is missing: run this spec through Jest's projects rooms or journeys.`);
  return value;
}
