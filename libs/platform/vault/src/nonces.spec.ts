import { freshNonce } from './nonces.js';

describe('nonces', () => {
  it('are never given out twice, also across the blocks they are drawn in', () => {
    const given = new Set<string>();
    for (let turn = 0; turn < 5_000; turn += 1) given.add(freshNonce(12).toString('hex'));
    expect(given.size).toBe(5_000);
  });

  it('have the length that was asked for, whatever is left of a block', () => {
    expect([12, 24, 20_000, 12].map((bytes) => freshNonce(bytes).length)).toEqual([12, 24, 20_000, 12]);
  });
});
