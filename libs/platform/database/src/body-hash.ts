import { createHash } from 'node:crypto';

/**
 * The fingerprint of what a client asked for, to tell the same act sent twice from another act under the same id.
 * Keys are put in order first, so that the order in which a client writes them does not matter.
 */
export function bodyHash(body: unknown): Buffer {
  return createHash('sha256').update(canonicalText(body)).digest();
}

/** JSON in one way only: keys in order of their characters, no spaces. What a device signs. */
export function canonicalText(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, held]) => held !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, held]) => `${JSON.stringify(key)}:${canonicalText(held)}`);
    return `{${entries.join(',')}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}
