import { judgeIdNumber, maskedNumber, nobodysNumber } from './id-number.js';

describe('an ID number as it is typed', () => {
  it('is right when it carries its own check character', () => {
    expect(judgeIdNumber('001000199001010019')).toEqual({ state: 'right', number: '001000199001010019' });
    expect(judgeIdNumber('00100019900101002x')).toMatchObject({ state: 'wrong', why: 'check' });
  });

  it('may end with an X, typed small or large', () => {
    const ends = Array.from('0123456789X').filter((end) => judgeIdNumber(`00100019900101007${end}`).state === 'right');
    expect(ends).toHaveLength(1);
    const withX = Array.from({ length: 60 }, (_, n) => `001000199001010${String(n).padStart(2, '0')}x`);
    expect(withX.some((number) => judgeIdNumber(number).state === 'right')).toBe(true);
  });

  it('tells how many signs are left, and a date that does not exist at once', () => {
    expect(judgeIdNumber('0010')).toEqual({ state: 'typing', left: 14 });
    expect(judgeIdNumber('00100019900231')).toEqual({ state: 'wrong', why: 'date' });
  });

  it('finds two digits that were swapped', () => {
    expect(judgeIdNumber('001000199010100019')).toMatchObject({ state: 'wrong' });
  });

  it('is nobody’s, and right all the same, where only the page itself scans', () => {
    const numbers = [0, 7, 42, 999].map(nobodysNumber);
    for (const number of numbers) expect(judgeIdNumber(number)).toEqual({ state: 'right', number });
    expect(numbers.every((number) => number.startsWith('00'))).toBe(true);
  });

  it('is shown with its first sign and its last four alone', () => {
    expect(maskedNumber('001000199001010019')).toBe('0*************0019');
  });
});
