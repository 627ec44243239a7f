/** Weights and check characters of GB 11643. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The check character that belongs to the first seventeen digits. */
function checkCharacterOf(number: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** An ID number that nobody has, with the right check character: no area begins with 00. @param n below 1,000 */
export function nobodysNumber(n: number): string {
  const number = `00000019900101${String(n).padStart(3, '0')}`;
  return number + checkCharacterOf(number);
}

/** Where somebody who types an ID number stands. */
export type IdEntry =
  { state: 'typing'; left: number } | { state: 'right'; number: string } | { state: 'wrong'; why: 'date' | 'check' };

/** Judges an ID number while it is typed: a date that does not exist shows as soon as it is complete. */
export function judgeIdNumber(typed: string): IdEntry {
  const number = typed.toUpperCase().replace(/[^\dX]/gu, '');
  if (number.length >= 14 && !hasDate(number)) return { state: 'wrong', why: 'date' };
  if (number.length < 18) return { state: 'typing', left: 18 - number.length };
  const isRight = /^\d{17}[\dX]$/u.test(number) && checkCharacterOf(number) === number[17];
  return isRight ? { state: 'right', number } : { state: 'wrong', why: 'check' };
}

function hasDate(number: string): boolean {
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1850 || year > 2100) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The first sign and the last four: what a screen may show of a number. */
export function maskedNumber(number: string): string {
  return `${number.slice(0, 1)}${'*'.repeat(Math.max(number.length - 5, 3))}${number.slice(-4)}`;
}
