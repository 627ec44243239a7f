/** One file of an archive. */
export interface ArchivedFile {
  name: string;
  content: string;
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** A zip archive with its files as they are, not packed: a list of thousands stays small, and nothing needs to be brought along. */
export function zipOf(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const file of files) {
    const name = encoder.encode(file.name);
    const content = encoder.encode(file.content);
    // Version 2.0, names in UTF-8, stored; 1 January 1980, so that the same list gives the same file.
    const common = [20, 0x0800, 0, 0, 0x21];
    const sums: [number, number, number] = [crc32(content), content.length, content.length];
    const local = record(0x04034b50, common, sums, [name.length, 0]);
    parts.push(local, name, content);
    directory.push(record(0x02014b50, [20, ...common], sums, [name.length, 0, 0, 0, 0], [0, offset]), name);
    offset += local.length + name.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = files.length;
  const end = record(0x06054b50, [0, 0, count, count], [size, offset], [0]);
  return joined([...parts, ...directory, end]);
}

/** A signature, then numbers of two and of four bytes by turns, the lowest byte first. */
function record(signature: number, ...groups: number[][]): Uint8Array {
  const bytes: number[] = [];
  const put = (value: number, width: number) => {
    for (let at = 0; at < width; at += 1) bytes.push((value >>> (8 * at)) & 0xff);
  };
  put(signature, 4);
  groups.forEach((group, nth) => group.forEach((value) => put(value, nth % 2 === 0 ? 2 : 4)));
  return Uint8Array.from(bytes);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
