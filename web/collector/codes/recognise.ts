import { judgeIdNumber } from './id-number.js';

/** What a scanner read, by kind: whoever holds the wrong thing under it is told what it is. */
export type Recognised =
  | {
      kind: 'person-code';
      code: string;
      reference: string;
      keyId: string;
      expiresAt: number;
      said: string;
      signature: string;
    }
  | { kind: 'person-code-broken' }
  | { kind: 'id-number'; number: string }
  | { kind: 'id-number-wrong' }
  | { kind: 'enrolment'; enrolmentId: string; code: string }
  | { kind: 'box'; code: string }
  | { kind: 'tube'; barcode: string }
  | { kind: 'unknown' };

const personCode =
  /^SH1\.([A-Za-z0-9_-]{1,16})\.([A-Za-z0-9_-]{16})\.([0-9a-z]{1,9})\.([0-9a-z]{1,9})\.([A-Za-z0-9_-]{86})$/u;
const enrolmentCode = /^SE1\.([0-9a-fA-F-]{36})\.([0-9A-Za-z]{4,32})$/u;

export interface CodePatterns {
  tube: string;
  box: string;
}

/** Tells codes apart, the most telling form first: a number that is an ID number is no tube, though a tube's pattern may allow it. */
export function recognise(scanned: string, patterns: CodePatterns): Recognised {
  const text = scanned.trim();
  if (text.startsWith('SH1.')) return readPersonCode(text);
  const [, enrolmentId, code] = enrolmentCode.exec(text) ?? [];
  if (enrolmentId !== undefined && code !== undefined) {
    return { kind: 'enrolment', enrolmentId: enrolmentId.toLowerCase(), code };
  }
  const idEntry = /^\d{17}[\dXx]$/u.test(text) ? judgeIdNumber(text) : undefined;
  if (idEntry?.state === 'right') return { kind: 'id-number', number: idEntry.number };
  if (matches(patterns.box, text)) return { kind: 'box', code: text };
  // Eighteen digits with a date in them are meant to be an ID number, and one was misread.
  if (idEntry?.state === 'wrong' && idEntry.why === 'check') return { kind: 'id-number-wrong' };
  if (matches(patterns.tube, text)) return { kind: 'tube', barcode: text };
  return { kind: 'unknown' };
}

function readPersonCode(text: string): Recognised {
  const [, keyId, reference, issued, expires, signature] = personCode.exec(text) ?? [];
  if (keyId === undefined || reference === undefined || expires === undefined || signature === undefined) {
    return { kind: 'person-code-broken' };
  }
  const said = `SH1.${keyId}.${reference}.${issued ?? ''}.${expires}`;
  return {
    kind: 'person-code',
    code: text,
    reference,
    keyId,
    expiresAt: Number.parseInt(expires, 36),
    said,
    signature,
  };
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return false;
  }
}
