import { webcrypto } from 'node:crypto';
import { isSignedBy, thumbprintOf, type DeviceKey } from './device-key.js';

async function newDevice() {
  const pair = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const jwk = await webcrypto.subtle.exportKey('jwk', pair.publicKey);
  const sign = async (text: string) => {
    const given = { name: 'ECDSA', hash: 'SHA-256' };
    return Buffer.from(await webcrypto.subtle.sign(given, pair.privateKey, Buffer.from(text))).toString('base64url');
  };
  return { key: { x: jwk.x, y: jwk.y } as DeviceKey, sign };
}

describe("a device's signature", () => {
  it('as a browser makes it is accepted for what was signed and for nothing else', async () => {
    const [one, other] = [await newDevice(), await newDevice()];
    const signature = await one.sign('管 T1');
    expect(isSignedBy(one.key, '管 T1', signature)).toBe(true);
    expect(isSignedBy(one.key, '管 T2', signature)).toBe(false);
    expect(isSignedBy(other.key, '管 T1', signature)).toBe(false);
    expect(isSignedBy(one.key, '管 T1', signature.slice(2))).toBe(false);
    expect(isSignedBy(one.key, '管 T1', '')).toBe(false);
  });

  it('by a point that lies on no curve is no signature', async () => {
    const { sign } = await newDevice();
    expect(isSignedBy({ x: 'A'.repeat(43), y: 'B'.repeat(43) }, 'x', await sign('x'))).toBe(false);
  });

  it('belongs to a key with one thumbprint, as RFC 7638 writes it', async () => {
    const { key } = await newDevice();
    expect(thumbprintOf(key)).toMatch(/^[\w-]{43}$/);
    expect(thumbprintOf({ y: key.y, x: key.x })).toBe(thumbprintOf(key));
  });
});
