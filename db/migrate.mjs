// Brings a database to the present schema: our own migrations, the job library's, and the boards' login.
// `node db/migrate.mjs` reads DATABASE_URL, DISPLAY_DATABASE_URL and REDIS_URL. Harmless when nothing is to be done.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { DataSource } from 'typeorm';

const OLDEST_SERVER = 15;
/** "SHIHE": whoever migrates this database holds this advisory lock. */
const LOCK = 0x5348494845;
const DIARY = 'diary';
const BOARD_READER = 'shihe_board_reader';
const FOLDER = join(import.meta.dirname, 'migrations');

/** The database cannot be migrated as it is; the message is one line that says why and what to do. */
class MigrationRefused extends Error {}

/**
 * Migrates a database. Safe to run again, and by several processes at once: one works, the others wait and find nothing
 * to do.
 *
 * @param {object} options
 * @param {string} options.databaseUrl the owner of the schema
 * @param {string} [options.displayDatabaseUrl] login of the boards; user and password in it are created or renewed
 * @param {Record<string, string>} [options.logins] passwords of the house's logins by name (`desk`: of shihe_desk)
 * @param {string} [options.redisUrl] when set, jobs live in Redis and PostgreSQL needs no tables for them
 * @param {boolean} [options.durable] false only for tests: accept a server that may forget acknowledged writes
 * @param {string} [options.folder] where the SQL files are
 * @returns {Promise<{ applied: string[] }>} names of the files applied now
 * @throws {MigrationRefused}
 */
export async function migrate({ databaseUrl, displayDatabaseUrl, logins, redisUrl, durable = true, folder = FOLDER }) {
  const files = readMigrations(folder);
  const guard = await connect(databaseUrl);
  try {
    await checkServer(guard, durable);
    await guard.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await prepareDiary(guard);
    await checkHistory(guard, files);
    const applied = await applyPending(databaseUrl, files);
    if (!redisUrl) await migrateJobs(guard);
    if (displayDatabaseUrl) await prepareDisplayLogin(guard, displayDatabaseUrl);
    if (logins) await prepareLogins(guard, logins);
    return { applied };
  } finally {
    await guard.end().catch(() => undefined);
  }
}

/** Reads `0010-community.sql` and its neighbours in their order. */
function readMigrations(folder) {
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith('.sql'));
  const files = names.sort().map((file) => {
    const match = /^(\d{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/.exec(file);
    if (match === null) throw new MigrationRefused(`db/migrations/${file}: the name must be like 0010-community.sql.`);
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    const words = match[2].split('-').map((word) => word[0].toUpperCase() + word.slice(1));
    return {
      file,
      sql,
      // TypeORM takes the last 13 characters for a timestamp and orders by it; here it is the file's number.
      name: `${words.join('')}${match[1].padStart(13, '0')}`,
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
  const numbers = files.map(({ file }) => file.slice(0, 4));
  const twice = numbers.find((number, index) => number === numbers[index - 1]);
  if (twice !== undefined) throw new MigrationRefused(`db/migrations: two files have the number ${twice}.`);
  return files;
}

async function connect(databaseUrl) {
  let client;
  try {
    client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    const reason = error.errors?.[0]?.message ?? error.message;
    const where = client === undefined ? '' : ` at ${client.host}:${client.port}`;
    throw new MigrationRefused(`The database${where} cannot be reached: ${reason}. Check DATABASE_URL.`);
  }
}

/** An acknowledged scan must survive a power cut, so the server has to keep its promises. */
async function checkServer(client, durable) {
  const { rows } = await client.query(`
    SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('server_version') AS version,
      current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
      current_setting('full_page_writes') AS full_page_writes, current_setting('synchronous_commit') AS synchronous_commit`);
  const server = rows[0];
  if (server.major < OLDEST_SERVER) {
    throw new MigrationRefused(`PostgreSQL ${server.version} is too old: Shihe needs ${OLDEST_SERVER} or newer.`);
  }
  if (server.encoding !== 'UTF8') {
    throw new MigrationRefused(`The database's encoding is ${server.encoding}: create it with ENCODING 'UTF8'.`);
  }
  for (const setting of durable ? ['fsync', 'full_page_writes'] : []) {
    if (server[setting] !== 'on') {
      throw new MigrationRefused(`PostgreSQL runs with ${setting}=off and may lose scans: set ${setting}=on.`);
    }
  }
  if (durable && server.synchronous_commit === 'off') {
    throw new MigrationRefused('PostgreSQL runs with synchronous_commit=off and may lose scans: set it to on.');
  }
}

async function prepareDiary(client) {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${DIARY};
    CREATE TABLE IF NOT EXISTS ${DIARY}.checksum (
      name text PRIMARY KEY, file text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
}

/** The diary is forward only: what has been written into a database is never rewritten. */
async function checkHistory(client, files) {
  const { rows } = await client.query(`SELECT name, file, sha256 FROM ${DIARY}.checksum ORDER BY name`);
  for (const row of rows) {
    const file = files.find(({ name }) => name === row.name);
    if (file === undefined) {
      throw new MigrationRefused(
        `The database knows the migration ${row.file}, this Shihe does not: it belongs to a newer version, start that one.`,
      );
    }
    if (file.checksum !== row.sha256) {
      throw new MigrationRefused(
        `db/migrations/${row.file} was changed after it was applied: restore the file and put the change into a new one.`,
      );
    }
  }
}

async function applyPending(databaseUrl, files) {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema: DIARY,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    migrations: files.map(migrationClass),
    installExtensions: false,
    poolSize: 1,
    applicationName: 'shihe-migrate',
  });
  await dataSource.initialize();
  try {
    const done = await dataSource.runMigrations();
    return done.map(({ name }) => files.find((file) => file.name === name).file);
  } finally {
    await dataSource.destroy();
  }
}

/** One TypeORM migration per file. A file whose first line is `-- transaction: none` runs outside a transaction. */
function migrationClass({ file, sql, name, checksum }) {
  return class {
    name = name;
    transaction = sql.startsWith('-- transaction: none') ? false : undefined;

    async up(queryRunner) {
      try {
        await queryRunner.query(sql);
      } catch (error) {
        const line = error.position ? ` at line ${sql.slice(0, Number(error.position)).split('\n').length}` : '';
        throw new MigrationRefused(`db/migrations/${file} failed${line}: ${error.message}`);
      }
      await queryRunner.query(`INSERT INTO ${DIARY}.checksum (name, file, sha256) VALUES ($1, $2, $3)`, [
        name,
        file,
        checksum,
      ]);
    }

    down() {
      throw new MigrationRefused('Migrations go forward only: restore a backup instead.');
    }
  };
}

/** BullMQ's own tables, in its own schema `bullmq`, for an installation without Redis. */
async function migrateJobs(client) {
  const { runMigrations } = await import('bullmq');
  await runMigrations(client);
  // The relay and the workers are the house's own login; the other logins know nothing of the queue. CREATE, because
  // the library makes the sequence of a queue with its first job; nothing but its own tables is in that schema.
  await client.query(`
    GRANT USAGE, CREATE ON SCHEMA bullmq TO shihe_jobs;
    DO $$
    DECLARE
      thing record;
    BEGIN
      -- The sequences that the login made for its queues are its own already, and not ours to give.
      FOR thing IN SELECT oid::regclass AS name, relkind FROM pg_class
                    WHERE relnamespace = 'bullmq'::regnamespace AND relkind IN ('r', 'p', 'S')
                      AND relowner = current_user::regrole LOOP
        EXECUTE format(CASE WHEN thing.relkind = 'S' THEN 'GRANT USAGE, SELECT ON SEQUENCE %s TO shihe_jobs'
                            ELSE 'GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO shihe_jobs' END, thing.name);
      END LOOP;
    END $$;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO shihe_jobs`);
}

/** The migrations make the logins and say what they may do; here they get their passwords. */
async function prepareLogins(client, logins) {
  for (const [login, password] of Object.entries(logins)) {
    try {
      await client.query(
        `ALTER ROLE ${client.escapeIdentifier(`shihe_${login}`)} LOGIN PASSWORD ${client.escapeLiteral(password)}`,
      );
    } catch (error) {
      if (error.code !== '42501') throw error;
      throw new MigrationRefused(
        `The database user may not give shihe_${login} its password: do it yourself (ALTER ROLE … LOGIN PASSWORD …), or give the owner CREATEROLE.`,
      );
    }
  }
}

/** The boards read one view and nothing else: their login gets the reader's group role and no other right. */
async function prepareDisplayLogin(client, displayDatabaseUrl) {
  const { username, password } = new URL(displayDatabaseUrl);
  const role = client.escapeIdentifier(decodeURIComponent(username));
  const login = decodeURIComponent(username);
  const { rows } = await client.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [[login, BOARD_READER]]);
  const exists = (name) => rows.some(({ rolname }) => rolname === name);
  try {
    const how = exists(login) ? 'ALTER' : 'CREATE';
    const secret = client.escapeLiteral(decodeURIComponent(password));
    await client.query(`${how} ROLE ${role} LOGIN PASSWORD ${secret}`);
    await client.query(`ALTER ROLE ${role} SET default_transaction_read_only = on`);
    await client.query(`ALTER ROLE ${role} SET statement_timeout = '5s'`);
    if (exists(BOARD_READER)) await client.query(`GRANT ${BOARD_READER} TO ${role}`);
  } catch (error) {
    if (error.code !== '42501') throw error;
    if (exists(login) && (await mayRead(client, login))) return;
    throw new MigrationRefused(
      `The database user may not make the boards' login: create ${login} yourself and GRANT ${BOARD_READER} TO it, or give the owner CREATEROLE.`,
    );
  }
}

async function mayRead(client, login) {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT 1 FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
       WHERE g.rolname = $1 AND u.rolname = $2) AS may`,
    [BOARD_READER, login],
  );
  return rows[0].may;
}

async function main() {
  const { DATABASE_URL, DISPLAY_DATABASE_URL, REDIS_URL, SHIHE_LOGINS_FILE } = process.env;
  if (!DATABASE_URL) throw new MigrationRefused('DATABASE_URL is missing: say which database to migrate.');
  const { applied } = await migrate({
    databaseUrl: DATABASE_URL,
    displayDatabaseUrl: DISPLAY_DATABASE_URL,
    logins: SHIHE_LOGINS_FILE ? JSON.parse(readFileSync(SHIHE_LOGINS_FILE, 'utf8')) : undefined,
    redisUrl: REDIS_URL,
  });
  console.log(applied.length === 0 ? 'The schema is up to date.' : applied.map((file) => `applied ${file}`).join('\n'));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main().catch((error) => {
    console.error(error instanceof MigrationRefused ? error.message : error);
    process.exitCode = 1;
  });
}
