import type { CollectorBooks, ResidentRow } from '../acts/collector-books.js';
import type { Resident } from './ground.js';

const ivBytes = 12;

/**
 * Seals what is known of people with a key that this browser made and gives nobody, not even this page: whoever reads the
 * database finds ids and keyed hashes alone.
 */
export class PeopleVault {
  private constructor(private readonly key: CryptoKey) {}

  static async open(books: CollectorBooks): Promise<PeopleVault> {
    const kept = await books.note<CryptoKey>('people-key');
    if (kept !== undefined) return new PeopleVault(kept);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    await books.write('people-key', key);
    return new PeopleVault(key);
  }

  /** @param reading which reading of the working set brought them */
  seal(residents: readonly Resident[], reading: string): Promise<ResidentRow[]> {
    return Promise.all(
      residents.map(async (resident) => {
        const { id, document, code, householdId, homeVisit } = resident;
        const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
        const text = new TextEncoder().encode(JSON.stringify(resident));
        const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, this.key, text);
        // What there is none of is no key of an index.
        const found = { ...(document === null ? {} : { document }), ...(code === null ? {} : { code }) };
        return { id, ...found, householdId, visited: homeVisit ? 1 : 0, reading, iv, sealed };
      }),
    );
  }

  async open(row: ResidentRow): Promise<Resident> {
    const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, this.key, row.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as Resident;
  }
}

/** The key that finds people by what they show, taken in so that nothing can read it back. */
export function takeInBlindKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
