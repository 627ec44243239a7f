import { levelBelow, noNumbers, percentOf } from './coverage-numbers.js';

describe('the shares of coverage', () => {
  it('say a hundred only when everybody has come', () => {
    expect(percentOf({ ...noNumbers(), should: 10_000, sampled: 9_999 }).sampledOfShould).toBe(99.9);
    expect(percentOf({ ...noNumbers(), should: 3, sampled: 3, tested: 1 })).toMatchObject({
      sampledOfShould: 100,
      testedOfSampled: 33.3,
    });
  });

  it('say nothing where there is nobody', () => {
    expect(percentOf(noNumbers()).sampledOfShould).toBeNull();
  });

  it('go down from the city to the building', () => {
    expect(levelBelow('city')).toBe('district');
    expect(levelBelow('building')).toBeUndefined();
  });
});
