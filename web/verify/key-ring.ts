import { answerOf, openHouse } from '../every-page/house.js';
import { rawKeyOf } from './read-proof.js';

const keptAs = 'shihe-proof-keys';
/** More than a house renews in the life of a phone; what fills the storage is not taken. */
const keysAtMost = 16;

interface Kept {
  /** PEM by key id; the ones of before stay, for proofs that still run. */
  keys: Record<string, string>;
  fetchedAt: string | null;
}

/** The keys of the house, kept on the device. */
export class KeyRing {
  private readonly listeners = new Set<() => void>();
  private kept: Kept = read();

  readonly current = (): Kept => this.kept;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get keys(): ReadonlyMap<string, Uint8Array> {
    return new Map(Object.entries(this.kept.keys).map(([id, pem]) => [id, rawKeyOf(pem)]));
  }

  /** Fetches what the house signs with now; without a network everything stays as it is. */
  async renew(): Promise<void> {
    try {
      const { items } = await answerOf(openHouse().GET('/api/v1/proof-keys'));
      const fresh = items.slice(0, keysAtMost).map(({ keyId, publicKey }) => [keyId, publicKey] as const);
      const names = new Set(fresh.map(([id]) => id));
      const older = Object.entries(this.kept.keys).filter(([id]) => !names.has(id));
      const keys = Object.fromEntries([...fresh, ...older].slice(0, keysAtMost));
      this.kept = { keys, fetchedAt: new Date().toISOString() };
      localStorage.setItem(keptAs, JSON.stringify(this.kept));
    } catch {
      // No network, or a browser that keeps nothing: what is known is used.
    }
    for (const listener of this.listeners) listener();
  }
}

function read(): Kept {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs) ?? '') as Kept;
    return { keys: kept.keys, fetchedAt: kept.fetchedAt };
  } catch {
    return { keys: {}, fetchedAt: null };
  }
}
