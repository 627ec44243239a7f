import { createPublicKey } from 'node:crypto';
import type { Settings } from '#platform/config';
import { KeysRefused, readKeys } from '#platform/vault';
import type { JournalRedactor, Vouched } from './journal-redactor.service.js';

/** What certificates vouch for; without the key that signs them nothing is vouched for. */
export async function vouchedIn(settings: Settings, redactor: JournalRedactor): Promise<Vouched> {
  try {
    const signing = readKeys(settings.keysFile).certificateSigning;
    if (signing !== undefined) return await redactor.vouched(createPublicKey(signing));
  } catch (error) {
    if (!(error instanceof KeysRefused)) throw error;
  }
  return { entries: new Set(), doubtful: [] };
}
