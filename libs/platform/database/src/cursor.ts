import { DomainError } from '#platform/errors';

export class CursorRefused extends DomainError {
  readonly kind = 'invalid';
  readonly code = 'cursor-refused';

  constructor() {
    super({
      'zh-CN': '翻页标记无效，请从第一页重新读取。',
      en: 'The page cursor is not valid. Read again from the first page.',
    });
  }
}

/** An opaque cursor for the last row of a page: the values by which the list is ordered. */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** @throws CursorRefused when it was not made by `encodeCursor` or holds another number of values. */
export function decodeCursor(cursor: string, length: number): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const fits =
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string' || typeof value === 'number');
    if (fits) return values;
  } catch {
    // Falls through to the refusal: any unreadable cursor is the same mistake.
  }
  throw new CursorRefused();
}

/** The id of the last row of a page that is ordered by id. @throws CursorRefused */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new CursorRefused();
  return id;
}
