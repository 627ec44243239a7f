import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { policyOf, type Policy } from '#platform/access';
import type { House } from './house.js';

export interface Route {
  /** `SwabsController.create` */
  name: string;
  method: string;
  /** Below /api/v1, as `/tubes/:barcode/swabs`. */
  path: string;
  policy: Policy;
  handler: object;
}

/** Every route of a running application with what it declares; health and metrics are left out. */
export function routesOf(house: House): Route[] {
  const scanner = new MetadataScanner();
  return house
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prefix = String(Reflect.getMetadata('path', metatype) ?? '');
      const prototype = metatype.prototype as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const path = Reflect.getMetadata('path', handler) as string | undefined;
        const policy = policyOf(handler);
        if (path === undefined || policy === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number]!;
        const full = `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/\/$/, '');
        return [{ name: `${metatype.name}.${name}`, method, path: full, policy, handler }];
      });
    })
    .filter(({ path }) => !/^\/(health|metrics)/.test(path));
}
