// The keys of an installation, and the way secrets are written to disk.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from './refusal.mjs';

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
  writeKeys(file);
  return file;
}

/** @param {string} file where new keys go; only its owner may read it */
export function writeKeys(file) {
  const named = () => ({ id: randomBytes(5).toString('hex'), key: randomBytes(32).toString('base64') });
  const signing = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const keys = {
    format: 2,
    wrapping: [named()],
    index: [named()],
    codeSigning: signing(),
    certificateSigning: signing(),
  };
  writePrivately(file, `${JSON.stringify(keys, null, 2)}\n`);
}

/** Of the present format or of the first one, which is taken over when keys are renewed. */
function areKeys(file) {
  try {
    const keys = JSON.parse(readFileSync(file, 'utf8'));
    createPrivateKey(keys.codeSigning);
    const all = keys.format === 2 ? [...keys.wrapping, ...keys.index].map(({ key }) => key) : [keys.vault, keys.index];
    return all.length >= 2 && all.every((key) => Buffer.from(key, 'base64').length === 32);
  } catch {
    return false;
  }
}

/** Whole or not at all: a start that is killed here leaves no half-written key behind. */
export function writePrivately(file, text) {
  writeFileSync(`${file}.draft`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.draft`, file);
}
