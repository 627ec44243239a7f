import { browser } from './browser.js';
import { base64url } from './bytes.js';

/** The device's own key pair. The private half cannot leave the browser that made it, not even to this page. */
export interface DeviceKey {
  privateKey: CryptoKey;
  x: string;
  y: string;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' };

/** Over plain http (but for localhost) browsers have no keys: such a page can be no device. */
export function canHoldKeys(): boolean {
  return browser.crypto?.subtle?.generateKey !== undefined;
}

export async function newDeviceKey(): Promise<DeviceKey> {
  const pair = await crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return { privateKey: pair.privateKey, x, y };
}

/** ECDSA with SHA-256; r and s, in base64url. */
export async function signText({ privateKey }: DeviceKey, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  return base64url(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes));
}

/** The key written in one way only: the hash of this is what the device's first batch is tied to. */
export function keyText({ x, y }: Pick<DeviceKey, 'x' | 'y'>): string {
  return JSON.stringify({ crv: 'P-256', kty: 'EC', x, y });
}
