import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The keys of an installation. They live in a file outside the database and outside its backups. */
export interface Keys {
  vault: Buffer;
  index: Buffer;
  codeSigning: KeyObject;
  codeVerifying: KeyObject;
}

export class KeysRefused extends Error {}

const key256 = z.base64().transform((text, context) => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) context.addIssue({ code: 'custom', message: 'must be 32 bytes in base64' });
  return key;
});
const keysFile = z.object({ vault: key256, index: key256, codeSigning: z.string().includes('PRIVATE KEY') });

/** @throws KeysRefused saying what to do when the file is missing, unreadable or incomplete. */
export function readKeys(path: string): Keys {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new KeysRefused(`The keys file ${path} cannot be read (${(error as Error).message}). Set SHIHE_KEYS_FILE.`);
  }
  try {
    const { vault, index, codeSigning } = keysFile.parse(JSON.parse(text));
    const signing = createPrivateKey(codeSigning);
    return { vault, index, codeSigning: signing, codeVerifying: createPublicKey(signing) };
  } catch {
    throw new KeysRefused(
      `The keys file ${path} is not complete: it needs vault and index (32 bytes, base64) and codeSigning (Ed25519, PEM).`,
    );
  }
}

/** The text of a new keys file. Losing it means losing every sealed name, so it is backed up apart from the database. */
export function newKeys(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return JSON.stringify(
    {
      vault: randomBytes(32).toString('base64'),
      index: randomBytes(32).toString('base64'),
      codeSigning: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    },
    null,
    2,
  );
}
