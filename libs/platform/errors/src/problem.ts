import type { DomainError, ErrorKind, Json, Words } from './domain-error.js';

/** An RFC 9457 problem document with both languages, so that a device can show the one its user reads. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  messages: Words;
  [key: string]: Json | Words;
}

const statuses: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  unavailable: 503,
};

export function httpStatusOf(kind: ErrorKind): number {
  return statuses[kind];
}

/** Chinese unless the caller asks for English first (`Accept-Language`). */
export function preferredLanguage(acceptLanguage: string | undefined): keyof Words {
  return acceptLanguage?.trim().toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

export function problemOf(error: DomainError, acceptLanguage?: string): Problem {
  return {
    ...error.details,
    type: `urn:shihe:problem:${error.code}`,
    title: error.name,
    status: httpStatusOf(error.kind),
    code: error.code,
    detail: error.words[preferredLanguage(acceptLanguage)],
    messages: error.words,
  };
}
