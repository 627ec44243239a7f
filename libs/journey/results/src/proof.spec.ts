import { generateKeyPairSync, verify } from 'node:crypto';
import { endingOf, signProof } from './proof.js';

const pair = generateKeyPairSync('ed25519');
const claims = {
  keyId: 'k1',
  sampledAt: new Date('2026-03-01T09:00:00.900Z'),
  validUntil: new Date('2026-03-03T09:00:00Z'),
  maskedName: '欧阳*',
  documentEnding: '123X',
};

describe('the proof of a negative answer', () => {
  it('is short, signed as a whole, and always the same for the same claims', () => {
    const proof = signProof(claims, pair.privateKey);
    expect(proof.length).toBeLessThan(150);
    expect(signProof(claims, pair.privateKey)).toBe(proof);
    const end = proof.lastIndexOf('.');
    const signature = Buffer.from(proof.slice(end + 1), 'base64url');
    expect(verify(null, Buffer.from(proof.slice(0, end)), pair.publicKey, signature)).toBe(true);
    const [tag, keyId, sampled = '', until = '', person = ''] = proof.split('.');
    expect([tag, keyId, Buffer.from(person, 'base64url').toString()]).toEqual(['SN1', 'k1', '欧阳* 123X']);
    expect([Number.parseInt(sampled, 36), Number.parseInt(until, 36)]).toEqual([1_772_355_600, 1_772_528_400]);
  });

  it('shows of the document what its mask shows', () => {
    expect(['0*************4321', 'E***89', '0*************4321#2', '****'].map(endingOf)).toEqual([
      '4321',
      '89',
      '4321#2',
      '',
    ]);
  });
});
