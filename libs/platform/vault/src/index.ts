export { Vault } from './vault.js';
export type { Place } from './envelope.js';
export { KeyIsNotHere, type Purpose } from './key-ring.js';
export { VaultModule, KEYS } from './vault.module.js';
export { readKeys, KeysRefused, type Keys } from './keys.js';
export { newKeys, KeysFile } from './keys-file.js';
export { KeyKeeper, type Renewal } from './key-keeper.service.js';
export { DataKeys } from './data-keys.service.js';
export { KeyTurnover, type DestroyedKey, type Turnover } from './key-turnover.service.js';
