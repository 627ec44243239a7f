import { questionOf } from './found.js';

describe('what is asked of the ledger', () => {
  it.each([
    ['138 0000 0000', '', { phone: '13800000000' }],
    ['+86 138-0000-0000', '', { phone: '+8613800000000' }],
    ['00100019900101002x', '', { idNumber: '00100019900101002X' }],
    // Fifteen digits that begin with a one are an old document and no phone.
    ['130503670401001', '', { idNumber: '130503670401001' }],
    ['E12345678', 'JPN', { idNumber: 'E12345678', documentKind: 'passport', nationality: 'JPN' }],
    ['13800000000', 'USA', { idNumber: '13800000000', documentKind: 'passport', nationality: 'USA' }],
  ])('is told from %s and %j', (typed, nationality, question) => {
    expect(questionOf(typed, nationality)).toEqual(question);
  });
});
