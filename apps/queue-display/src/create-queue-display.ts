import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { routesWithoutPolicy } from '#platform/access';
import type { Settings } from '#platform/config';
import { fieldFault, InvalidRequest } from '#platform/errors';
import { JsonLogger } from '#platform/logging';
import { servePages } from '#platform/pages';
import { DisplaySocketAdapter } from './board/display-socket.adapter.js';
import { usualTempo, type DisplayTempo } from './board/display-tempo.js';
import { builtPage, houseAddress } from './front/pages.controller.js';
import { QueueDisplayModule } from './queue-display.module.js';

/**
 * The process of the public boards, ready to listen. It knows the boards' login and nothing else of the house.
 * @throws when DISPLAY_DATABASE_URL is missing, or a route declares no policy.
 */
export async function createQueueDisplay(
  settings: Settings,
  tempo: DisplayTempo = usualTempo,
): Promise<NestFastifyApplication> {
  const { displayDatabaseUrl } = settings;
  if (displayDatabaseUrl === undefined) {
    throw new Error('DISPLAY_DATABASE_URL is missing: the boards read with a login of their own, say which.');
  }
  const adapter = new FastifyAdapter({
    bodyLimit: 1_024,
    connectionTimeout: 10_000,
    requestTimeout: 10_000,
    keepAliveTimeout: 5_000,
    // How often Node looks for requests that are older than that: what trickles in is cut off on time.
    http: { headersTimeout: 5_000, connectionsCheckingInterval: 5_000 },
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    QueueDisplayModule.reading(displayDatabaseUrl, settings, tempo),
    adapter,
    { logger: new JsonLogger('queue-display', settings.logLevel) },
  );
  app.useWebSocketAdapter(new DisplaySocketAdapter(app));
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) => new InvalidRequest(issues.map((issue) => ({ ...fieldFault(issue), path: 'id' }))),
    }),
  );
  const house = houseAddress(settings);
  await servePages(adapter.getInstance(), {
    prefix: '/board/',
    folder: builtPage('board'),
    houses: house === '' ? [] : [house],
    isTraining: settings.training,
  });
  app.enableShutdownHooks();
  const open = routesWithoutPolicy(app);
  if (open.length > 0) throw new Error(`These routes declare no policy: ${open.join(', ')}. Add @Public.`);
  return app;
}
