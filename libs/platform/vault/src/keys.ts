import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A key of the keys file, under the name by which the database knows it. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** The keys of an installation. They live in a file outside the database and outside its backups. */
export interface Keys {
  /** Where they were read, to read them again after somebody renewed one. */
  readonly file?: string;
  /** They wrap the data keys in the database; the last one is the newest. */
  readonly wrapping: readonly NamedKey[];
  /** For blind indexes; the database says which one its indexes are made with. */
  readonly index: readonly NamedKey[];
  /** Data key 0: the one key of a file of the first format. Gone as soon as nothing is sealed with it any more. */
  readonly first?: Buffer;
  readonly codeSigning: KeyObject;
  readonly codeVerifying: KeyObject;
  /** Signs certificates of what was purged; a file of the first format has none. */
  readonly certificateSigning?: KeyObject;
}

export class KeysRefused extends Error {}

const key256 = z.base64().transform((text, context) => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
  return key;
});
const privateKey = z.string().includes('PRIVATE KEY');
const named = z.object({ id: z.string().regex(/^[a-z0-9]{1,16}$/), key: key256 });
const firstFormat = z.object({ vault: key256, index: key256, codeSigning: privateKey });
const secondFormat = z.object({
  format: z.literal(2),
  wrapping: z.array(named).min(1),
  index: z.array(named).min(1),
  first: key256.optional(),
  codeSigning: privateKey,
  certificateSigning: privateKey,
});

/** The name of the keys that a file of the first format stands for. */
export const firstKeyId = 'first';

/** The key that wraps data keys while the file is of the first format; the file's own key opens old envelopes only. */
export function wrappingKeyOfFirst(vault: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', vault, Buffer.alloc(0), 'shihe wrapping key', 32));
}

/** @throws KeysRefused saying what to do when the file is missing, unreadable or incomplete. */
export function readKeys(path: string): Keys {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new KeysRefused(`The keys file ${path} cannot be read (${(error as Error).message}). Set SHIHE_KEYS_FILE.`);
  }
  try {
    return { ...keysIn(text), file: path };
  } catch {
    throw new KeysRefused(
      `The keys file ${path} is not complete: restore it from its copy, or make one with node bin/keys.mjs new <file>.`,
    );
  }
}

function keysIn(text: string): Keys {
  const content = JSON.parse(text) as { format?: unknown };
  if (content.format === undefined) {
    const { vault, index, codeSigning } = firstFormat.parse(content);
    return {
      wrapping: [{ id: firstKeyId, key: wrappingKeyOfFirst(vault) }],
      index: [{ id: firstKeyId, key: index }],
      first: vault,
      ...pair(codeSigning),
    };
  }
  const { wrapping, index, first, codeSigning, certificateSigning } = secondFormat.parse(content);
  return {
    wrapping,
    index,
    ...(first && { first }),
    ...pair(codeSigning),
    certificateSigning: createPrivateKey(certificateSigning),
  };
}

function pair(pem: string): Pick<Keys, 'codeSigning' | 'codeVerifying'> {
  const codeSigning = createPrivateKey(pem);
  return { codeSigning, codeVerifying: createPublicKey(codeSigning) };
}
