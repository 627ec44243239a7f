import type { paths } from '../../../contract/client.js';

export type Person = paths['/api/v1/residents/{id}']['get']['responses'][200]['content']['application/json'];

/** What the ledger is asked: one number, one phone, or everybody in an area. */
export type Question =
  { idNumber: string; documentKind?: 'passport'; nationality?: string } | { phone: string } | { area: string };

/** What was found so far. */
export interface Found {
  /** Undefined where nobody asked: somebody was just registered. */
  question: Question | undefined;
  people: readonly Person[];
  /** Where the next page begins; null when this is all. */
  next: string | null;
}

/** A code that was issued here and waits to be printed. */
export interface IssuedCode {
  person: Person;
  payload: string;
  expiresAt: string;
}

/** A number as typed, read from a document or scanned; with a nationality it is a passport's. */
export function questionOf(typed: string, nationality: string): Question {
  const number = typed.replace(/[\s-]/gu, '');
  if (nationality !== '') return { idNumber: number, documentKind: 'passport', nationality };
  return /^(?:\+?86)?1\d{10}$/u.test(number) ? { phone: number } : { idNumber: number.toUpperCase() };
}
