import { parseRoundSettings } from './round-settings.js';
import { isSafePattern } from './safe-pattern.js';

describe('the settings of a round', () => {
  it('are those of common practice where nothing else is said', () => {
    expect(parseRoundSettings({ unreceivedAlarmMinutes: 300 })).toEqual({
      toleratedClockSkewMinutes: 5,
      retestDeadlineHours: 12,
      openTubeAlarmMinutes: 60,
      unboxedAlarmMinutes: 120,
      undispatchedAlarmMinutes: 180,
      unreceivedAlarmMinutes: 300,
      hubDwellAlarmMinutes: 60,
      untestedMinutes: 360,
      positivesNeedSecondPerson: true,
      coverageTargetPercent: 95,
      barcodePattern: '^[A-Za-z0-9-]{4,32}$',
      boxPattern: '^BX[A-Za-z0-9-]{1,62}$',
    });
  });

  it('refuse a setting that does not exist', () => {
    expect(() => parseRoundSettings({ poolSize: 10 })).toThrow();
  });
});

describe('the pattern of barcodes', () => {
  it.each(['^[A-Za-z0-9-]{4,32}$', '^T\\d{5}$', '^SD[0-9]{8}$'])('may be %s', (pattern) => {
    expect(isSafePattern(pattern)).toBe(true);
  });

  it.each(['^(a+)+$', '.*', '^[a-z]*$', 'T\\d{5}', '^[z-a]$', '^a{5,2}$', '^a{1,9}a{1,9}a{1,9}$', '', '^$'])(
    'may not be %s, which could be slow or match anything',
    (pattern) => {
      expect(isSafePattern(pattern)).toBe(false);
    },
  );
});
