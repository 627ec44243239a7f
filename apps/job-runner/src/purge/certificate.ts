import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalText } from '#platform/database';

/** What a certificate says, in the order in which a person reads it. Holds nobody's name but those who signed. */
export interface CertificateBody {
  format: 'shihe-purge-certificate-1';
  id: string;
  rounds: { id: string; name: string; closedAt: string }[];
  through: string;
  signers: { part: 'security' | 'auditor'; accountId: string; username: string; displayName: string }[];
  startedAt: string;
  finishedAt: string;
  residents: { gone: number; remaining: number; sealedAnew: number };
  rowsDestroyed: Record<string, number>;
  journal: { redactedEntries: number; redactionSha256: string };
  /**
   * The imprints of the ledgers were taken anew from this number on. `findings`: rows that were not as the house had
   * written them before anything was destroyed. Certificates of before there were imprints have none.
   */
  ledgers?: { imprintsFrom: number; findings: number };
  keysDestroyed: { dataKeys: { id: number; purpose: string }[]; wrappingKeys: string[]; indexKeys: string[] };
  keysNow: { wrappingKey: string; indexKey: string; dataKey: number };
  kept: { k: number; figures: number; sha256: string };
  backups: { destroyBy: string };
}

export interface Certificate extends CertificateBody {
  signature: { algorithm: 'Ed25519'; publicKey: string; keyId: string; value: string };
}

export function sha256Of(value: unknown): string {
  return createHash('sha256').update(canonicalText(value)).digest('hex');
}

/** The short name of a public key, by which people compare it: of its SPKI form, in groups of four. */
function keyIdOf(publicKey: Buffer): string {
  const hex = createHash('sha256').update(publicKey).digest('hex').slice(0, 32);
  return hex.match(/.{4}/gu)?.join('-') ?? hex;
}

export function signCertificate(body: CertificateBody, key: KeyObject): Certificate {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return {
    ...body,
    signature: {
      algorithm: 'Ed25519',
      publicKey: publicKey.toString('base64'),
      keyId: keyIdOf(publicKey),
      value: sign(null, Buffer.from(canonicalText(body)), key).toString('base64'),
    },
  };
}

/**
 * Whether nothing in the certificate was changed since it was signed.
 * @param trusted the public key it must be signed with; without it the certificate's own is believed
 */
export function isGenuine(certificate: Certificate, trusted?: KeyObject): boolean {
  try {
    const { signature, ...body } = certificate;
    const spki = Buffer.from(signature.publicKey, 'base64');
    const key = createPublicKey({ key: spki, type: 'spki', format: 'der' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    if (signature.keyId !== keyIdOf(spki)) return false;
    if (trusted !== undefined && !trusted.export({ type: 'spki', format: 'der' }).equals(spki)) return false;
    return verify(null, Buffer.from(canonicalText(body)), key, Buffer.from(signature.value, 'base64'));
  } catch {
    return false;
  }
}
