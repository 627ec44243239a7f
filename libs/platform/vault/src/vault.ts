import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Keys } from './keys.js';

/** Where a sealed value stands. It is authenticated with the value, so that a cell moved elsewhere does not open. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Seals personal data: AES-256-GCM, a random nonce for each value, envelope `version | key id | nonce | text | tag`.
 * `blindIndex` makes the keyed hash by which a value can be found again, equality only.
 */
export class Vault {
  constructor(private readonly keys: Pick<Keys, 'vault' | 'index'>) {}

  seal(text: string, place: Place): Buffer {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', this.keys.vault, nonce);
    cipher.setAAD(associated(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([version, 0]), nonce, sealed, cipher.getAuthTag()]);
  }

  /** @throws when the envelope was changed, moved to another place or sealed with another key. */
  open(envelope: Buffer, place: Place): string {
    if (envelope[0] !== version) throw new Error('unknown envelope version');
    const nonce = envelope.subarray(2, 2 + nonceBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.keys.vault, nonce);
    decipher.setAAD(associated(place));
    decipher.setAuthTag(envelope.subarray(envelope.length - tagBytes));
    const sealed = envelope.subarray(2 + nonceBytes, envelope.length - tagBytes);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  }

  /** HMAC-SHA-256 over kind and value. The value must be in its normal form already. */
  blindIndex(kind: string, value: string): Buffer {
    return createHmac('sha256', this.keys.index).update(`${kind}\u0000${value}`).digest();
  }
}

function associated(place: Place): Buffer {
  return Buffer.from(`${place.table}\u0000${place.column}\u0000${place.rowId}`);
}
