import {
  base32,
  enrolmentAddress,
  hotp,
  matchingStep,
  newSecret,
  recoveryCodeOf,
  recoveryCodesOf,
  stepOf,
} from './totp.js';

/** The secret of the test values of RFC 4226 and RFC 6238. */
const secret = Buffer.from('12345678901234567890');

describe('codes that follow one another', () => {
  it('are those of RFC 4226, appendix D', () => {
    const right = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ');
    expect(right.map((_, counter) => hotp(secret, counter))).toEqual(right);
  });

  it('are those of RFC 6238, appendix B, by time', () => {
    const right: [number, string][] = [
      [59, '287082'],
      [1_111_111_109, '081804'],
      [1_111_111_111, '050471'],
      [1_234_567_890, '005924'],
      [2_000_000_000, '279037'],
      [20_000_000_000, '353130'],
    ];
    for (const [seconds, code] of right) expect(hotp(secret, stepOf(new Date(seconds * 1_000)))).toBe(code);
  });

  it('are taken half a minute early and half a minute late, and say of which step they are', () => {
    const now = new Date(1_111_111_109_000);
    const step = stepOf(now);
    for (const near of [step - 1, step, step + 1]) expect(matchingStep(secret, hotp(secret, near), now)).toBe(near);
    for (const far of [step - 2, step + 2]) expect(matchingStep(secret, hotp(secret, far), now)).toBeUndefined();
    for (const odd of ['', '8180', '0818040', '081804 ', '０８１８０４', 'abcdef']) {
      expect(matchingStep(secret, odd, now)).toBeUndefined();
    }
  });
});

describe('what is shown at enrolment', () => {
  it('is the secret in base 32, as RFC 4648 writes it', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32(Buffer.from('foob'))).toBe('MZXW6YQ');
    expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(enrolmentAddress(secret, 'zhang.san')).toContain('Shihe:zhang.san?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&');
  });

  it('are ten different codes for the day on which the phone is lost, read however they are typed', () => {
    const codes = recoveryCodesOf(newSecret());
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) {
      expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/u);
      expect(recoveryCodeOf(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code.replaceAll('-', ''));
    }
    expect(recoveryCodeOf('123456')).toBeUndefined();
    expect(recoveryCodesOf(secret)).toEqual(recoveryCodesOf(secret));
  });
});
