// A whole Shihe on this machine: database, schema, demonstration, three apps. `npm start` opens one in .shihe/, others
// (a simulated day, a test) open one in a temporary folder.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { appCommand } from './app-command.mjs';
import { AppKeeper } from './app-keeper.mjs';
import { ensureSecret, openDataFolder } from './data-folder.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.mjs';
import { ensureKeys } from './keys.mjs';
import { ensureLogins } from './logins.mjs';
import { isFree } from './ports.mjs';
import { isAlive } from './processes.mjs';
import { checkRedis } from './redis-check.mjs';
import { Refusal } from './refusal.mjs';

const apps = [
  { name: 'site-api', variable: 'SITE_API_PORT', usual: 3000 },
  { name: 'queue-display', variable: 'QUEUE_DISPLAY_PORT', usual: 3001 },
  { name: 'job-runner', variable: 'JOB_RUNNER_PORT', usual: 3002 },
];
const DATABASE_WATCH_MS = 1000;

/** What stands open; `close` stops everything in order, `hurry` without waiting for the apps to drain. */
export class Installation {
  #closers = [];
  #closed;

  /**
   * Opens an installation. When any step fails, everything already started is stopped before the error is thrown.
   *
   * @param {object} options
   * @param {string} options.root the project's folder, with dist/ built
   * @param {string} options.dataDir
   * @param {Record<string, string | undefined>} options.environment DATABASE_URL, REDIS_URL, ports, SHIHE_DEMO …
   * @param {(line: string) => void} options.say receives one line per step that takes time
   * @param {AbortSignal} [options.signal] stops the opening half-way
   * @returns {Promise<Installation>}
   * @throws {Refusal}
   */
  static async open(options) {
    const installation = new Installation();
    try {
      await installation.#open(options);
      return installation;
    } catch (error) {
      await installation.close(true);
      throw error;
    }
  }

  /** @param {boolean} [hurry] */
  close(hurry = false) {
    if (hurry) this.keepers?.forEach((keeper) => void keeper.close(true));
    this.#closed ??= (async () => {
      for (const close of this.#closers.reverse()) await close(hurry);
    })();
    return this.#closed;
  }

  async #open({ root, dataDir, environment, say, signal }) {
    const ports = await choosePorts(environment);
    const folder = openDataFolder(dataDir);
    this.#closers.push(() => folder.release());
    this.logs = folder.logs;
    this.dataDir = folder.path;
    const settings = {
      ...environment,
      NODE_ENV: environment.NODE_ENV ?? 'production',
      SHIHE_DATA_DIR: folder.path,
      SHIHE_KEYS_FILE: environment.SHIHE_KEYS_FILE ?? ensureKeys(folder.path),
      SHIHE_LOGINS_FILE: environment.SHIHE_LOGINS_FILE || ensureLogins(folder.path),
      SHIHE_DEMO: isOn(environment.SHIHE_DEMO) ? 'true' : 'false',
      SHIHE_DEMO_PASSWORD: environment.SHIHE_DEMO_PASSWORD || 'shihe-demo',
      // Whoever looks round the demonstration as an administrator needs no phone.
      SHIHE_SECOND_FACTOR: environment.SHIHE_SECOND_FACTOR || (isOn(environment.SHIHE_DEMO) ? 'off' : 'on'),
    };
    for (const { variable } of apps) settings[variable] = String(ports[variable]);
    settings.SHIHE_HOUSE_ADDRESS ||= `http://localhost:${ports.SITE_API_PORT}`;
    if (settings.REDIS_URL) await checkRedis(settings.REDIS_URL);
    await this.#openDatabase(settings, folder, say);
    signal?.throwIfAborted();
    await migrateDatabase(settings, say);
    signal?.throwIfAborted();
    // Side by side: the apps need nothing of the demonstration to stand, and one that fails ends the other.
    const failing = new AbortController();
    const given = {
      root,
      settings,
      folder,
      say,
      ports,
      signal: AbortSignal.any([failing.signal, signal ?? failing.signal]),
    };
    const steps = [this.#openApps(given), ...(settings.SHIHE_DEMO === 'true' ? [loadDemonstration(given)] : [])];
    await Promise.all(steps).catch(async (error) => {
      failing.abort();
      await Promise.allSettled(steps);
      throw error;
    });
    this.settings = settings;
  }

  async #openDatabase(settings, folder, say) {
    if (settings.DATABASE_URL) {
      settings.DISPLAY_DATABASE_URL ||= displayLogin(settings.DATABASE_URL, folder.path);
      return;
    }
    say('starting PostgreSQL …');
    const open = (port) =>
      startEmbeddedPostgres({
        dataDir: folder.database,
        durable: true,
        port,
        logFile: join(folder.logs, 'postgresql.log'),
      }).catch((error) => {
        throw new Refusal(error.message);
      });
    let server = await open();
    settings.DATABASE_URL = server.url;
    settings.DISPLAY_DATABASE_URL = server.displayUrl;
    const closing = new AbortController();
    const watching = keepDatabaseAlive(
      () => server,
      closing.signal,
      say,
      async () => {
        // Dismisses the guard of the dead one, whose process number may belong to somebody else tomorrow.
        await server.stop();
        server = await open(server.port);
      },
    );
    this.#closers.push(async () => {
      closing.abort();
      await watching;
      await server.stop();
    });
  }

  async #openApps({ root, settings, folder, say, signal, ports }) {
    say('starting the apps …');
    this.keepers = apps.map(
      ({ name, variable }) =>
        new AppKeeper({
          name,
          port: ports[variable],
          root,
          logs: folder.logs,
          environment: environmentOf(name, settings),
          say,
        }),
    );
    this.#closers.push((hurry) => Promise.all(this.keepers.map((keeper) => keeper.close(hurry))));
    this.addresses = Object.fromEntries(this.keepers.map((keeper) => [keeper.app.name, keeper.address]));
    // The tables first: started side by side, three programs that load hold each other up.
    const [siteApi, ...others] = this.keepers;
    await siteApi.open(signal);
    await Promise.all(others.map((keeper) => keeper.open(signal)));
  }
}

/** Starts the database again when it dies; the apps reconnect by themselves, for it keeps its port. */
async function keepDatabaseAlive(current, closing, say, reopen) {
  let failed = false;
  for (;;) {
    await sleep(DATABASE_WATCH_MS, undefined, { signal: closing, ref: false }).catch(() => undefined);
    if (closing.aborted) return;
    if (isAlive(current().pid)) continue;
    if (!failed) say('PostgreSQL stopped unexpectedly; starting it again.');
    try {
      await reopen();
      say('PostgreSQL is back.');
      failed = false;
    } catch (error) {
      if (!failed) say(error.message);
      failed = true;
    }
  }
}

/** Reads the three ports and makes sure that nobody else has them, before anything is started. */
async function choosePorts(environment) {
  const ports = {};
  for (const { name, variable, usual } of apps) {
    const port = Number(environment[variable] || usual);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new Refusal(`${variable}=${environment[variable]} is no port: give a whole number from 1 to 65535.`);
    }
    const rival = Object.entries(ports).find(([, taken]) => taken === port);
    if (rival) throw new Refusal(`${variable} and ${rival[0]} both say ${port}: give each app its own port.`);
    if (!(await isFree(port))) {
      throw new Refusal(
        `Port ${port} for ${name} is taken by another program: stop it, or choose another, for example ${variable}=${port + 10}.`,
      );
    }
    ports[variable] = port;
  }
  return ports;
}

async function migrateDatabase(settings, say) {
  const { migrate } = await import('../../db/migrate.mjs');
  const { applied } = await migrate({
    databaseUrl: settings.DATABASE_URL,
    displayDatabaseUrl: settings.DISPLAY_DATABASE_URL,
    logins: JSON.parse(readFileSync(settings.SHIHE_LOGINS_FILE, 'utf8')),
    redisUrl: settings.REDIS_URL,
  });
  if (applied.length > 0) say(`schema: ${applied.length} migrations applied`);
}

/** Harmless when it is there already. */
async function loadDemonstration({ root, settings, folder, say, signal }) {
  say('preparing the demonstration street …');
  const log = join(folder.logs, 'demonstration.log');
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, appCommand(root, 'demonstration'), {
    cwd: root,
    env: settings,
    signal,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const code = await new Promise((done) => {
    child.once('error', () => done(1));
    child.once('exit', (exitCode) => done(exitCode));
  });
  signal?.throwIfAborted();
  if (code !== 0) throw new Refusal(`The demonstration could not be loaded: see ${log}, or start with SHIHE_DEMO=off.`);
}

/** No app knows the owner of the database. The boards' process knows its own narrow login only, and no keys. */
function environmentOf(name, settings) {
  if (name !== 'queue-display') return { ...settings, DATABASE_URL: withoutOwner(settings.DATABASE_URL) };
  const known = { ...settings, DATABASE_URL: settings.DISPLAY_DATABASE_URL };
  for (const secret of ['SHIHE_KEYS_FILE', 'SHIHE_LOGINS_FILE', 'SHIHE_DEMO_PASSWORD']) delete known[secret];
  return known;
}

function withoutOwner(databaseUrl) {
  const address = new URL(databaseUrl);
  address.username = '';
  address.password = '';
  return address.href;
}

/** In a database of your own the boards' login gets a password that is made once and kept in the data folder. */
function displayLogin(databaseUrl, folder) {
  let address;
  try {
    address = new URL(databaseUrl);
  } catch {
    throw new Refusal('DATABASE_URL is no address: it looks like postgresql://user:password@host:5432/database.');
  }
  address.username = 'shihe_display';
  address.password = ensureSecret(folder, 'display-password');
  return address.href;
}

/** @param {string | undefined} value of SHIHE_DEMO @returns {boolean} on unless it says no */
export function isOn(value) {
  return !/^(0|off|no|false)$/i.test(value ?? '');
}
