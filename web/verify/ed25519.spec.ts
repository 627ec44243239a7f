import fc from 'fast-check';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { isSigned, isSignedByHand } from './ed25519.js';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
const rawOf = (key: KeyObject): Uint8Array =>
  Uint8Array.from(key.export({ type: 'spki', format: 'der' }).subarray(-32));

describe('an Ed25519 signature', () => {
  it('is found genuine as the standard has it (RFC 8032, 7.1, second test)', async () => {
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(await isSignedByHand(signature, hex('72'), key)).toBe(true);
    expect(await isSigned(signature, hex('72'), key)).toBe(true);
    expect(await isSignedByHand(signature, hex('73'), key)).toBe(false);
  });

  it('is judged as the other side made it, and a changed bit anywhere is found', async () => {
    const pair = generateKeyPairSync('ed25519');
    const key = rawOf(pair.publicKey);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.nat({ max: 511 }), async (said, bit) => {
        const signature = Uint8Array.from(sign(null, said, pair.privateKey));
        expect(await isSignedByHand(signature, said, key)).toBe(true);
        signature[bit >> 3] = (signature[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(await isSignedByHand(signature, said, key)).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  it('is none where key or signature are cut short, no point, or another’s', async () => {
    const [own, other] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
    const said = hex('00ff');
    const signature = Uint8Array.from(sign(null, said, own.privateKey));
    const judged = await Promise.all([
      isSignedByHand(signature, said, rawOf(other.publicKey)),
      isSignedByHand(signature.slice(1), said, rawOf(own.publicKey)),
      isSignedByHand(signature, said, rawOf(own.publicKey).slice(1)),
      isSignedByHand(signature, said, new Uint8Array(32).fill(255)),
      isSignedByHand(
        Uint8Array.from([...signature.slice(0, 32), ...new Uint8Array(32).fill(255)]),
        said,
        rawOf(own.publicKey),
      ),
    ]);
    expect(judged).toEqual([false, false, false, false, false]);
  });
});
