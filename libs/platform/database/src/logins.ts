import { readFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * The database logins of the house, each with the rights of one kind of work: `door` accounts and sessions, `scan` the
 * swab functions, `desk` what people write, `reader` what people read, `jobs` what the house does by itself, `auditor`
 * the journal.
 */
export const logins = ['door', 'scan', 'desk', 'reader', 'jobs', 'auditor'] as const;
export type Login = (typeof logins)[number];

/** Passwords by login; a process knows those that it needs. */
export type LoginPasswords = Partial<Record<Login, string>>;

export class LoginsRefused extends Error {}

const loginsFile = z.partialRecord(z.enum(logins), z.string().min(1));

/**
 * The passwords of the logins that a process needs, from the file that was made with them.
 * @throws LoginsRefused saying what to do when the file cannot be read or one of them is missing
 */
export function readLogins(path: string, needed: readonly Login[]): LoginPasswords {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new LoginsRefused(
      `The logins file ${path} cannot be read (${(error as Error).message}). Set SHIHE_LOGINS_FILE.`,
    );
  }
  const read = loginsFile.safeParse(parsed(text));
  const missing = needed.filter((login) => read.data?.[login] === undefined);
  if (!read.success || missing.length > 0) {
    throw new LoginsRefused(
      `The logins file ${path} is not complete: it needs the passwords of ${needed.join(', ')}, as { "${needed.join('": "…", "')}": "…" }.`,
    );
  }
  return Object.fromEntries(needed.map((login) => [login, read.data[login]]));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The address of the same database for another login. */
export function addressFor(url: string, login: Login, password: string): string {
  const address = new URL(url);
  address.username = `shihe_${login}`;
  address.password = encodeURIComponent(password);
  return address.href;
}
