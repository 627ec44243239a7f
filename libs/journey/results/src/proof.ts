import { sign, type KeyObject } from 'node:crypto';

/**
 * What the QR of a negative answer says: `SN1.<key>.<sampled>.<until>.<person>.<signature>`.
 *
 * Times are seconds since 1970 in base 36; the person is the masked name and the end of the document, in base64url, so
 * that somebody at a gate can compare them with a card. There is no outcome in it: what is not negative has no proof. The
 * Ed25519 signature covers everything before it. It is made with the key of the resident codes; the first three letters,
 * which are signed as well, keep the two apart: neither can ever pass for the other.
 */
export interface ProofClaims {
  /** Which key signed. */
  readonly keyId: string;
  readonly sampledAt: Date;
  readonly validUntil: Date;
  readonly maskedName: string;
  readonly documentEnding: string;
}

/** Signs a proof with an Ed25519 private key; the same claims always give the same text. */
export function signProof(claims: ProofClaims, privateKey: KeyObject): string {
  const { keyId, sampledAt, validUntil, maskedName, documentEnding } = claims;
  const person = Buffer.from(`${maskedName} ${documentEnding}`).toString('base64url');
  const said = ['SN1', keyId, seconds(sampledAt), seconds(validUntil), person].join('.');
  return `${said}.${sign(null, Buffer.from(said), privateKey).toString('base64url')}`;
}

/** What a masked document shows of its end: the four characters, or the two of a short one. */
export function endingOf(maskedDocument: string): string {
  return maskedDocument.slice(maskedDocument.lastIndexOf('*') + 1);
}

function seconds(moment: Date): string {
  return Math.floor(moment.getTime() / 1_000).toString(36);
}
