const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A number with the right check character that nobody can have: the area code begins with 00. */
export function idNumberOf(lane: number, n: number): string {
  const area = `00${lane % 10}${String(Math.floor(n / 999) % 1_000).padStart(3, '0')}`;
  const body = `${area}19900101${String(1 + (n % 999)).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}

export const phoneOf = (lane: number, n: number): string => `1990${lane % 10}${String(n % 1_000_000).padStart(6, '0')}`;

/** Base32 of RFC 4648 as authenticator apps read it. */
export function bytesOfBase32(text: string): Buffer {
  const bits = Array.from(text, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
