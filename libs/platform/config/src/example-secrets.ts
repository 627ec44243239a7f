import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { SettingsRefused } from './settings.js';

/** What stands in examples, manuals and lists of the first passwords that anybody tries. */
const examples = new Set([
  'shihe', 'shihe-demo', 'shihe_display', 'postgres', 'postgresql', 'redis', 'admin', 'administrator', 'root', 'user',
  'test', 'demo', 'example', 'password', 'passw0rd', 'secret', 'changeme', 'change-me', 'changeit', 'default', 'letmein',
  'qwerty', '123456', '12345678', '123456789', '1234567890', '111111', 'abc123', 'P@ssw0rd',
].map((word) => word.toLowerCase())); // prettier-ignore

/** SHA-256 of keys files that were ever published with Shihe. */
const publishedKeysFiles: ReadonlySet<string> = new Set([]);

/** Whether a password is one that everybody knows. */
export function isExampleSecret(password: string): boolean {
  return examples.has(password.trim().toLowerCase());
}

/** The demonstration may be open to everybody; whatever is not the demonstration may not. */
export function isInEarnest(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment.NODE_ENV === 'production' && !/^(true|1|on)$/i.test(environment.SHIHE_DEMO ?? '');
}

/**
 * Outside the demonstration nothing starts with a secret that others know: an example password in an address of a
 * database or of Redis, a keys file that others may read or that was published.
 * @param keysFile undefined in a process that has no keys
 * @throws SettingsRefused naming every variable and what to do, never the secret itself
 */
export function refuseExampleSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  keysFile: string | undefined,
): void {
  if (!isInEarnest(environment)) return;
  const troubles = Object.entries(environment)
    .filter(([, value]) => exampleInAddress(value))
    .map(([name]) => `${name} holds an example password: set one of your own (openssl rand -hex 24)`);
  if (keysFile !== undefined) troubles.push(...troublesOfKeysFile(keysFile));
  if (troubles.length > 0)
    throw new SettingsRefused(`Start refused outside the demonstration. ${troubles.join('; ')}.`);
}

function exampleInAddress(value: string | undefined): boolean {
  if (value === undefined || !/^(postgres(ql)?|rediss?):\/\//i.test(value)) return false;
  try {
    const address = new URL(value);
    const password = decodeURIComponent(address.password);
    return password !== '' && (isExampleSecret(password) || password === decodeURIComponent(address.username));
  } catch {
    return false;
  }
}

function troublesOfKeysFile(path: string): string[] {
  const troubles: string[] = [];
  try {
    const text = readFileSync(path, 'utf8');
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
      troubles.push(`the keys file ${path} can be read by others than its owner: chmod 600 it`);
    }
    if (publishedKeysFiles.has(createHash('sha256').update(text).digest('hex')) || holdsNoRealKey(text)) {
      troubles.push(`the keys file ${path} holds example keys: make your own with node bin/keys.mjs new <file>`);
    }
  } catch {
    // Reading the keys says so in its own words.
  }
  return troubles;
}

/** A key that repeats one byte, or words: what stands in an example. */
function holdsNoRealKey(text: string): boolean {
  const keys = [...text.matchAll(/"([A-Za-z0-9+/]{43}=)"/gu)].map(([, key = '']) => Buffer.from(key, 'base64'));
  return keys.some((key) => new Set(key).size < 12 || /^[\x20-\x7e]{32}$/u.test(key.toString('latin1')));
}
