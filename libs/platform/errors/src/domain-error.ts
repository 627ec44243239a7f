/** How an error is to be treated at a door; each door maps it to its own means (HTTP status, socket ack, dead job). */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'unavailable';

/** One sentence in both languages: what is wrong and what to do about it. Never holds a name, an ID number or a phone. */
export interface Words {
  'zh-CN': string;
  en: string;
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/**
 * A refusal that a person can act on. Rooms subclass it, one class a broken rule (`TubeIsSealed`), with a stable
 * kebab-case `code` that programs may rely on and `details` that hold no personal data.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;
  abstract readonly code: string;

  constructor(
    readonly words: Words,
    readonly details: Record<string, Json> = {},
  ) {
    super(words.en);
    this.name = new.target.name;
  }
}
