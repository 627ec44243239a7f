import { isIP } from 'node:net';
import { z } from 'zod';
import type { Settings } from '#platform/config';

/** So many leading bits at least: whoever may speak for other addresses is a machine or a small network of ours. */
const narrowest = { 4: 16, 6: 48 } as const;

const list = z.string().transform((text, context) => {
  const proxies = text.split(',').map((proxy) => proxy.trim());
  for (const proxy of proxies) if (!isNarrow(proxy)) context.addIssue(`"${proxy}" is no address or narrow network`);
  return proxies;
});

const piece = z.object({ SHIHE_TRUSTED_PROXIES: list.optional() });

/**
 * The proxies that are believed when they say for whom they ask (X-Forwarded-For); nobody, unless set. Everybody else is
 * taken for the address that their connection comes from.
 * @throws SettingsRefused for a network so wide that clients could stand in it
 */
export function trustedProxies(settings: Settings): string[] | false {
  return settings.read(piece).SHIHE_TRUSTED_PROXIES ?? false;
}

function isNarrow(proxy: string): boolean {
  const [address = '', bits] = proxy.split('/', 2);
  const version = isIP(address) as 0 | 4 | 6;
  if (version === 0) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/u.test(bits) && Number(bits) >= narrowest[version] && Number(bits) <= (version === 4 ? 32 : 128);
}
