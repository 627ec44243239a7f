import { forecastOf, type Footing } from './forecast.js';

const now = new Date('2026-03-01T18:00:00Z');
const footing: Footing = {
  remaining: 3_000,
  peopleLastHour: 1_000,
  working: 10,
  idle: 2,
  now,
  deadline: new Date('2026-03-01T22:00:00Z'),
};

describe('the forecast of the finish', () => {
  it('goes on at the pace of the last hour', () => {
    expect(forecastOf(footing)).toEqual({
      kind: 'on-time',
      remaining: 3_000,
      finish: new Date('2026-03-01T21:00:00Z'),
      minutesSpare: 60,
    });
  });

  it('says how many more tables would make it, at the pace of those that work', () => {
    // 6,000 people in 4 hours are 1,500 an hour, which takes 15 tables at 100 an hour each.
    expect(forecastOf({ ...footing, remaining: 6_000 })).toMatchObject({
      kind: 'late',
      finish: new Date('2026-03-02T00:00:00Z'),
      minutesLate: 120,
      moreTables: 5,
      idle: 2,
    });
    expect(forecastOf({ ...footing, remaining: 4_000 })).toMatchObject({ kind: 'on-time', minutesSpare: 0 });
    expect(forecastOf({ ...footing, remaining: 4_100 })).toMatchObject({ kind: 'late', moreTables: 1 });
  });

  it('promises no tables once the deadline has passed, and nothing without a pace', () => {
    expect(forecastOf({ ...footing, deadline: now })).toMatchObject({ kind: 'late', moreTables: null });
    expect(forecastOf({ ...footing, peopleLastHour: 0 })).toEqual({ kind: 'no-pace', remaining: 3_000 });
    expect(forecastOf({ ...footing, remaining: 0 })).toEqual({ kind: 'done' });
  });
});
