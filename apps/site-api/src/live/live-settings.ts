import { z } from 'zod';
import type { Settings } from '#platform/config';

const list = z.string().transform((text, context) =>
  text.split(',').map((one) => {
    const origin = one.trim();
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue(`"${origin}" is no origin like https://shihe.example.org`);
    }
    return origin;
  }),
);

const piece = z.object({
  SHIHE_ORIGINS: list.optional(),
  SHIHE_SOCKETS_PER_ACCOUNT: z.coerce.number().int().min(1).max(1_000).default(20),
  SHIHE_SOCKET_SITES: z.coerce.number().int().min(1).max(1_000).default(50),
  SHIHE_SOCKET_EVENTS: z.coerce.number().int().min(1).max(10_000).default(60),
});

/** What an installation allows those who hold a socket open. */
export interface LiveLimits {
  /** Origins of pages that may connect, beside those that this house serves itself. */
  origins: readonly string[];
  socketsPerAccount: number;
  sitesPerSocket: number;
  /** Events of one socket within ten seconds. */
  events: number;
}

/** @throws SettingsRefused naming every variable that is wrong */
export function readLiveLimits(settings: Settings): LiveLimits {
  const read = settings.read(piece);
  return {
    origins: read.SHIHE_ORIGINS ?? [],
    socketsPerAccount: read.SHIHE_SOCKETS_PER_ACCOUNT,
    sitesPerSocket: read.SHIHE_SOCKET_SITES,
    events: read.SHIHE_SOCKET_EVENTS,
  };
}

/** Whether a page of this origin may connect. Programs that are no browser send none: the token is asked of them too. */
export function isWelcome(origin: string | undefined, host: string | undefined, origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
}
