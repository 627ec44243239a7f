/** Weights and check characters of GB 11643-1999 (the residence permits and the 2023 card for foreigners use the same). */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** The check character that belongs to the first seventeen digits. Expects exactly seventeen digits or more. */
export function checkCharacterOf(firstSeventeen: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(firstSeventeen[place]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** True when eighteen characters carry their own check character. */
export function carriesItsCheckCharacter(number: string): boolean {
  return /^\d{17}[\dX]$/u.test(number) && checkCharacterOf(number) === number.charAt(17);
}

/** True for a day that the calendar has (the thirtieth of February is none). */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
