import { createPublicKey } from 'node:crypto';
import type { Settings } from '#platform/config';
import { imprintChain, imprintNumberOf, type IsVouchedFor } from '#platform/journal';
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
  return { entries: new Set(), imprintsFrom: 0, doubtful: [] };
}

/** Entries that a purge redacted, and imprints that it forgot, are not as they were sealed and rightly so. */
export function vouchingOf({ entries, imprintsFrom }: Vouched): IsVouchedFor {
  return (kind, id, chain) =>
    chain === imprintChain
      ? kind === 'removed' && imprintNumberOf(id) < imprintsFrom
      : kind === 'changed' && entries.has(id);
}
