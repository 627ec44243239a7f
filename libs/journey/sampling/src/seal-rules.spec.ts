import { objectionToSeal } from './seal-rules.js';

const ten = { filled: 10, capacity: 10, poolClass: '10' };

describe('sealing a tube', () => {
  it('needs nothing more when it is full and the count agrees', () => {
    expect(objectionToSeal(ten, { countedSwabs: 10 })).toBeUndefined();
  });

  it('is refused when the pair counted another number than the system', () => {
    expect(objectionToSeal(ten, { countedSwabs: 9 })).toBe('count-differs');
    expect(objectionToSeal(ten, { countedSwabs: 9, reason: 'count-differs' })).toBe('count-differs');
    expect(objectionToSeal(ten, { countedSwabs: 9, reason: 'other', note: '少一支' })).toBe('count-differs');
  });

  it('goes on with another number when the pair says so and writes what happened', () => {
    expect(objectionToSeal(ten, { countedSwabs: 9, reason: 'count-differs', note: '一支掉落' })).toBeUndefined();
  });

  it('needs a reason while places are free', () => {
    const seven = { ...ten, filled: 7 };
    expect(objectionToSeal(seven, { countedSwabs: 7 })).toBe('not-full');
    expect(objectionToSeal(seven, { countedSwabs: 7, reason: 'end-of-session' })).toBeUndefined();
  });

  it('needs no reason for a household of three', () => {
    expect(objectionToSeal({ filled: 3, capacity: 10, poolClass: 'household' }, { countedSwabs: 3 })).toBeUndefined();
  });

  it('is refused while the tube is empty', () => {
    expect(objectionToSeal({ ...ten, filled: 0 }, { countedSwabs: 0, reason: 'other' })).toBe('empty');
  });
});
