import { generateKeyPairSync, sign } from 'node:crypto';
import { rawKeyOf, readProof } from './read-proof.js';

const pair = generateKeyPairSync('ed25519');
const keys = new Map([['k1', rawKeyOf(pair.publicKey.export({ type: 'spki', format: 'pem' }) as string)]]);
const sampledAt = new Date('2026-03-01T09:00:00Z');
const validUntil = new Date('2026-03-03T09:00:00Z');

function signed(tag: string, keyId = 'k1', person = '欧阳* 123X'): string {
  const times = [sampledAt, validUntil].map((at) => (at.getTime() / 1_000).toString(36));
  const said = [tag, keyId, ...times, Buffer.from(person).toString('base64url')].join('.');
  return `${said}.${sign(null, Buffer.from(said), pair.privateKey).toString('base64url')}`;
}

const at = (time: string) => new Date(`2026-03-${time}Z`);
const kindOf = async (scanned: string, now = at('01T12:00:00')) => (await readProof(scanned, keys, now)).kind;

describe('what a guard is told', () => {
  it('is whom the proof is about and since when, as long as it runs', async () => {
    const proof = { maskedName: '欧阳*', documentEnding: '123X', sampledAt, validUntil };
    expect(await readProof(` ${signed('SN1')}\n`, keys, at('01T12:00:00'))).toMatchObject({ kind: 'valid', proof });
    expect(await readProof(signed('SN1'), keys, at('03T09:00:00'))).toMatchObject({ kind: 'expired', proof });
    expect(await readProof(signed('SN1', 'k1', 'Anna M*** 89'), keys, at('02T00:00:00'))).toMatchObject({
      proof: { maskedName: 'Anna M***', documentEnding: '89' },
    });
  });

  it('is no when anything was changed, or it is no proof at all', async () => {
    const proof = signed('SN1');
    const parts = proof.split('.');
    const later = [...parts.slice(0, 3), (at('09T00:00:00').getTime() / 1_000).toString(36), ...parts.slice(4)].join(
      '.',
    );
    const other = [...parts.slice(0, 4), Buffer.from('王* 123X').toString('base64url'), parts[5]].join('.');
    for (const wrong of [later, other, signed('SN2'), '', 'https://example.org', `${proof}A`, proof.toLowerCase()]) {
      expect(await kindOf(wrong)).toBe('not-valid');
    }
  });

  it('tells a resident code, a key of elsewhere and a wrong clock from a forgery', async () => {
    expect(await kindOf(signed('SH1'))).toBe('resident-code');
    expect(await kindOf(signed('SN1', 'k2'))).toBe('unknown-key');
    expect(await kindOf(signed('SN1'), at('01T08:45:00'))).toBe('clock-is-wrong');
    expect(await kindOf(signed('SN1'), at('01T08:55:00'))).toBe('valid');
  });
});
