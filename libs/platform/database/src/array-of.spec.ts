import { plainArray } from './plain-array.js';

describe('an array of plain values', () => {
  it('is written as PostgreSQL reads it', () => {
    const id = '00000000-0000-7000-8000-00000000000a';
    expect(plainArray([id, null, 7, Buffer.from([1, 255]), new Date(0)])).toBe(
      `{${id},NULL,7,\\\\x01ff,1970-01-01T00:00:00.000Z}`,
    );
    expect(plainArray([])).toBe('{}');
  });

  it.each(['a,b', 'null', '', '"', '\\x', '{}', ' '])('refuses %j, which could be read as something else', (value) => {
    expect(() => plainArray([value])).toThrow('plain array');
  });
});
