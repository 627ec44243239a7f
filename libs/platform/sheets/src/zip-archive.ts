import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import { brokenWorkbook, UnreadableSheet } from './unreadable-sheet.js';

/** Bytes that can be read from anywhere: a file on disk, or a buffer in a test. */
export interface SeekableBytes {
  readonly size: number;
  /** Bytes from `start` up to, not including, `end`. */
  slice(start: number, end: number): AsyncIterable<Buffer>;
}

interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** A directory longer than this belongs to no workbook. Bytes. */
const longestDirectory = 4 * 1024 * 1024;
const endSignature = Buffer.from([0x50, 0x4b, 5, 6]);

/**
 * The few parts of the ZIP format a workbook needs, read in place: the directory at the end, then single entries as
 * streams. Sizes written in the archive are not believed; what comes out is counted and cut off at the limit.
 */
export class ZipArchive {
  #unpacked = 0;

  private constructor(
    private readonly bytes: SeekableBytes,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
    /** Bytes all read entries may have together. */
    private readonly limit: number,
  ) {}

  static async open(bytes: SeekableBytes, limit: number): Promise<ZipArchive> {
    const tailStart = Math.max(0, bytes.size - 66_000);
    const tail = await collect(bytes.slice(tailStart, bytes.size));
    const end = tail.lastIndexOf(endSignature);
    if (end < 0 || end + 22 > tail.length) throw brokenWorkbook();
    const size = tail.readUInt32LE(end + 12);
    const offset = tail.readUInt32LE(end + 16);
    if (size > longestDirectory || offset + size > bytes.size) throw brokenWorkbook();
    const directory = await collect(bytes.slice(offset, offset + size));
    return new ZipArchive(bytes, entriesIn(directory), limit);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** The unpacked bytes of one entry. Throws {@link UnreadableSheet} where there is none, it is damaged or too large. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw brokenWorkbook();
    const head = await collect(this.bytes.slice(entry.offset, Math.min(entry.offset + 30, this.bytes.size)));
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw brokenWorkbook();
    const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
    const packed = this.bytes.slice(start, Math.min(start + entry.packedSize, this.bytes.size));
    for await (const chunk of entry.method === 0 ? packed : inflate(packed)) {
      this.#unpacked += chunk.length;
      if (this.#unpacked > this.limit) {
        throw new UnreadableSheet({
          code: 'sheet-unpacks-too-large',
          zh: `工作簿解压后超过${Math.floor(this.limit / 1024 / 1024)}MB，请删去多余的工作表和格式，或改用 CSV 分批上传。`,
          en: `The workbook unpacks to more than ${Math.floor(this.limit / 1024 / 1024)} MB; remove other sheets and formats, or upload CSV in parts.`,
        });
      }
      yield chunk;
    }
  }

  /** One small entry whole, as text. */
  async text(name: string): Promise<string> {
    return (await collect(this.read(name))).toString('utf8');
  }
}

async function* inflate(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(packed);
  const inflater = createInflateRaw();
  source.on('error', (trouble) => inflater.destroy(trouble));
  try {
    for await (const chunk of source.pipe(inflater)) yield chunk as Buffer;
  } catch (trouble) {
    if (trouble instanceof Error && 'code' in trouble && String(trouble.code).startsWith('Z_')) throw brokenWorkbook();
    throw trouble;
  } finally {
    source.destroy();
    inflater.destroy();
  }
}

function entriesIn(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50) {
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    const nameLength = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
    const packedSize = directory.readUInt32LE(at + 20);
    // Encrypted entries and other packings are none that a spreadsheet program writes.
    if ((flags & 1) === 0 && (method === 0 || method === 8)) {
      entries.set(name, { name, method, packedSize, offset: directory.readUInt32LE(at + 42) });
    }
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
