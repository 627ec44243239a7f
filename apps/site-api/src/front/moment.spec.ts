import { deviceMoment, givenDay, givenMoment } from './moment.js';

describe('a time that somebody gives', () => {
  it('is planned in years in which a test could take place', () => {
    for (const time of ['2000-01-01T00:00:00Z', '2199-12-31T23:59:59+08:00']) {
      expect(givenMoment.safeParse(time).success).toBe(true);
    }
    for (const time of [
      '1999-12-31T23:59:59Z',
      '2200-01-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '2026-02-30T00:00:00Z',
    ]) {
      expect(givenMoment.safeParse(time).success).toBe(false);
    }
    expect(givenDay.safeParse('2026-02-28').success).toBe(true);
    expect(givenDay.safeParse('9999-01-01').success).toBe(false);
  });

  it('may be 1970 where a device says it, for its clock may have stopped', () => {
    expect(deviceMoment.safeParse('1970-01-01T00:00:00Z').success).toBe(true);
    expect(deviceMoment.safeParse('1969-12-31T19:00:00-05:00').success).toBe(true);
    expect(deviceMoment.safeParse('0000-01-01T00:00:00Z').success).toBe(false);
    expect(deviceMoment.safeParse('9999-12-31T23:59:59Z').success).toBe(false);
  });

  it('says which zone it is in', () => {
    expect(givenMoment.safeParse('2026-04-01T08:00:00').success).toBe(false);
    expect(deviceMoment.safeParse('2026-04-01T08:00:00').success).toBe(false);
  });
});
