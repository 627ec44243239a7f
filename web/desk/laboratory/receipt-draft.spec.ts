import { balance, withAccepted, without, withRejected } from './receipt-draft.js';

const empty = { id: '1', accepted: [], rejected: [] };

describe('what was found in a box', () => {
  it('lists each tube once, accepted or rejected', () => {
    const twice = withAccepted(withAccepted(empty, 'A'), 'A');
    expect(twice.accepted).toEqual(['A']);
    const rejected = withRejected(twice, 'A', 'leaks');
    expect(rejected).toMatchObject({ accepted: [], rejected: [{ barcode: 'A', reason: 'leaks' }] });
    expect(withAccepted(rejected, 'A')).toMatchObject({ accepted: ['A'], rejected: [] });
    expect(without(rejected, 'A')).toEqual(empty);
  });

  it('tells what is missing and what is too much', () => {
    const draft = withRejected(withAccepted(withAccepted(empty, 'A'), 'X'), 'B', 'leaks');
    expect(balance(draft, ['A', 'B', 'C'])).toEqual({ missing: ['C'], surplus: ['X'] });
  });
});
