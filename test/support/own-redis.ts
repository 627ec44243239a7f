import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../bin/support/ports.mjs';
import { RedisServer } from '../faults/bench/redis-server.js';

export { hasRedis } from '../faults/bench/redis-server.js';

/** A Redis of one spec file's own: what it forgets, or is told to be, nobody else notices. */
export interface OwnRedis {
  url: string;
  server: RedisServer;
  stop(): Promise<void>;
}

export async function openOwnRedis(): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'shihe-redis-'));
  const server = new RedisServer(await freePort(), folder);
  await server.start({ appendonly: 'no' });
  return {
    url: `redis://127.0.0.1:${server.port}`,
    server,
    async stop() {
      await server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
