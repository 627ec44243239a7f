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
function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * The page of a list of which one row more than `limit` was read, and the cursor of the next page where there is one.
 * @param keyOf the values by which the list is ordered
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (last: Row) => (string | number)[],
): { page: Row[]; next: string | null } {
  const last = rows[limit - 1];
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { page: rows.slice(0, limit), next };
}

/** @throws CursorRefused when it was not made here or holds another number of values. */
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

/** The last row of a page that is ordered by a moment and an id. */
export interface MomentAndId {
  /** ISO 8601 in UTC. */
  moment: string;
  id: string;
}

/** @returns undefined for the first page @throws CursorRefused */
export function decodeMomentCursor(cursor: string | undefined): MomentAndId | undefined {
  if (cursor === undefined) return undefined;
  const [moment = '', id = ''] = decodeCursor(cursor, 2).map(String);
  const fits = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(moment) && /^[0-9a-f-]{36}$/.test(id);
  if (!fits || Number.isNaN(Date.parse(moment))) throw new CursorRefused();
  return { moment, id };
}

/** The id of the last row of a page that is ordered by id. @throws CursorRefused */
export function decodeIdCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, 1);
  if (typeof id !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new CursorRefused();
  return id;
}
