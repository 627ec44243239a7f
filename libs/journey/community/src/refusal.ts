/**
 * Why a value was not taken, for a program (`code`, stable kebab-case) and for the person in front of it.
 * The sentences never repeat the value itself: it may be somebody's ID number or phone.
 */
export interface Refusal {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** Either what was read or the reason why not. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const read = <T>(value: T): Reading<T> => ({ ok: true, value });

export const refuse = (code: string, zh: string, en: string): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, zh, en },
});
