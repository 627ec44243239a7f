import { createHash, webcrypto } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { canonicalText, type Database } from '#platform/database';

/** A device as a phone or PDA is one: a key pair of its own, made by WebCrypto, and a chain of batches. */
export interface TestDevice {
  id: string;
  bootId: string;
  publicKey: { kty: 'EC'; crv: 'P-256'; x: string; y: string };
  sign(content: unknown): Promise<string>;
  /** The next batch of this device's chain, signed. Said without `keep` the chain goes on from it. */
  batch(entries: unknown[], given?: Record<string, unknown>): Promise<SignedBatch>;
}

export interface SignedBatch {
  deviceId: string;
  bootId: string;
  counter: number;
  previousHash: string;
  entries: unknown[];
  signature: string;
}

export async function newDevice(id = uuidv7()): Promise<TestDevice> {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { x = '', y = '' } = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');
  let counter = 0;
  let previousHash = hashOf(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
  const device: TestDevice = {
    id,
    bootId: uuidv7(),
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    async sign(content) {
      const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
      const bytes = Buffer.from(canonicalText(content));
      return Buffer.from(await webcrypto.subtle.sign(algorithm, pair.privateKey, bytes)).toString('base64url');
    },
    async batch(entries, given = {}) {
      counter += 1;
      const content = { deviceId: id, bootId: device.bootId, counter, previousHash, entries, ...given };
      previousHash = hashOf(canonicalText(content));
      return { ...content, signature: await device.sign(content) };
    },
  };
  return device;
}

/** Puts a device into the books as enrolled and approved, without the doors. */
export async function layDevice(
  database: Database,
  siteId: string,
  people: { madeBy: string; enrolledBy: string; approvedBy: string },
  roundId: string | null = null,
): Promise<TestDevice> {
  const device = await newDevice();
  const enrolmentId = uuidv7();
  await database.query(
    `INSERT INTO site.enrolment (id, site_id, round_id, code_hash, made_by, made_at, expires_at, tries_at_most, used_at, body_hash)
     VALUES ($1, $2, $3, '', $4, now(), now() + interval '10 minutes', 5, now(), '')`,
    [enrolmentId, siteId, roundId, people.madeBy],
  );
  await database.query(
    `INSERT INTO site.device (id, site_id, round_id, name, key_x, key_y, enrolment_id, made_by, enrolled_by, enrolled_at,
                              approved_by, approved_at, not_before, not_after, body_hash)
     VALUES ($1, $2, $3, 'PDA', $4, $5, $6, $7, $8, now(), $9, now(), now(), now() + interval '14 days', '')`,
    [
      device.id,
      siteId,
      roundId,
      device.publicKey.x,
      device.publicKey.y,
      enrolmentId,
      people.madeBy,
      people.enrolledBy,
      people.approvedBy,
    ],
  );
  return device;
}
