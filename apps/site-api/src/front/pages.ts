import type { FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { servePages } from '#platform/pages';

/** Every page but the board's, which has a server of its own. */
const pages = [
  { prefix: '/', page: 'door' },
  { prefix: '/resident/', page: 'resident', readsCodes: true },
  { prefix: '/verify/', page: 'verify', readsCodes: true },
  { prefix: '/collector/', page: 'collector', readsCodes: true },
  { prefix: '/desk/', page: 'desk', readsCodes: true },
  { prefix: '/organiser/', page: 'organiser' },
] as const;

/** Serves the pages that have been built. */
export async function serveHousePages(door: FastifyInstance, isTraining: boolean): Promise<void> {
  for (const { page, ...plan } of pages) {
    await servePages(door, { ...plan, isTraining, folder: join(projectRoot(), 'web', 'dist', page) });
  }
}
