import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Database, Transactions } from '#platform/database';
import { DataKeyRepository } from './data-key.repository.js';
import { DataKeys, foreignFile } from './data-keys.service.js';
import { KeyKeeper } from './key-keeper.service.js';
import { KeyRing } from './key-ring.js';
import { KeysRefused, type Keys } from './keys.js';
import { Vault } from './vault.js';

export const KEYS = Symbol('KEYS');

@Global()
@Module({})
export class VaultModule {
  /** @throws KeysRefused at the start when the keys do not open what the database holds */
  static with(keys: Keys): DynamicModule {
    return {
      module: VaultModule,
      providers: [
        { provide: KEYS, useValue: keys },
        DataKeyRepository,
        {
          provide: DataKeys,
          inject: [Transactions, DataKeyRepository],
          useFactory: (transactions: Transactions, repository: DataKeyRepository) =>
            new DataKeys(keys, transactions, repository),
        },
        KeyKeeper,
        // The database is asked for by name so that it is open by then.
        { provide: Vault, inject: [DataKeys, Database], useFactory: (dataKeys: DataKeys) => openVault(keys, dataKeys) },
      ],
      exports: [KEYS, Vault, DataKeys, DataKeyRepository, KeyKeeper],
    };
  }
}

async function openVault(keys: Keys, dataKeys: DataKeys): Promise<Vault> {
  await dataKeys.ensure('ledger');
  const ring = new KeyRing(keys);
  ring.take(await dataKeys.living());
  if (!ring.sealsFor('ledger')) throw new KeysRefused(foreignFile(keys));
  return new Vault(ring, await dataKeys.indexKey(), dataKeys);
}
