import { RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { House } from './house.js';

export interface Route {
  /** `TubesController.show` */
  name: string;
  method: string;
  /** Below `/api/v1`. */
  path: string;
  handler: object;
}

/** Every route of the process, read off the running application. */
export function routesOf(front: House): Route[] {
  const scanner = new MetadataScanner();
  return front
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prefix = String(Reflect.getMetadata('path', metatype) ?? '');
      const prototype = metatype.prototype as Record<string, object>;
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name]!;
        const path = Reflect.getMetadata('path', handler) as string | undefined;
        if (path === undefined) return [];
        const method = RequestMethod[Reflect.getMetadata('method', handler) as number]!;
        const full = `/${prefix}/${path}`.replace(/\/+/g, '/').replace(/\/$/, '');
        return [{ name: `${metatype.name}.${name}`, method, path: full, handler }];
      });
    })
    .filter(({ path }) => !/^\/(health|metrics)/.test(path));
}
