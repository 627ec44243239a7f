import { associatedWith, keyIdOf, openEnvelope, sealEnvelope } from './envelope.js';
import { readKeys, type Keys, type NamedKey } from './keys.js';

/** What a data key seals: the ledger of people, or what is written down about them in one round. */
export type Purpose = 'ledger' | `round:${string}`;

/** A data key as the database keeps it. */
export interface WrappedKey {
  readonly id: number;
  readonly purpose: Purpose;
  readonly wrapped: Buffer;
  readonly wrappedBy: string;
  /** Whether sealing with it has begun. */
  readonly usable: boolean;
}

interface DataKey {
  readonly purpose: Purpose;
  readonly key: Buffer;
}

/** The key that an envelope names is not in the ring: it was destroyed, or the keys file is another one. */
export class KeyIsNotHere extends Error {}

/** The unwrapped data keys of one process. Keys that were destroyed are wiped at the next reading. */
export class KeyRing {
  private keys: Keys;
  private readonly held = new Map<number, DataKey>();
  private readonly sealing = new Map<Purpose, number>();

  constructor(keys: Keys) {
    this.keys = keys;
  }

  /** Takes over what the database says now. Keys that the keys file does not open stay shut. */
  take(rows: readonly WrappedKey[]): void {
    const there = new Set(rows.map(({ id }) => id));
    for (const [id, { key }] of this.held) {
      if (there.has(id) || id === 0) continue;
      key.fill(0);
      this.held.delete(id);
    }
    if (this.keys.first !== undefined) this.held.set(0, { purpose: 'ledger', key: this.keys.first });
    for (const row of rows) {
      if (this.held.has(row.id)) continue;
      const key = this.unwrap(row);
      if (key !== undefined) this.held.set(row.id, { purpose: row.purpose, key });
    }
    this.sealing.clear();
    // In the order of their ids; a key that nobody may use yet counts only where there is no other.
    for (const { id, purpose, usable } of [...rows].sort((a, b) => a.id - b.id)) {
      if (this.held.has(id) && (usable || !this.sealing.has(purpose))) this.sealing.set(purpose, id);
    }
  }

  has(id: number): boolean {
    return this.held.has(id);
  }

  /** @throws KeyIsNotHere */
  opening(envelope: Buffer): DataKey {
    const key = this.held.get(keyIdOf(envelope));
    if (key === undefined) throw new KeyIsNotHere(`data key ${keyIdOf(envelope)} is not in the ring`);
    return key;
  }

  /** The key that seals for a purpose, with its id. @throws KeyIsNotHere */
  sealingFor(purpose: Purpose): { id: number; key: Buffer } {
    const id = this.sealing.get(purpose);
    const key = id === undefined ? undefined : this.held.get(id)?.key;
    if (id === undefined || key === undefined) throw new KeyIsNotHere(`there is no data key for ${purpose}`);
    return { id, key };
  }

  sealsFor(purpose: Purpose): boolean {
    return this.sealing.has(purpose);
  }

  private unwrap(row: WrappedKey): Buffer | undefined {
    let by = this.wrappingKey(row.wrappedBy);
    if (by === undefined && this.keys.file !== undefined) {
      // Somebody renewed the keys file meanwhile.
      this.keys = readKeys(this.keys.file);
      by = this.wrappingKey(row.wrappedBy);
    }
    return by === undefined ? undefined : unwrapKey(by, row);
  }

  private wrappingKey(id: string): NamedKey | undefined {
    return this.keys.wrapping.find((key) => key.id === id);
  }
}

/** Wraps a data key, bound to its id, its purpose and the key that wraps it. */
export function wrapKey(by: NamedKey, id: number, purpose: Purpose, key: Buffer): Buffer {
  return sealEnvelope(by.key, 0, key, wrappingData(by, id, purpose));
}

/** Undefined when it is not the key that wrapped it. */
export function unwrapKey(by: NamedKey, row: Pick<WrappedKey, 'id' | 'purpose' | 'wrapped'>): Buffer | undefined {
  try {
    return openEnvelope(by.key, row.wrapped, wrappingData(by, row.id, row.purpose));
  } catch {
    return undefined;
  }
}

function wrappingData(by: NamedKey, id: number, purpose: Purpose): Buffer {
  return associatedWith(
    { table: 'vault.data_key', column: `wrapped by ${by.id}`, rowId: String(id) },
    undefined,
    purpose,
  );
}
