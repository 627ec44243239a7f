export { Vault, type Place } from './vault.js';
export { VaultModule, KEYS } from './vault.module.js';
export { readKeys, newKeys, KeysRefused, type Keys } from './keys.js';
