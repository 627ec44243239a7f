// Our own PostgreSQL server: made, started, found again after a crash and stopped, without Docker or an installed one.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { realpathSync, renameSync, rmdirSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isFree } from './ports.mjs';
import { isOpenToEverybody, postgresBinaries, serverUser } from './postgres-binaries.mjs';
import { guardProcess, isAlive, isRunning, signal } from './processes.mjs';

const SUPERUSER = 'postgres';
const OWNER = 'shihe';
const DISPLAY = 'shihe_display';
const CREDENTIALS = 'shihe-credentials.json';

/** Sane for a laptop-class machine with two cores; everything that protects an acknowledged write stays on. */
const settings = {
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '4GB',
  work_mem: '8MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  wal_compression: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] %u@%d ',
  // A statement's values and a constraint's DETAIL line may name a person: they stay out of the log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const durableSettings = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };

/** For tests only: a crash of the machine may lose everything, which a test does not mind. */
const throwawaySettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  shared_buffers: '128MB',
};

/**
 * Starts (or finds running) the PostgreSQL server whose files live in `dataDir`.
 *
 * @param {object} options
 * @param {string} options.dataDir folder of this server alone; made on first use
 * @param {boolean} options.durable true: an acknowledged write survives a power cut; false: only for tests
 * @param {number} [options.port] TCP port on 127.0.0.1; default: the last one used, else a free one
 * @param {string} [options.logFile] where the server writes its log; default: `server.log` beside its files
 * @param {string} [options.removeAfterwards] folder to remove when the server has stopped, also when this process dies
 * @returns {Promise<{ url: string, adminUrl: string, displayUrl: string, port: number, pid: number,
 *   dataDir: string, stop: () => Promise<void> }>} `url`: owner of the database `shihe`, no superuser; `adminUrl`:
 *   superuser; `displayUrl`: login of the boards, made by db/migrate.mjs
 * @throws {Error} with one line that says what to do
 */
export async function startEmbeddedPostgres({ dataDir, durable, port, logFile, removeAfterwards }) {
  const binaries = postgresBinaries();
  const folder = await makeCluster(resolve(dataDir), binaries);
  const credentials = readCredentials(folder);
  let server = await findRunning(folder, credentials);
  for (let attempt = 1; server === undefined; attempt += 1) {
    const chosen = port ?? (await rememberedOrFreePort(credentials, attempt));
    const log = logFile ?? join(folder, 'server.log');
    const started = await launch(folder, binaries, { chosen, durable, log });
    if (started.pid !== undefined) server = { pid: started.pid, port: chosen };
    else if (!started.portTaken || port !== undefined || attempt === 5) {
      throw new Error(`PostgreSQL did not start in ${folder}: ${started.reason} (its log: ${log})`);
    }
  }
  const guard = guardProcess(server.pid, 'INT', removeAfterwards);
  const url = (user, database) =>
    `postgresql://${user}:${credentials[user]}@127.0.0.1:${server.port}/${database}?sslmode=disable`;
  const stop = async () => {
    await stopServer(server.pid);
    await guard.dismiss();
    if (removeAfterwards !== undefined) rmSync(removeAfterwards, { recursive: true, force: true });
  };
  try {
    await makeOwnerAndDatabase(url(SUPERUSER, 'postgres'), credentials);
  } catch (error) {
    await stop();
    throw error;
  }
  writeCredentials(folder, { ...credentials, port: server.port });
  return {
    url: url(OWNER, OWNER),
    adminUrl: url(SUPERUSER, 'postgres'),
    displayUrl: url(DISPLAY, OWNER),
    port: server.port,
    pid: server.pid,
    dataDir: folder,
    stop,
  };
}

/** Makes the server's files once, whole or not at all; returns the folder they really are in. */
async function makeCluster(dataDir, binaries) {
  if (existsSync(join(dataDir, 'PG_VERSION'))) return ownedFolder(realpathSync(dataDir));
  const place = placeFor(dataDir);
  const draft = `${place}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  const user = serverUser();
  if (user.uid !== undefined) chownSync(draft, user.uid, user.gid);
  const credentials = Object.fromEntries([SUPERUSER, OWNER, DISPLAY].map((role) => [role, secret()]));
  const passwordFile = join(tmpdir(), `shihe-${secret()}`);
  writeFileSync(passwordFile, credentials[SUPERUSER], { mode: 0o600 });
  try {
    if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
    const made = await run(join(binaries, 'bin', 'initdb'), [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ]);
    if (made.code !== 0) throw new Error(`PostgreSQL could not make its files in ${place}: ${lastLine(made.output)}`);
    writeCredentials(draft, credentials);
    // Fails on a folder that holds anything else: then it is not ours to replace.
    if (existsSync(place)) rmdirSync(place);
    renameSync(draft, place);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
  if (place !== dataDir) symlinkSync(place, dataDir);
  return place;
}

/**
 * Root's own folders are closed to the user PostgreSQL runs as. Then the files live under /var/lib/shihe and `dataDir`
 * becomes a link to them.
 */
function placeFor(dataDir) {
  if (lstatSync(dataDir, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(dataDir);
  mkdirSync(dirname(dataDir), { recursive: true });
  if (serverUser().uid === undefined || isOpenToEverybody(dirname(dataDir))) return dataDir;
  mkdirSync('/var/lib/shihe', { recursive: true, mode: 0o755 });
  return `/var/lib/shihe/${randomBytes(6).toString('hex')}`;
}

function ownedFolder(folder) {
  const owner = lstatSync(folder).uid;
  const wanted = serverUser().uid ?? process.getuid?.();
  if (wanted !== undefined && owner !== wanted) {
    throw new Error(
      `The database files in ${folder} belong to user ${owner}, not to ${wanted}: start as the user who made them, or choose another SHIHE_DATA_DIR.`,
    );
  }
  return folder;
}

/** A server that outlived its starter is used again; the traces of one that did not are cleared away. */
async function findRunning(folder, credentials) {
  const file = join(folder, 'postmaster.pid');
  for (let waited = 0; existsSync(file) && waited < 60_000; waited += 200) {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!isRunning(pid, /postgres/)) {
      rmSync(file, { force: true });
      return undefined;
    }
    if (lines[7]?.trim() === 'ready' && (await answers(port, credentials, folder))) return { pid, port };
    await sleep(200);
  }
  if (!existsSync(file)) return undefined;
  throw new Error(`A PostgreSQL server holds ${folder} but does not answer: stop process ${firstLine(file)} first.`);
}

async function answers(port, credentials, folder) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password: credentials[SUPERUSER],
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(`SELECT current_setting('data_directory') AS folder`);
    return rows[0].folder === folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function launch(folder, binaries, { chosen, durable, log }) {
  const wanted = {
    ...settings,
    ...(durable ? durableSettings : throwawaySettings),
    listen_addresses: '127.0.0.1',
    port: String(chosen),
    unix_socket_directories: '',
  };
  const output = openSync(log, 'a', 0o600);
  const child = spawn(
    join(binaries, 'bin', 'postgres'),
    ['-D', folder, ...Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // A group of its own: a Ctrl-C in the terminal must reach the apps first, and the database last.
    { ...serverUser(), cwd: '/', stdio: ['ignore', output, output], detached: true, env: plainEnvironment() },
  );
  closeSync(output);
  let ended;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code) => (ended ??= `exit code ${code}`));
  child.unref();
  const file = join(folder, 'postmaster.pid');
  for (let waited = 0; waited < 120_000 && ended === undefined; waited += 50) {
    await sleep(50);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return { pid: child.pid };
  }
  if (ended === undefined) await stopServer(child.pid);
  const said = existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : '';
  const fatal = said.split('\n').filter((line) => /FATAL|could not|error/.test(line));
  return {
    portTaken: /Address already in use|could not create any TCP/.test(said),
    reason: fatal.at(-1)?.replace(/^.*?(FATAL|LOG):\s+/, '') ?? ended ?? 'it was not ready within two minutes',
  };
}

async function makeOwnerAndDatabase(adminUrl, credentials) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [OWNER]);
    if (role.rowCount === 0) {
      // CREATEROLE: the migrations make the narrow roles under which the apps work.
      const password = client.escapeLiteral(credentials[OWNER]);
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE PASSWORD ${password}`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [OWNER]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${OWNER} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

/** A fast, clean stop: open transactions are rolled back, everything acknowledged is on disk. */
async function stopServer(pid) {
  signal(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    // After half a minute the immediate way: the next start recovers from the write-ahead log.
    if (waited === 30_000) signal(pid, 'SIGQUIT');
    if (waited === 40_000) signal(pid, 'SIGKILL');
    await sleep(50);
  }
}

async function rememberedOrFreePort(credentials, attempt) {
  if (attempt === 1 && credentials.port !== undefined && (await isFree(credentials.port))) return credentials.port;
  return freePort();
}

function run(program, args) {
  return new Promise((done) => {
    const child = spawn(program, args, { ...serverUser(), cwd: '/', env: plainEnvironment() });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code, output }));
  });
}

/** Without PGDATA, PGPORT and other people's settings, and with messages in English. */
function plainEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

function readCredentials(folder) {
  return JSON.parse(readFileSync(join(folder, CREDENTIALS), 'utf8'));
}

function writeCredentials(folder, credentials) {
  const file = join(folder, CREDENTIALS);
  writeFileSync(`${file}.draft`, `${JSON.stringify(credentials)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

const secret = () => randomBytes(24).toString('base64url');
const lastLine = (text) => text.trim().split('\n').at(-1);
const firstLine = (file) => readFileSync(file, 'utf8').split('\n')[0];
