import { Repeats } from './repeats.js';

it('passes over the same code within two seconds, and no other', () => {
  const repeats = new Repeats();
  expect([repeats.isRepeat('A', 0), repeats.isRepeat('A', 1_900), repeats.isRepeat('A', 3_500)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(repeats.isRepeat('B', 3_600)).toBe(false);
  expect(repeats.isRepeat('A', 3_700)).toBe(false);
  expect(repeats.isRepeat('A', 5_800)).toBe(false);
});
