// The folder that holds everything an installation must find again: database files, keys, logs.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
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
    // Root's database server runs as nobody and must be able to walk through; keys and logs are closed by themselves.
    makeFolder(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
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

/**
 * The keys of this installation, made at its first start: for personal data, for finding it again, for signing codes.
 * Whoever loses this file loses the personal data; whoever has it can read them.
 * @returns {string} path of the file
 * @throws {Refusal} when the file is damaged, instead of making new keys that open nothing
 */
export function ensureKeys(folder) {
  const file = join(folder, 'keys.json');
  if (existsSync(file)) {
    if (!areKeys(file)) {
      throw new Refusal(`The key file ${file} is damaged: restore it from a backup, without it the names stay locked.`);
    }
    return file;
  }
  const { privateKey } = generateKeyPairSync('ed25519');
  const keys = {
    vault: randomBytes(32).toString('base64'),
    index: randomBytes(32).toString('base64'),
    codeSigning: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  writePrivately(file, `${JSON.stringify(keys, null, 2)}\n`);
  return file;
}

/** A password that stays the same from start to start, kept in a file of its own. */
export function ensureSecret(folder, name) {
  const file = join(folder, name);
  if (!existsSync(file)) writePrivately(file, `${randomBytes(24).toString('base64url')}\n`);
  return readFileSync(file, 'utf8').trim();
}

function areKeys(file) {
  try {
    const keys = JSON.parse(readFileSync(file, 'utf8'));
    createPrivateKey(keys.codeSigning);
    return [keys.vault, keys.index].every((key) => Buffer.from(key, 'base64').length === 32);
  } catch {
    return false;
  }
}

/** Whole or not at all: a start that is killed here leaves no half-written key behind. */
function writePrivately(file, text) {
  writeFileSync(`${file}.draft`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.draft`, file);
}
