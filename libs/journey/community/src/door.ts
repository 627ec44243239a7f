/** Somebody without a door number is a household alone; strangers must never share a household's tube. */
export function doorOfNobodyElse(documentIndex: Buffer): string {
  return `~${documentIndex.subarray(0, 9).toString('base64url')}`;
}
