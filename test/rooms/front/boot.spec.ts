import type { NestFastifyApplication } from '@nestjs/platform-fastify';
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

describe('site-api', () => {
  it('does not start while a route says of nobody who may use it', async () => {
    const route = Object.getOwnPropertyDescriptor(SitesController.prototype, 'find')?.value as object;
    const policy = policyOf(route);
    const key = Reflect.getMetadataKeys(route).find((name) => Reflect.getMetadata(name, route) === policy);
    expect(key).toBeDefined();
    Reflect.deleteMetadata(key, route);
    try {
      await expect(createSiteApi(ground.settings)).rejects.toThrow('SitesController.find');
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
