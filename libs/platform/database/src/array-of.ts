/**
 * An array for a parameter of a type whose text never needs quoting: ids, numbers, times, bytes. For a batch of hundreds of
 * rows this is several times faster than the general way, which looks at each character.
 * @throws when an element could be taken for more than one
 */
export function plainArray(values: readonly (string | number | Date | Buffer | null)[]): string {
  let text = '{';
  for (let n = 0; n < values.length; n += 1) text += (n > 0 ? ',' : '') + plain(values[n] ?? null);
  return `${text}}`;
}

function plain(value: string | number | Date | Buffer | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return `\\\\x${value.toString('hex')}`;
  if (!/^[0-9a-z-]+$/i.test(value) || value.toLowerCase() === 'null')
    throw new Error('not an element of a plain array');
  return value;
}
