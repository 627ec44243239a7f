import { dutyWarning, minutesOnDuty } from './time-on-duty.js';

const eight = new Date('2026-03-01T00:00:00Z');

describe('time on duty', () => {
  it('runs from the beginning of the shift to its end', () => {
    expect(minutesOnDuty(eight, null, new Date('2026-02-28T23:00:00Z'))).toBe(0);
    expect(minutesOnDuty(eight, null, new Date('2026-03-01T01:59:59Z'))).toBe(119);
    expect(minutesOnDuty(eight, new Date('2026-03-01T01:00:00Z'), new Date('2026-03-01T05:00:00Z'))).toBe(60);
  });

  it('warns when a change is due and insists when relief is overdue', () => {
    expect([119, 120, 239, 240].map((minutes) => dutyWarning(minutes, 120, 240))).toEqual([
      'none',
      'change-soon',
      'change-soon',
      'relieve-now',
    ]);
  });
});
