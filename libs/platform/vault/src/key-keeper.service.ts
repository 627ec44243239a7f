import { Injectable } from '@nestjs/common';
import { Settings } from '#platform/config';
import { Transactions } from '#platform/database';
import { DataKeyRepository } from './data-key.repository.js';
import { DataKeys, newest } from './data-keys.service.js';
import { KeysFile } from './keys-file.js';
import { readKeys } from './keys.js';
import { lookEverySeconds } from './vault.js';

/** What a renewal changed, by names; never a key. */
export interface Renewal {
  readonly dataKey?: number;
  readonly wrappingKey?: string;
  readonly wrapped: number;
}

/** Renews keys while the house is open. Killed anywhere, it is simply asked again. */
@Injectable()
export class KeyKeeper {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly dataKeys: DataKeys,
    private readonly repository: DataKeyRepository,
  ) {}

  /**
   * A new data key for the ledger. Sealing with it begins when every process has seen it; what was sealed before is
   * sealed anew by the job-runner, and then the old key is forgotten.
   */
  async renewLedgerKey(usableInSeconds = 3 * lookEverySeconds): Promise<Renewal> {
    const by = newest(readKeys(this.settings.keysFile).wrapping);
    const dataKey = await this.transactions.runAs('jobs', async (tx) => {
      await this.repository.hold(tx);
      return this.dataKeys.replace(tx, 'ledger', by, usableInSeconds);
    });
    return { dataKey, wrapped: 0 };
  }

  /**
   * A new key in the keys file, and every data key wrapped with it. The old one stays in the file, for the backups that
   * need it, until `forgetUnused`.
   * @throws KeysRefused when a data key cannot be unwrapped; nothing is changed in the database then
   */
  async renewWrappingKey(): Promise<Renewal> {
    return this.transactions.runAs('jobs', async (tx) => {
      await this.repository.hold(tx);
      const wrappingKey = KeysFile.open(this.settings.keysFile).addWrapping();
      const { wrapping } = readKeys(this.settings.keysFile);
      const wrapped = await this.dataKeys.wrapAll(tx, wrapping, newest(wrapping));
      return { wrappingKey, wrapped };
    });
  }

  /**
   * Destroys what of the keys file nothing in the database needs any more. Backups that need it open no longer.
   * @param nothingOfTheFirst that no envelope of the first format is left
   * @returns the names of the keys that were destroyed
   */
  async forgetUnused(nothingOfTheFirst: boolean): Promise<string[]> {
    return this.transactions.runAs('jobs', async (tx) => {
      await this.repository.hold(tx);
      const file = KeysFile.open(this.settings.keysFile);
      const { wrapping, index } = file.names;
      const used = new Set((await this.repository.living(tx)).map(({ wrappedBy }) => wrappedBy));
      const usedIndex = await this.repository.indexKey(tx);
      const kept = {
        wrapping: wrapping.filter((id, at) => used.has(id) || at === wrapping.length - 1),
        index: index.filter((id) => id === usedIndex),
        first: !nothingOfTheFirst,
      };
      file.keepOnly(kept);
      return [...wrapping, ...index].filter((id) => !kept.wrapping.includes(id) && !kept.index.includes(id));
    });
  }
}
