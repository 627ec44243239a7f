import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { looksLikeResidentCode, publicKeyOf, readResidentCode, signResidentCode } from './resident-code.js';

const pair = generateKeyPairSync('ed25519');
const keys = new Map([['k1', publicKeyOf(pair.publicKey.export({ type: 'spki', format: 'pem' }) as string)]]);
const claims = { keyId: 'k1', reference: 'AbCdEfGhIjKlMnOp', issuedAt: 1_760_000_000, expiresAt: 1_762_592_000 };
const code = signResidentCode(claims, pair.privateKey);
const now = claims.issuedAt + 60;
const refusalOf = (scanned: string, at = now) => {
  const reading = readResidentCode(scanned, keys, at);
  return reading.ok ? 'taken' : reading.refusal.code;
};

describe('resident codes', () => {
  it('a code is read back with nothing but the public key', () => {
    expect(readResidentCode(code, keys, now)).toEqual({ ok: true, value: claims });
    expect(code.length).toBeLessThan(140);
    expect(looksLikeResidentCode(code)).toBe(true);
  });

  it('any changed character is found', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: code.length - 2 }),
        fc.constantFrom('A', 'b', '7', '.', '_'),
        (place, character) => {
          fc.pre(code[place] !== character);
          expect(refusalOf(code.slice(0, place) + character + code.slice(place + 1))).not.toBe('taken');
        },
      ),
    );
  });

  it('says whether it is forged, expired, from elsewhere or from another installation', () => {
    const forged = signResidentCode(claims, generateKeyPairSync('ed25519').privateKey);
    expect(refusalOf(forged)).toBe('resident-code-signature-is-wrong');
    expect(refusalOf(code, claims.expiresAt)).toBe('resident-code-is-expired');
    expect(refusalOf('https://example.org/code?x=1')).toBe('resident-code-has-wrong-form');
    expect(refusalOf(signResidentCode({ ...claims, keyId: 'k2' }, pair.privateKey))).toBe(
      'resident-code-key-is-unknown',
    );
  });
});
