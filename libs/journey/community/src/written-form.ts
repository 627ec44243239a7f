/**
 * What people type and what is meant: full-width digits and letters (a Chinese input method left on), stray spaces,
 * zero-width characters pasted from chat programs, and long dashes between groups of digits.
 */
const unseen = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu;

/** Full-width forms become their ordinary ones, unseen characters go, the ends are trimmed. */
export function plainText(written: string): string {
  return written
    .replace(unseen, '')
    .replace(/[\uFF01-\uFF5E]/gu, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A document number or phone as one word: no spaces, upper-case letters, every kind of dash dropped. */
export function plainNumber(written: string): string {
  return plainText(written)
    .replace(/[\s\-\u2010-\u2015\u2212\u00B7.]/gu, '')
    .toUpperCase();
}
