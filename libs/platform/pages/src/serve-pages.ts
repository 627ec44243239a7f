import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pagePolicy } from './page-policy.js';

export interface PagesPlan {
  /** Where the page is found: `/board/`. */
  prefix: '/' | `/${string}/`;
  /** The folder with its `index.html`, as the build left it. */
  folder: string;
  /** Addresses besides its own that the page talks to. */
  houses?: readonly string[];
  /** The page reads codes with the camera. */
  readsCodes?: boolean;
  /** Everything in this house is a training: the page says so. */
  isTraining: boolean;
}

/**
 * Serves one page with all that lies in its folder. Files under `assets/` bear a fingerprint in their names and are kept for
 * good; the page itself is asked for anew each time, so that nobody works on with an old one. `house.json` beside it says
 * what the page must know of the house before anybody signs in.
 *
 * @returns false where it has not been built: then nothing is served
 */
export async function servePages(
  door: FastifyInstance,
  { prefix, folder, houses = [], readsCodes = false, isTraining }: PagesPlan,
): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const policy = pagePolicy(houses, readsCodes);
  door.get(`${prefix}house.json`, (_, reply) => reply.header('cache-control', 'no-store').send({ isTraining }));
  await door.register(fastifyStatic, {
    root: folder,
    prefix,
    preCompressed: true,
    cacheControl: false,
    decorateReply: false,
    // At the root every other address belongs to somebody else: only the files that there are are served.
    wildcard: prefix !== '/',
    redirect: prefix !== '/',
    setHeaders: (reply, path) => {
      const isForGood = path.startsWith(join(folder, 'assets'));
      for (const [name, value] of Object.entries(policy)) reply.setHeader(name, value);
      reply.setHeader('cache-control', isForGood ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  return true;
}
