import { read, refuse, type Reading } from './refusal.js';
import { plainNumber } from './written-form.js';

/** A phone as it is stored, and as a screen may show it. */
export interface PhoneNumber {
  /** Mainland mobile: 11 digits. Elsewhere: `+` and the digits. */
  readonly number: string;
  readonly masked: string;
}

/**
 * Reads a mainland mobile number (1[3-9] and nine digits, with or without +86) or an international one with its `+`.
 * Landlines are refused: nobody can be sent a message there.
 */
export function readPhoneNumber(written: string): Reading<PhoneNumber> {
  const plain = plainNumber(written)
    .replace(/[()]/gu, '')
    .replace(/^(\+|00)86(?=1\d{10}$)/u, '')
    .replace(/^86(?=1\d{10}$)/u, '');
  if (/^1[3-9]\d{9}$/u.test(plain)) return read({ number: plain, masked: `${plain.slice(0, 3)}****${plain.slice(7)}` });
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/u.exec(plain)?.[1];
  if (abroad !== undefined && !abroad.startsWith('86')) {
    return read({ number: `+${abroad}`, masked: `+${abroad.slice(0, 2)}****${abroad.slice(-2)}` });
  }
  return refuse(
    'phone-number-has-wrong-form',
    '手机号应为以1开头的11位数字（境外号码请写+和国家代码），请核对或留空。',
    'A mobile number has 11 digits beginning with 1 (write + and the country code for numbers abroad). Please check it or leave it empty.',
  );
}
