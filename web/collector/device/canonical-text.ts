/**
 * JSON in one way only: keys in order, no spaces, nothing that is undefined. What a device signs, and what the house makes
 * of the same words to compare.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return value === undefined ? 'null' : JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, held]) => held !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => `${JSON.stringify(key)}:${canonicalText(held)}`);
  return `{${members.join(',')}}`;
}
