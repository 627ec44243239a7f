/**
 * Arrays for parameters, in PostgreSQL's binary form: what goes to the database by the hundred rows. Neither side has to
 * write and read each value as text. Name the type in the statement too: `$1::uuid[]`.
 *
 * @throws TypeError when an element is none of its type; nothing was sent
 */
export const arrayOf = {
  uuid: (values: readonly (string | null)[]) => arrayFrom(2950, values, () => 16, writeUuid),
  bytea: (values: readonly (Buffer | null)[]) =>
    arrayFrom(
      17,
      values,
      ({ length }) => length,
      (to, value, at) => value.copy(to, at),
    ),
  text: (values: readonly (string | null)[]) =>
    arrayFrom(
      25,
      values,
      (value) => Buffer.byteLength(value),
      (to, value, at) => to.write(value, at),
    ),
  timestamptz: (values: readonly (Date | null)[]) =>
    arrayFrom(
      1184,
      values,
      () => 8,
      (to, value, at) => writeWhole(to, microseconds(value), at),
    ),
  int8: (values: readonly (number | null)[]) => arrayFrom(20, values, () => 8, writeWhole),
  int2: (values: readonly (number | null)[]) => arrayFrom(21, values, () => 2, writeSmall),
} as const;

/** `elementType` is the oid that PostgreSQL gives the type; it checks it. */
function arrayFrom<T extends object | string | number>(
  elementType: number,
  values: readonly (T | null)[],
  sizeOf: (value: T) => number,
  write: (to: Buffer, value: T, at: number) => void,
): Buffer {
  const isEmpty = values.length === 0;
  let size = isEmpty ? 12 : 20;
  let hasNull = 0;
  for (const value of values) {
    size += 4;
    if (value === null) hasNull = 1;
    else size += sizeOf(value);
  }
  const array = Buffer.allocUnsafe(size);
  array.writeInt32BE(isEmpty ? 0 : 1, 0);
  array.writeInt32BE(hasNull, 4);
  array.writeInt32BE(elementType, 8);
  if (isEmpty) return array;
  array.writeInt32BE(values.length, 12);
  array.writeInt32BE(1, 16);
  let at = 20;
  for (const value of values) {
    const length = value === null ? -1 : sizeOf(value);
    array.writeInt32BE(length, at);
    at += 4;
    if (value === null) continue;
    write(array, value, at);
    at += length;
  }
  return array;
}

const dash = 45;
/** Where in its text each of the sixteen bytes of a UUID stands. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
/** The worth of each hexadecimal digit by its character code; more than 15 is none. */
const worth = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase());
  return digit < 0 ? 255 : digit;
});

function writeUuid(to: Buffer, value: string, at: number): void {
  let wrong = value.length === 36 ? 0 : 255;
  for (let n = 0; n < 16; n += 1) {
    const place = places[n] ?? 0;
    const high = worth[value.charCodeAt(place)] ?? 255;
    const low = worth[value.charCodeAt(place + 1)] ?? 255;
    wrong |= high | low;
    to[at + n] = (high << 4) | low;
  }
  if (wrong > 15 || !isDivided(value)) throw new TypeError('not a UUID');
}

function isDivided(value: string): boolean {
  const isDash = (place: number) => value.charCodeAt(place) === dash;
  return isDash(8) && isDash(13) && isDash(18) && isDash(23);
}

/** PostgreSQL counts from the year 2000 on. */
function microseconds(moment: Date): number {
  return (moment.getTime() - 946_684_800_000) * 1_000;
}

function writeWhole(to: Buffer, value: number, at: number): void {
  if (!Number.isSafeInteger(value)) throw new TypeError('not a whole number that can be told exactly');
  const high = Math.floor(value / 2 ** 32);
  to.writeInt32BE(high, at);
  to.writeUInt32BE(value - high * 2 ** 32, at + 4);
}

function writeSmall(to: Buffer, value: number, at: number): void {
  if (!Number.isInteger(value) || value < -32_768 || value > 32_767) throw new TypeError('not a small whole number');
  to.writeInt16BE(value, at);
}
