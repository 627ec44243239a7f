import { Injectable } from '@nestjs/common';
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Settings } from '#platform/config';
import { SheetProbe, type SeekableBytes, type SheetFormat } from '#platform/sheets';
import { LedgerIsTooLarge, LedgerUploadBrokeOff } from './community.errors.js';
import { layoutOf } from './ledger-columns.js';
import { LedgerLimits } from './ledger-limits.js';
import type { Reading } from './refusal.js';

export interface StoredLedger {
  readonly bytes: number;
  readonly sha256: Buffer;
  /** 256 bits that open the file; whoever forgets them has destroyed it. */
  readonly key: Buffer;
  readonly format: Reading<SheetFormat>;
}

const block = 16;

/**
 * Keeps uploaded ledgers in the data folder until they are worked off: encrypted with a key of their own (AES-256-CTR,
 * so that a workbook's parts can be read from the middle), readable for this user only.
 */
@Injectable()
export class LedgerFileStore {
  private readonly folder: string;

  constructor(
    settings: Settings,
    private readonly limits: LedgerLimits,
  ) {
    this.folder = join(settings.dataDir, 'ledger-imports');
  }

  /**
   * Takes an upload as it comes, a chunk at a time. Nothing is left behind where it breaks off.
   * @throws LedgerIsTooLarge, LedgerUploadBrokeOff
   */
  async receive(id: string, upload: Readable): Promise<StoredLedger> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const key = randomBytes(32);
    const hash = createHash('sha256');
    const probe = new SheetProbe((cells) => layoutOf(cells) !== undefined);
    const { uploadBytes } = this.limits;
    let bytes = 0;
    const look = new Transform({
      transform(chunk: Buffer, _, done) {
        bytes += chunk.length;
        if (bytes > uploadBytes) {
          done(new LedgerIsTooLarge(uploadBytes));
          return;
        }
        hash.update(chunk);
        probe.push(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(
        upload,
        look,
        createCipheriv('aes-256-ctr', key, Buffer.alloc(block)),
        createWriteStream(this.path(id), { mode: 0o600, flush: true }),
      );
    } catch (trouble) {
      await this.remove(id);
      if (
        trouble instanceof Error &&
        'code' in trouble &&
        ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(String(trouble.code))
      ) {
        throw new LedgerUploadBrokeOff();
      }
      throw trouble;
    }
    return { bytes, sha256: hash.digest(), key, format: probe.verdict() };
  }

  /** The plain bytes of a stored ledger, from anywhere in it. */
  open(id: string, key: Buffer, size: number): SeekableBytes {
    const path = this.path(id);
    return {
      size,
      async *slice(start, end) {
        if (end <= start) return;
        const first = Math.floor(start / block);
        const counter = Buffer.alloc(block);
        counter.writeBigUInt64BE(BigInt(first), 8);
        const decipher = createCipheriv('aes-256-ctr', key, counter);
        let skip = start - first * block;
        for await (const chunk of createReadStream(path, { start: first * block, end: end - 1 })) {
          const plain = decipher.update(chunk as Buffer);
          yield skip === 0 ? plain : plain.subarray(skip);
          skip = 0;
        }
      },
    };
  }

  has(id: string): Promise<boolean> {
    return access(this.path(id)).then(
      () => true,
      () => false,
    );
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  private path(id: string): string {
    return join(this.folder, `${id}.ledger`);
  }
}
