import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Acting, Database, Transactions } from '#platform/database';
import { DataKeyRepository } from './data-key.repository.js';
import { DataKeys, foreignFile } from './data-keys.service.js';
import { KeyKeeper } from './key-keeper.service.js';
import { KeyTurnover } from './key-turnover.service.js';
import { KeyRing } from './key-ring.js';
import { KeysRefused, type Keys } from './keys.js';
import { Vault } from './vault.js';

export const KEYS = Symbol('KEYS');

@Global()
@Module({})
export class VaultModule {
  /**
   * @param evenPaused for whoever replaces keys for good
   * @throws KeysRefused at the start when the keys do not open what the database holds
   */
  static with(keys: Keys, { evenPaused = false } = {}): DynamicModule {
    return {
      module: VaultModule,
      providers: [
        { provide: KEYS, useValue: keys },
        DataKeyRepository,
        {
          provide: DataKeys,
          inject: [Transactions, DataKeyRepository, Acting],
          useFactory: (transactions: Transactions, repository: DataKeyRepository, acting: Acting) =>
            new DataKeys(keys, transactions, repository, acting),
        },
        KeyKeeper,
        KeyTurnover,
        // The database is asked for by name so that it is open by then.
        {
          provide: Vault,
          inject: [DataKeys, Acting, Database],
          useFactory: (dataKeys: DataKeys, acting: Acting) =>
            acting.asHouse(() => openVault(keys, dataKeys, evenPaused)),
        },
      ],
      exports: [KEYS, Vault, DataKeys, DataKeyRepository, KeyKeeper, KeyTurnover],
    };
  }
}

async function openVault(keys: Keys, dataKeys: DataKeys, evenPaused: boolean): Promise<Vault> {
  if (!evenPaused) await dataKeys.refuseWhilePaused();
  await dataKeys.ensure('ledger');
  const ring = new KeyRing(keys);
  ring.take(await dataKeys.living());
  if (!ring.sealsFor('ledger')) throw new KeysRefused(foreignFile(keys));
  return new Vault(ring, await dataKeys.indexKey(), dataKeys);
}
