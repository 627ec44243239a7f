import { sign, verify, type KeyObject } from 'node:crypto';

/**
 * What a device can show of itself without a network: `SD1.<claims>.<signature>`. The claims are JSON in base64url, the
 * signature is Ed25519 by the house's key over everything before it. The house itself believes its own books.
 */
export interface DeviceClaims {
  device: string;
  /** The public key's coordinates. */
  x: string;
  y: string;
  site: string;
  /** Null for all rounds of the site. */
  round: string | null;
  /** Seconds since 1970. */
  notBefore: number;
  notAfter: number;
}

export function signDeviceCertificate(claims: DeviceClaims, privateKey: KeyObject): string {
  const said = `SD1.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${said}.${sign(null, Buffer.from(said), privateKey).toString('base64url')}`;
}

/** The claims of a genuine certificate, whether it still runs or not; undefined for anything else. */
export function readDeviceCertificate(text: string, publicKey: KeyObject): DeviceClaims | undefined {
  const [, said, claims, signature] = /^(SD1\.([\w-]{1,1000}))\.([\w-]{86})$/u.exec(text) ?? [];
  if (said === undefined || claims === undefined || signature === undefined) return undefined;
  if (!verify(null, Buffer.from(said), publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as DeviceClaims;
}
