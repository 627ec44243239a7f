import { readPhoneNumber } from './phone-number.js';

describe('phone numbers', () => {
  it.each(['13800001234', '+86 138-0000-1234', '8613800001234', '１３８００００１２３４', '(138) 0000 1234'])(
    '%s is the same mobile phone',
    (written) => {
      expect(readPhoneNumber(written)).toEqual({ ok: true, value: { number: '13800001234', masked: '138****1234' } });
    },
  );

  it('takes a number abroad with its country code', () => {
    expect(readPhoneNumber('+852 5123 4567')).toMatchObject({ ok: true, value: { number: '+85251234567' } });
  });

  it.each(['12345678901', '1380000123', '05372345678', 'abc', ''])('%s is refused in words', (written) => {
    expect(readPhoneNumber(written)).toMatchObject({ ok: false, refusal: { code: 'phone-number-has-wrong-form' } });
  });
});
