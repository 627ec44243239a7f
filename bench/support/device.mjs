// A device as a page in a browser would be one: its own key pair, its own canonical text, a chain of signed batches.
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { uuidv7 } from 'uuidv7';

/** JSON in one way only: keys in order, no spaces. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}

const sha256 = (text) => createHash('sha256').update(text).digest('base64url');

export function newDevice(id = uuidv7()) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const bootId = uuidv7();
  let counter = 0;
  let previousHash = sha256(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }));
  return {
    id,
    x,
    y,
    /** The next batch of the chain, as it is sent. */
    batch(entries) {
      counter += 1;
      const content = { deviceId: id, bootId, counter, previousHash, entries };
      const text = canonical(content);
      previousHash = sha256(text);
      const key = { key: privateKey, dsaEncoding: 'ieee-p1363' };
      const signature = sign('sha256', Buffer.from(text), key).toString('base64url');
      return JSON.stringify({ ...content, signature });
    },
  };
}

/**
 * Puts a device into the books as enrolled and approved.
 * @param {{ sql: (text: string, values?: unknown[]) => Promise<unknown> }} ground
 * @param {{ id: string, x: string | undefined, y: string | undefined }} device
 * @param {{ siteId: string, madeBy: string, enrolledBy: string, approvedBy: string, roundId?: string | null }} people
 */
export async function layDevice({ sql }, device, { siteId, madeBy, enrolledBy, approvedBy, roundId = null }) {
  const enrolment = uuidv7();
  await sql(
    `INSERT INTO site.enrolment (id, site_id, round_id, code_hash, made_by, made_at, expires_at, tries_at_most, used_at, body_hash)
     VALUES ($1, $2, $4, '', $3, now(), now() + interval '10 minutes', 5, now(), '')`,
    [enrolment, siteId, madeBy, roundId],
  );
  await sql(
    `INSERT INTO site.device (id, site_id, round_id, name, key_x, key_y, enrolment_id, made_by, enrolled_by, enrolled_at, approved_by,
                              approved_at, not_before, not_after, body_hash)
     VALUES ($1, $2, $9, 'bench', $3, $4, $5, $6, $7, now(), $8, now(), now(), now() + interval '14 days', '')`,
    [device.id, siteId, device.x, device.y, enrolment, madeBy, enrolledBy, approvedBy, roundId],
  );
}
