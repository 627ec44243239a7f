import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/**
 * A way to seal with a key of 32 bytes or fewer. Its number stands in every envelope, so that a value is opened the way it was
 * sealed; a city that demands another cipher (SM4) adds one here and seals anew.
 */
export interface SealingAlgorithm {
  /** 1…255. */
  readonly id: number;
  readonly keyBytes: number;
  readonly nonceBytes: number;
  readonly tagBytes: number;
  /** The sealed text followed by its tag. */
  seal(key: Buffer, nonce: Buffer, text: Buffer, associated: Buffer): Buffer;
  /** @throws when text, tag or associated data were changed, or the key is another one */
  open(key: Buffer, nonce: Buffer, sealed: Buffer, associated: Buffer): Buffer;
}

/** A way to make the keyed hash by which a value is found again. */
export interface IndexAlgorithm {
  hash(key: Buffer, text: string): Buffer;
}

const tagBytes = 16;

const aes256gcm: SealingAlgorithm = {
  id: 1,
  keyBytes: 32,
  nonceBytes: 12,
  tagBytes,
  seal(key, nonce, text, associated) {
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(associated);
    return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
  },
  open(key, nonce, sealed, associated) {
    if (sealed.length < tagBytes) throw new Error('the envelope is cut off');
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
    decipher.setAAD(associated);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()]);
  },
};

const known: ReadonlyMap<number, SealingAlgorithm> = new Map([[aes256gcm.id, aes256gcm]]);

/** What is sealed from now on is sealed with this one. */
export const presentAlgorithm: SealingAlgorithm = aes256gcm;

/** @throws when an envelope names an algorithm that is not known here */
export function algorithmOf(id: number): SealingAlgorithm {
  const algorithm = known.get(id);
  if (algorithm === undefined) throw new Error(`unknown sealing algorithm ${id}`);
  return algorithm;
}

export const indexAlgorithm: IndexAlgorithm = {
  hash: (key, text) => createHmac('sha256', key).update(text).digest(),
};
