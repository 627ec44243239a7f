import { levelOf, lineageOf, liesWithin, gridCode, parentOf, readAreaCode } from './area-code.js';

describe('area codes', () => {
  it('knows the level of a code by its shape', () => {
    expect(
      ['3708', '370811', '370811013', '370811013001', '370811013001-03', '370811013001-03-12A'].map(levelOf),
    ).toEqual(['city', 'district', 'street', 'community', 'grid', 'building']);
    expect(levelOf('37081')).toBeUndefined();
  });

  it('leads from a building up to the city', () => {
    expect(lineageOf('370811013001-03-12')).toEqual([
      '3708',
      '370811',
      '370811013',
      '370811013001',
      '370811013001-03',
      '370811013001-03-12',
    ]);
    expect(parentOf('3708')).toBeUndefined();
    expect(lineageOf('nonsense')).toEqual([]);
  });

  it('grid 10 does not lie within grid 1', () => {
    expect(liesWithin('370811013001-100', '370811013001-10')).toBe(false);
    expect(liesWithin('370811013001-10-1', '370811013001-10')).toBe(true);
    expect(gridCode('370811013001', 3)).toBe('370811013001-03');
  });

  it('puts full-width digits and long dashes right, and refuses the rest in words', () => {
    expect(readAreaCode(' ３７０８１１０１３００１—03 ')).toEqual({
      ok: true,
      value: { code: '370811013001-03', level: 'grid' },
    });
    expect(readAreaCode('阜桥街道')).toMatchObject({ ok: false, refusal: { code: 'area-code-has-wrong-form' } });
  });
});
