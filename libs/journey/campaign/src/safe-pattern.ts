const atom = String.raw`(?:[A-Za-z0-9_-]|\\d|\[(?:[A-Za-z0-9_-])+\])(?:\{\d{1,2}(?:,\d{1,2})?\})?`;
const shape = new RegExp(String.raw`^\^(?:${atom}){1,16}\$$`);

/**
 * Whether a pattern that somebody typed in may be run against what a scanner reads. Only anchored sequences of
 * characters and classes with counts pass, and at most two of them of variable length, so that no input can make the
 * match slow.
 */
export function isSafePattern(pattern: string): boolean {
  if (pattern.length > 64 || !shape.test(pattern)) return false;
  if ((pattern.match(/\{\d+,\d+\}/g) ?? []).length > 2) return false;
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}
