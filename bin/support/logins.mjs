// The passwords of the database logins of an installation: one for each kind of work, so that none can do another's.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from './keys.mjs';

const names = ['door', 'scan', 'desk', 'reader', 'jobs', 'auditor'];

/** @returns {Record<string, string>} a new password for each login */
export function newLogins() {
  return Object.fromEntries(names.map((name) => [name, randomBytes(24).toString('base64url')]));
}

/**
 * Made at the first start and kept: `db/migrate.mjs` gives them to the database, the apps sign in with them.
 * @returns {string} path of the file
 */
export function ensureLogins(folder) {
  const file = join(folder, 'logins.json');
  if (!existsSync(file)) writePrivately(file, `${JSON.stringify(newLogins(), null, 2)}\n`);
  return file;
}
