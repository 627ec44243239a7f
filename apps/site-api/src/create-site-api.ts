import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routesWithoutPolicy } from '#platform/access';
import type { Settings } from '#platform/config';
import { InvalidRequest } from '#platform/errors';
import { JsonLogger } from '#platform/logging';
import { SiteApiModule } from './site-api.module.js';

const bodyLimit = 256 * 1024;

/**
 * The application, ready to listen.
 * @throws when a route declares no policy: nothing is open by accident.
 */
export async function createSiteApi(settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    connectionTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    routerOptions: { maxParamLength: 200 },
    trustProxy: 'loopback',
  });
  const app = await NestFactory.create<NestFastifyApplication>(SiteApiModule.for(settings), adapter, {
    logger: new JsonLogger('site-api', settings.logLevel),
    return503OnClosing: true,
    routeConflictPolicy: { duplicate: 'error', shadow: 'off' },
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) =>
        new InvalidRequest(
          issues.slice(0, 20).map(({ path = [], message }) => ({
            path: path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
            message,
          })),
        ),
    }),
  );
  app.enableShutdownHooks();
  const open = routesWithoutPolicy(app);
  if (open.length > 0) throw new Error(`These routes declare no policy: ${open.join(', ')}. Add @Allow or @Public.`);
  return app;
}
