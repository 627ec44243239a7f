import { steadyOrder } from './steady-order.js';

it('keeps rows where they stood; new ones come last', () => {
  const rows = ['d', 'c', 'a', 'b'].map((code) => ({ code }));
  const kept = steadyOrder(rows, ({ code }) => code, ['a', 'x', 'b', 'c']);
  expect(kept.map(({ code }) => code)).toEqual(['a', 'b', 'c', 'd']);
  expect(steadyOrder(rows, ({ code }) => code, [])).toEqual(rows);
});
