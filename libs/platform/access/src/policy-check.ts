import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { policyOf } from './policy.js';

/** Names of the route handlers (`SwabsController.create`) that declare no policy. A process that finds one stops. */
export function routesWithoutPolicy(app: INestApplicationContext): string[] {
  const scanner = new MetadataScanner();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, object>;
      return scanner
        .getAllMethodNames(prototype)
        .filter((name) => {
          const handler = prototype[name];
          return handler && Reflect.hasMetadata('path', handler) && policyOf(handler) === undefined;
        })
        .map((name) => `${metatype.name}.${name}`);
    });
}
