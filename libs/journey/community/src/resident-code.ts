import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { read, refuse, type Reading } from './refusal.js';

/**
 * What a resident's QR says: `SH1.<key>.<reference>.<issued>.<expires>.<signature>`.
 *
 * The reference is 96 random bits that mean nothing outside this installation: no name, no ID number. Times are seconds
 * since 1970 in base 36. The Ed25519 signature covers everything before it, so a device without a signal can tell a
 * real code from a forged one with nothing but the public key.
 */
export interface ResidentCodeClaims {
  /** Which key signed; devices hold the current one and the ones before it. */
  readonly keyId: string;
  /** 96 bits, base64url, 16 characters. */
  readonly reference: string;
  /** Seconds since 1970. */
  readonly issuedAt: number;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

const shape =
  /^SH1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]{16})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{86})$/u;

/** Signs a code with an Ed25519 private key. */
export function signResidentCode(claims: ResidentCodeClaims, privateKey: KeyObject): string {
  const said = `SH1.${claims.keyId}.${claims.reference}.${claims.issuedAt.toString(36)}.${claims.expiresAt.toString(36)}`;
  return `${said}.${sign(null, Buffer.from(said), privateKey).toString('base64url')}`;
}

/** True for anything that claims to be one of our codes, so a scanner can tell it from a tube's barcode. */
export function looksLikeResidentCode(scanned: string): boolean {
  return scanned.startsWith('SH1.');
}

/**
 * Checks a scanned code without asking anybody. Whether it was revoked only the register knows.
 * @param keys public keys by key id
 * @param now seconds since 1970
 */
export function readResidentCode(
  scanned: string,
  keys: ReadonlyMap<string, KeyObject>,
  now: number,
): Reading<ResidentCodeClaims> {
  const parts = shape.exec(scanned.trim());
  if (parts === null) {
    return refuse(
      'resident-code-has-wrong-form',
      '这不是居民码，请让居民打开本系统的居民码，或改用证件登记。',
      'This is no resident code; ask for the code of this system or register by document.',
    );
  }
  const [, keyId = '', reference = '', issued = '', expires = '', signature = ''] = parts;
  const key = keys.get(keyId);
  if (key === undefined) {
    return refuse(
      'resident-code-key-is-unknown',
      '居民码由未知的密钥签发，请联网更新终端后重扫，或改用证件登记。',
      'The code was signed with a key this device does not know; update the device and scan again, or register by document.',
    );
  }
  const said = `SH1.${keyId}.${reference}.${issued}.${expires}`;
  if (!verify(null, Buffer.from(said), key, Buffer.from(signature, 'base64url'))) {
    return refuse(
      'resident-code-signature-is-wrong',
      '居民码的签名不对，可能被改动或印坏，请改用证件登记并告知现场负责人。',
      'The signature of the code is wrong: it was changed or badly printed. Register by document and tell the site lead.',
    );
  }
  const claims = { keyId, reference, issuedAt: Number.parseInt(issued, 36), expiresAt: Number.parseInt(expires, 36) };
  if (claims.expiresAt <= now) {
    return refuse(
      'resident-code-is-expired',
      '居民码已过期，请换新码，或改用证件登记。',
      'The resident code has expired; issue a new one or register by document.',
    );
  }
  return read(claims);
}

/** A public key from its SPKI PEM, as devices are given it. */
export function publicKeyOf(pem: string): KeyObject {
  return createPublicKey(pem);
}
