import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config';
import { Transactions, type Tx } from '#platform/database';
import { DataKeyRepository } from './data-key.repository.js';
import { DataKeys, foreignFile, newest } from './data-keys.service.js';
import { KeyRing, type Purpose } from './key-ring.js';
import { KeysFile } from './keys-file.js';
import { KeysRefused, readKeys } from './keys.js';
import { Vault } from './vault.js';

/** The keys that take the place of all others, and the names of those; no key itself. */
export interface Turnover {
  readonly wrapping: string;
  readonly index: string;
  readonly dataKey: number;
  readonly oldWrapping: readonly string[];
  readonly oldIndex: readonly string[];
}

export interface DestroyedKey {
  readonly id: number;
  readonly purpose: Purpose;
}

/**
 * Replaces every key for good, so that what was sealed and is not sealed anew never opens again, from no backup either.
 * For a house in which nobody works at this moment; each step may be done again after a crash.
 */
@Injectable()
export class KeyTurnover {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly dataKeys: DataKeys,
    private readonly repository: DataKeyRepository,
  ) {}

  /** Until it is ended, the vault opens for nobody else. Saying it again changes nothing. */
  async pause(reason: string): Promise<void> {
    await this.transactions.run((tx) => this.repository.pause(tx, reason));
  }

  async endPause(tx: Tx): Promise<void> {
    await this.repository.endPause(tx);
  }

  /** New keys beside the old ones: from here on everything is sealed and indexed with them. */
  async begin(): Promise<Turnover> {
    return this.transactions.run(async (tx) => {
      await this.repository.hold(tx);
      const file = KeysFile.open(this.settings.keysFile);
      const { wrapping: oldWrapping, index: oldIndex } = file.names;
      const wrapping = file.addWrapping();
      const index = file.addIndex();
      const keys = readKeys(this.settings.keysFile);
      await this.dataKeys.wrapAll(tx, keys.wrapping, newest(keys.wrapping));
      const dataKey = await this.dataKeys.replace(tx, 'ledger', newest(keys.wrapping), 0);
      return { wrapping, index, dataKey, oldWrapping, oldIndex };
    });
  }

  /** Opens with all keys that are still there, seals and indexes with the new ones. */
  async vaultOf({ index }: Turnover): Promise<Vault> {
    const keys = readKeys(this.settings.keysFile);
    const ring = new KeyRing(keys);
    ring.take(await this.dataKeys.living());
    const key = keys.index.find(({ id }) => id === index);
    if (key === undefined) throw new KeysRefused(foreignFile(keys));
    return new Vault(ring, key.key);
  }

  /** Destroys in the database the ledger's older keys and those of these purposes; the new index is the index now. */
  async destroy(tx: Tx, { dataKey, index }: Turnover, purposes: readonly Purpose[]): Promise<DestroyedKey[]> {
    await this.repository.hold(tx);
    const gone = (await this.repository.living(tx)).filter(
      ({ id, purpose }) => (purpose === 'ledger' && id !== dataKey) || purposes.includes(purpose),
    );
    await this.repository.destroy(
      tx,
      gone.map(({ id }) => id),
    );
    await this.repository.useIndexKey(tx, index);
    return gone.map(({ id, purpose }) => ({ id, purpose }));
  }

  /** Destroys every older key of the keys file. @throws KeysRefused while something in the database still needs one */
  async forget({ wrapping, index }: Turnover): Promise<void> {
    const needed = (await this.repository.living()).filter(({ wrappedBy }) => wrappedBy !== wrapping);
    if (needed.length > 0 || (await this.repository.indexKey()) !== index) {
      throw new KeysRefused('Older keys are still needed: nothing was taken out of the keys file.');
    }
    KeysFile.open(this.settings.keysFile).keepOnly({ wrapping: [wrapping], index: [index], first: false });
  }
}
