import { returnPlace } from './return-place.js';

describe('the place of somebody who returns after a missed call', () => {
  it('is behind the next three and in front of the fourth', () => {
    expect(returnPlace([4, 5, 6, 7], 3, 20)).toBe(6.5);
  });

  it('is last, yet before whoever comes later, when fewer are waiting', () => {
    const place = returnPlace([19, 20], 3, 20);
    expect(place).toBeGreaterThan(20);
    expect(place).toBeLessThan(21);
    expect(returnPlace([place], 3, 20)).toBeLessThan(21);
  });

  it('is the front when the site asks for it, or nobody waits', () => {
    expect(returnPlace([4], 0, 20)).toBe(3);
    expect(returnPlace([], 3, 20)).toBe(20);
  });
});
