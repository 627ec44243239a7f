// The folder that holds everything an installation must find again: database files, keys, logs.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { writePrivately } from './keys.mjs';
import { isRunning } from './processes.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Makes or opens the data folder and takes it for this process alone.
 * @param {string} path
 * @returns {{ path: string, logs: string, database: string, release: () => void }}
 * @throws {Refusal} when it cannot be read and written, or another start uses it
 */
export function openDataFolder(path) {
  const folder = resolve(path);
  const logs = join(folder, 'logs');
  try {
    makeFolder(folder, 0o700);
    // Root's database server runs as nobody and must be able to walk through; keys and logs are closed by themselves.
    if (process.getuid?.() === 0 && statSync(folder).isDirectory()) chmodSync(folder, statSync(folder).mode | 0o011);
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    makeFolder(logs, 0o700);
    accessSync(logs, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be used (${error.code ?? error.message}): make it readable and writable for you, or choose another with SHIHE_DATA_DIR.`,
    );
  }
  const release = takeForUs(folder);
  return { path: folder, logs, database: join(folder, 'postgresql'), release };
}

/** Level by level: Node's own recursive way never returns inside /proc. */
function makeFolder(folder, mode) {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder), 0o755);
  mkdirSync(folder, { mode });
}

function takeForUs(folder) {
  const file = join(folder, 'started-by');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw new Refusal(`The data folder ${folder} cannot be written: ${error.message}.`);
    }
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid !== process.pid && isRunning(pid, /node/)) {
      throw new Refusal(
        `Another start (process ${pid}) uses the data folder ${folder}: stop it first, or choose another with SHIHE_DATA_DIR.`,
      );
    }
    // Its starter was killed without a chance to tidy up.
    rmSync(file, { force: true });
  }
}

/** A password that stays the same from start to start, kept in a file of its own. */
export function ensureSecret(folder, name) {
  const file = join(folder, name);
  if (!existsSync(file)) writePrivately(file, `${randomBytes(24).toString('base64url')}\n`);
  return readFileSync(file, 'utf8').trim();
}
