import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chownSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { firstKeyId, KeysRefused, readKeys, wrappingKeyOfFirst } from './keys.js';

interface WrittenKey {
  id: string;
  key: string;
}

/** The second format of the keys file, as it is written. */
interface Content {
  format: 2;
  wrapping: WrittenKey[];
  index: WrittenKey[];
  first?: string;
  codeSigning: string;
  certificateSigning: string;
}

/** The text of a new keys file. Losing it means losing every sealed name, so it is backed up apart from the database. */
export function newKeys(): string {
  const content: Content = {
    format: 2,
    wrapping: [newKey()],
    index: [newKey()],
    codeSigning: newSigningKey(),
    certificateSigning: newSigningKey(),
  };
  return textOf(content);
}

/**
 * The keys file in the hands of whoever renews keys. A file of the first format is taken over into the second; it opens
 * the same values as before. Each change is on the disk, whole, when its method returns.
 */
export class KeysFile {
  private constructor(
    readonly path: string,
    private content: Content,
  ) {}

  /** @throws KeysRefused */
  static open(path: string): KeysFile {
    readKeys(path);
    const content = JSON.parse(readFileSync(path, 'utf8')) as Content | FirstContent;
    return new KeysFile(path, 'format' in content ? content : takenOver(content));
  }

  /** Adds a key that wraps data keys from now on; answers its name. */
  addWrapping(): string {
    return this.add('wrapping');
  }

  /** Adds a key for blind indexes; it is used when the database says so. */
  addIndex(): string {
    return this.add('index');
  }

  /** Destroys all keys but these, and the first format's key unless something is still sealed with it. */
  keepOnly(kept: { wrapping: readonly string[]; index: readonly string[]; first: boolean }): void {
    const { first, ...rest } = this.content;
    const content: Content = {
      ...rest,
      wrapping: rest.wrapping.filter(({ id }) => kept.wrapping.includes(id)),
      index: rest.index.filter(({ id }) => kept.index.includes(id)),
      ...(kept.first && first !== undefined ? { first } : {}),
    };
    if (content.wrapping.length === 0 || content.index.length === 0) {
      throw new KeysRefused(`Nothing was removed from ${this.path}: a key that is in use is not in it.`);
    }
    this.save(content);
  }

  get names(): { wrapping: string[]; index: string[] } {
    return { wrapping: this.content.wrapping.map(({ id }) => id), index: this.content.index.map(({ id }) => id) };
  }

  private add(kind: 'wrapping' | 'index'): string {
    const key = newKey();
    this.save({ ...this.content, [kind]: [...this.content[kind], key] });
    return key.id;
  }

  /**
   * Whole or not at all, readable for its owner only, and for the same owner as before. What the old file's blocks held
   * is written over, as far as the disk does that.
   */
  private save(content: Content): void {
    const before = statSync(this.path);
    const draft = `${this.path}.draft`;
    const fresh = openSync(draft, 'w', 0o600);
    const old = writable(this.path);
    try {
      writeSync(fresh, textOf(content));
      if (process.getuid?.() === 0) chownSync(draft, before.uid, before.gid);
      fsyncSync(fresh);
      renameSync(draft, this.path);
      syncFolder(dirname(this.path));
      if (old !== undefined) {
        writeSync(old, randomBytes(before.size), 0, before.size, 0);
        fsyncSync(old);
      }
    } finally {
      closeSync(fresh);
      if (old !== undefined) closeSync(old);
    }
    this.content = content;
  }
}

interface FirstContent {
  vault: string;
  index: string;
  codeSigning: string;
}

function takenOver({ vault, index, codeSigning }: FirstContent): Content {
  const wrapping = wrappingKeyOfFirst(Buffer.from(vault, 'base64')).toString('base64');
  return {
    format: 2,
    wrapping: [{ id: firstKeyId, key: wrapping }],
    index: [{ id: firstKeyId, key: index }],
    first: vault,
    codeSigning,
    certificateSigning: newSigningKey(),
  };
}

function newKey(): WrittenKey {
  return { id: randomBytes(5).toString('hex'), key: randomBytes(32).toString('base64') };
}

function newSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return pem;
}

const textOf = (content: Content) => `${JSON.stringify(content, null, 2)}\n`;

/** Undefined where the file may be read only, also by its owner (mode 0400). */
function writable(path: string): number | undefined {
  try {
    return openSync(path, 'r+');
  } catch {
    return undefined;
  }
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
