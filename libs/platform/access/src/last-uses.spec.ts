import { LastUses } from './last-uses.js';

describe('the last use of a session', () => {
  it('is told once a minute at most, however often the session is used', () => {
    const uses = new LastUses();
    const use = { seenAt: 0, writtenAt: 0 };
    for (let now = 60_000; now < 180_000; now += 10) uses.note('a', use, now);
    expect(use.seenAt).toBe(179_990);
    expect(uses.take()).toEqual([['a', 120_000]]);
    uses.note('a', use, 179_995);
    expect(uses.take()).toEqual([]);
  });

  it('is told later when it could not be told, unless a newer one is known', () => {
    const uses = new LastUses();
    const [a, b] = [
      { seenAt: 0, writtenAt: 0 },
      { seenAt: 0, writtenAt: 0 },
    ];
    uses.note('a', a, 60_000);
    uses.note('b', b, 60_000);
    const taken = uses.take();
    uses.note('a', a, 120_000);
    uses.putBack(taken);
    expect(uses.take()).toEqual([
      ['a', 120_000],
      ['b', 60_000],
    ]);
  });
});
