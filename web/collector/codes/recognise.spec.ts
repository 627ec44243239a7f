import { recognise } from './recognise.js';

const patterns = { tube: '^[A-Za-z0-9-]{4,32}$', box: '^BX[A-Za-z0-9-]{1,62}$' };
const kindOf = (text: string) => recognise(text, patterns).kind;

describe('what was scanned', () => {
  const code = `SH1.abcdefgh.${'r'.repeat(16)}.s0.zzzzzz.${'s'.repeat(86)}`;

  it.each([
    ['TB24-0001', 'tube'],
    ['BX-0001', 'box'],
    ['001000199001010019', 'id-number'],
    ['001000199001010018', 'id-number-wrong'],
    [code, 'person-code'],
    [code.slice(0, -1), 'person-code-broken'],
    ['SE1.018f0000-0000-7000-8000-000000000001.ABCD2345', 'enrolment'],
    ['http://example.com/?a=1', 'unknown'],
    ['', 'unknown'],
  ])('%s is told as what it is: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('reads when a code of a person expires, and whose key signed it', () => {
    expect(recognise(code, patterns)).toMatchObject({
      reference: 'r'.repeat(16),
      keyId: 'abcdefgh',
      expiresAt: Number.parseInt('zzzzzz', 36),
      said: code.slice(0, code.lastIndexOf('.')),
    });
  });

  it('takes nothing for a tube when the pattern of the round cannot be read', () => {
    expect(recognise('TB24-0001', { tube: '(', box: '(' }).kind).toBe('unknown');
  });
});
