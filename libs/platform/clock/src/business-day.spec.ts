import { businessDay, wallTime } from './business-day.js';

describe('the business day of a site', () => {
  it('begins at the hour the site has chosen, on the local clock', () => {
    expect(businessDay(new Date('2026-03-01T19:59:00Z'), 'Asia/Shanghai', '04:00')).toBe('2026-03-01');
    expect(businessDay(new Date('2026-03-01T20:00:00Z'), 'Asia/Shanghai', '04:00')).toBe('2026-03-02');
  });

  it('is the calendar day when no other hour is chosen', () => {
    expect(businessDay(new Date('2026-03-01T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-02');
  });

  it('shows the local wall time', () => {
    expect(wallTime(new Date('2026-03-01T02:32:00Z'), 'Asia/Shanghai')).toBe('10:32');
  });
});
