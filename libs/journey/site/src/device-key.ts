import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

/** A device's public key: a point on P-256, each coordinate 32 bytes in base64url, as WebCrypto exports it in a JWK. */
export interface DeviceKey {
  x: string;
  y: string;
}

/** The key as Node reads it; undefined when the point does not lie on the curve. */
export function keyObjectOf({ x, y }: DeviceKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return undefined;
  }
}

/** RFC 7638: the SHA-256 of the key written in one way only, base64url. A device's first batch is tied to it. */
export function thumbprintOf({ x, y }: DeviceKey): string {
  return createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url');
}

/**
 * Whether the device's key signed this text: ECDSA on P-256 with SHA-256, the signature as WebCrypto gives it (r and s,
 * 64 bytes), in base64url.
 */
export function isSignedBy(key: DeviceKey, text: string, signature: string): boolean {
  const publicKey = keyObjectOf(key);
  const given = Buffer.from(signature, 'base64url');
  if (publicKey === undefined || given.length !== 64) return false;
  return verify('sha256', Buffer.from(text), { key: publicKey, dsaEncoding: 'ieee-p1363' }, given);
}
