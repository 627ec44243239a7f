import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { Keys } from './keys.js';
import { Vault } from './vault.js';

export const KEYS = Symbol('KEYS');

@Global()
@Module({})
export class VaultModule {
  static with(keys: Keys): DynamicModule {
    return {
      module: VaultModule,
      providers: [
        { provide: KEYS, useValue: keys },
        { provide: Vault, useValue: new Vault(keys) },
      ],
      exports: [KEYS, Vault],
    };
  }
}
