import { arrayOf } from './array-of.js';

describe('an array for a parameter', () => {
  it('is written as PostgreSQL reads it: dimensions, whether there are nulls, type, length, first number, elements', () => {
    const array = arrayOf.uuid(['00112233-4455-6677-8899-AABBccddeeff', null]);
    expect(array.toString('hex')).toBe(
      [
        '00000001',
        '00000001',
        '00000b86',
        '00000002',
        '00000001',
        '00000010',
        '00112233445566778899aabbccddeeff',
        'ffffffff',
      ].join(''),
    );
    expect(arrayOf.uuid([]).toString('hex')).toBe('000000000000000000000b86');
  });

  it.each([
    '',
    'x',
    '00112233-4455-6677-8899-aabbccddeef',
    '00112233-4455-6677-8899-aabbccddeeff0',
    '0011223304455-6677-8899-aabbccddeeff',
    '0g112233-4455-6677-8899-aabbccddeeff',
  ])('refuses %j as a UUID', (value) => {
    expect(() => arrayOf.uuid([value])).toThrow('not a UUID');
  });

  it('refuses numbers that would become others, and moments that are none', () => {
    expect(() => arrayOf.int8([2 ** 53])).toThrow(TypeError);
    expect(() => arrayOf.int8([0.5])).toThrow(TypeError);
    expect(() => arrayOf.int2([40_000])).toThrow(TypeError);
    expect(() => arrayOf.timestamptz([new Date(Number.NaN)])).toThrow(TypeError);
  });
});
