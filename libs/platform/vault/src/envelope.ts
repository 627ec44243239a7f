import { algorithmOf, presentAlgorithm } from './algorithms.js';
import { freshNonce } from './nonces.js';

/** Where a sealed value stands. It is authenticated with the value, so that a cell moved elsewhere does not open. */
export interface Place {
  table: string;
  column: string;
  rowId: string;
}

/** The first envelopes were `1 | 0 | nonce | text | tag` under the one key of the keys file, which has the id 0. */
const firstVersion = 1;
const firstHeader = 2;
const presentVersion = 2;
const header = 6;

/**
 * Seals a text: `version | algorithm | key id (4 bytes) | nonce | text | tag`.
 * @param associated what is authenticated with it and not stored in it
 */
export function sealEnvelope(key: Buffer, keyId: number, text: Buffer, associated: Buffer): Buffer {
  const head = Buffer.alloc(header);
  head.writeUInt8(presentVersion, 0);
  head.writeUInt8(presentAlgorithm.id, 1);
  head.writeUInt32BE(keyId, 2);
  const nonce = freshNonce(presentAlgorithm.nonceBytes);
  return Buffer.concat([head, nonce, presentAlgorithm.seal(key, nonce, text, associated)]);
}

/** The id of the key that opens an envelope. @throws when it is no envelope of a version known here */
export function keyIdOf(envelope: Buffer): number {
  if (envelope[0] === firstVersion) return 0;
  if (envelope[0] === presentVersion && envelope.length > header) return envelope.readUInt32BE(2);
  throw new Error('unknown envelope version');
}

/** @throws when the envelope was changed, moved to another place or sealed with another key */
export function openEnvelope(key: Buffer, envelope: Buffer, associated: Buffer): Buffer {
  const first = envelope[0] === firstVersion;
  const algorithm = algorithmOf(first ? 1 : envelope.readUInt8(1));
  const start = first ? firstHeader : header;
  const nonce = envelope.subarray(start, start + algorithm.nonceBytes);
  return algorithm.open(key, nonce, envelope.subarray(start + algorithm.nonceBytes), associated);
}

/** Table, column and row; since the second version the purpose of the key too. */
export function associatedWith({ table, column, rowId }: Place, envelope: Buffer | undefined, purpose: string): Buffer {
  const place = `${table}\u0000${column}\u0000${rowId}`;
  return Buffer.from(envelope?.[0] === firstVersion ? place : `${place}\u0000${purpose}`);
}
