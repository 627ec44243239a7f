import { checkCharacterOf } from '../check-digit.js';
import type { Sex } from '../identity-document.js';

/** Sequences under one generated area code: 500 for men (odd) and 500 for women (even). */
const perAreaCode = 500;

/**
 * An ID number that no one can have: its area begins with 00, which no province has, and its check digit is right.
 * The running number goes into area and sequence, so no two are ever equal, whatever the birth dates. Up to 5,000,000.
 */
export function generatedIdNumber(running: number, birthDate: string, sex: Sex): string {
  const area = `00${String(Math.floor(running / perAreaCode)).padStart(4, '0')}`;
  const sequence = String((running % perAreaCode) * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const seventeen = area + birthDate.replaceAll('-', '') + sequence;
  return seventeen + checkCharacterOf(seventeen);
}

/** A number from 154, which no carrier has been given, so nobody's phone ever rings. */
export function generatedPhone(running: number): string {
  return `154${String(running % 100_000_000).padStart(8, '0')}`;
}
