import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { policyOf } from '#platform/access';
import { contractOf } from '../../../apps/site-api/src/front/contract.js';
import { createSiteApi } from '../../../apps/site-api/src/create-site-api.js';
import { SitesController } from '../../../apps/site-api/src/site/sites.controller.js';
import { layGround, type Ground } from '../../support/house.js';

let ground: Ground;
const apps: NestFastifyApplication[] = [];
beforeAll(async () => {
  ground = await layGround();
});
afterAll(async () => {
  for (const app of apps) await app.close();
  await ground.remove();
});

/** How many connections there are to the database of this test, without the one that asks. */
async function connections(): Promise<number> {
  const client = new pg.Client({ connectionString: ground.settings.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: number }>(
      'SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    return rows[0]!.count;
  } finally {
    await client.end();
  }
}

describe('site-api', () => {
  it('does not start while a route says of nobody who may use it', async () => {
    const route = Object.getOwnPropertyDescriptor(SitesController.prototype, 'find')?.value as object;
    const policy = policyOf(route);
    const key = Reflect.getMetadataKeys(route).find((name) => Reflect.getMetadata(name, route) === policy);
    expect(key).toBeDefined();
    Reflect.deleteMetadata(key, route);
    try {
      await expect(createSiteApi(ground.settings)).rejects.toThrow('SitesController.find');
      // A start that is cut short leaves no connection, and so no clock that would use one.
      expect(await connections()).toBe(0);
    } finally {
      Reflect.defineMetadata(key, policy, route);
    }
  });

  it('has a contract of exactly the routes that it serves, beside what is for its operators', async () => {
    const app = await createSiteApi(ground.settings);
    apps.push(app);
    const served: string[] = [];
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onRoute', ({ method, url }) => {
        for (const one of [method].flat()) {
          if (one !== 'HEAD' && one !== 'OPTIONS') served.push(`${one} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`);
        }
      });
    await app.init();
    const agreed = Object.entries(contractOf(app).paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(served.length).toBeGreaterThan(50);
    const inside = ['GET /health/live', 'GET /health/ready', 'GET /metrics'];
    expect([...agreed, ...inside].sort()).toEqual([...new Set(served)].sort());
  });
});
