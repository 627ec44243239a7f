import { momentInWords } from './swab-refusals.js';

const site = { timeZone: 'Asia/Shanghai', dayStarts: '04:00' };

describe('the moment of an earlier swab in words', () => {
  it('is told by the clock alone on the same day', () => {
    const words = momentInWords(new Date('2026-03-01T02:32:00Z'), new Date('2026-03-01T08:00:00Z'), site);
    expect(words).toEqual({ zh: '今天 10:32', en: 'today at 10:32' });
  });

  it('carries the date on another day', () => {
    const words = momentInWords(new Date('2026-02-28T02:32:00Z'), new Date('2026-03-01T08:00:00Z'), site);
    expect(words).toEqual({ zh: '2月28日 10:32', en: 'on 2026-02-28 at 10:32' });
  });

  it('counts the hours after midnight to the night session before', () => {
    const words = momentInWords(new Date('2026-03-01T13:00:00Z'), new Date('2026-03-01T18:00:00Z'), site);
    expect(words.zh).toBe('今天 21:00');
  });
});
