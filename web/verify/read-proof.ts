import { isSigned } from './ed25519.js';

/** What a guard is told of a proof; nothing else is in it. */
export interface ProofShown {
  maskedName: string;
  documentEnding: string;
  sampledAt: Date;
  validUntil: Date;
}

/** What somebody held up: a proof, or what is wrong with it. */
export type ProofReading =
  | { kind: 'valid' | 'expired'; proof: ProofShown; judgedAt: Date }
  /** The phone believes that the swab is still to be taken: its clock is wrong, and nothing can be said. */
  | { kind: 'clock-is-wrong' }
  /** Signed with a key that was not fetched yet. */
  | { kind: 'unknown-key' }
  /** The code that names a resident: it says nothing about a result. */
  | { kind: 'resident-code' }
  | { kind: 'not-valid' };

const form =
  /^SN1\.([A-Za-z0-9_-]{1,16})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{1,400})\.([A-Za-z0-9_-]{85}[AQgw])$/u;

/** A phone's clock may be behind by so much. */
const clockToleranceMs = 10 * 60_000;

/**
 * Judges what was scanned, with nothing but the keys of the house.
 * @param keys raw public keys by their ids
 */
export async function readProof(
  scanned: string,
  keys: ReadonlyMap<string, Uint8Array>,
  now: Date,
): Promise<ProofReading> {
  const text = scanned.trim();
  if (text.startsWith('SH1.')) return { kind: 'resident-code' };
  const parts = form.exec(text);
  if (parts === null) return { kind: 'not-valid' };
  const [, keyId = '', sampled = '', until = '', person = '', signature = ''] = parts;
  const key = keys.get(keyId);
  if (key === undefined) return { kind: 'unknown-key' };
  const said = new TextEncoder().encode(text.slice(0, text.lastIndexOf('.')));
  if (!(await isSigned(bytesOf(signature), said, key))) return { kind: 'not-valid' };
  const named = new TextDecoder().decode(bytesOf(person));
  const proof = {
    maskedName: named.slice(0, named.lastIndexOf(' ')),
    documentEnding: named.slice(named.lastIndexOf(' ') + 1),
    sampledAt: momentOf(sampled),
    validUntil: momentOf(until),
  };
  if (proof.sampledAt.getTime() > now.getTime() + clockToleranceMs) return { kind: 'clock-is-wrong' };
  return { kind: proof.validUntil > now ? 'valid' : 'expired', proof, judgedAt: now };
}

/** The raw key in a public key as the house gives it (SPKI, PEM): its last 32 bytes. */
export function rawKeyOf(pem: string): Uint8Array {
  const body = pem.replace(/-----[^-]+-----/gu, '').replace(/\s/gu, '');
  return bytesOf(body).slice(-32);
}

function momentOf(seconds: string): Date {
  return new Date(Number.parseInt(seconds, 36) * 1_000);
}

/** Of base64, in either alphabet. */
function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replace(/-/gu, '+').replace(/_/gu, '/')), (sign) => sign.charCodeAt(0));
}
