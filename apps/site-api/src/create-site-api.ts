import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { routesWithoutPolicy } from '#platform/access';
import type { Settings } from '#platform/config';
import { Acting } from '#platform/database';
import { fieldFault, InvalidRequest, ServiceBusy, UnreadableRequest } from '#platform/errors';
import { JsonLogger } from '#platform/logging';
import { DoorAdapter } from './front/door-adapter.js';
import { refuseBrokenRequest } from './front/broken-request.js';
import { serveHousePages } from './front/pages.js';
import { mediaTypeNotSupported, sendProblem } from './front/problem.filter.js';
import { trustedProxies } from './front/trusted-proxies.js';
import { DeskSocketAdapter } from './live/desk-socket.adapter.js';
import { readLiveLimits } from './live/live-settings.js';
import { SiteApiModule, type Given } from './site-api.module.js';

const bodyLimit = 256 * 1024;

/**
 * The application, ready to listen.
 * @throws when a route declares no policy: nothing is open by accident.
 */
export async function createSiteApi(settings: Settings, given: Given = {}): Promise<NestFastifyApplication> {
  const adapter = new DoorAdapter({
    bodyLimit,
    // The journal names requests, and of many processes no two may have the same.
    genReqId: () => randomUUID(),
    trustProxy: trustedProxies(settings),
    // As long as a request may take: a laboratory's report of ten thousand rows is applied before it is answered.
    connectionTimeout: 30_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    // How often Node looks for requests older than that. A limit of headers above that of requests would take its place:
    // Node swaps the two, and a body that trickles in had 60 s.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    clientErrorHandler: refuseBrokenRequest,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    // An address that is not even an address never reaches Nest.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      sendProblem(
        new UnreadableRequest(
          'invalid',
          'unreadable-address',
          '地址中有无法识别的字符，请用 UTF-8 百分号编码后重试。',
          'The address holds characters that cannot be read. Encode them as UTF-8 with percent signs and try again.',
        ),
        request,
        reply,
      );
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(SiteApiModule.for(settings, given), adapter, {
    logger: new JsonLogger('site-api', settings.logLevel),
    routeConflictPolicy: { duplicate: 'error', shadow: 'off' },
  });
  app.useWebSocketAdapter(new DeskSocketAdapter(app, readLiveLimits(settings).origins));
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'metrics'] });
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) => new InvalidRequest(issues.slice(0, 20).map(fieldFault)),
    }),
  );
  adapter.getInstance().addHook('onSend', (_request, reply, _payload, done) => {
    // What this door says is about people: nothing on the way may keep it, unless an answer says itself that it may.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    void reply.header('x-content-type-options', 'nosniff');
    done();
  });
  // Who comes while the house closes hears so in our words, and may come again; who was let in is served to the end.
  // No route takes a web form. Nest would read one all the same, with everything that was typed as one unknown field.
  adapter.getInstance().addHook('onRequest', (request, reply, done) => {
    if (adapter.isClosingDown) sendProblem(new ServiceBusy(), request, reply.header('connection', 'close'));
    else if (/^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '')) {
      sendProblem(mediaTypeNotSupported(), request, reply);
    } else done();
  });
  await serveHousePages(adapter.getInstance(), settings.training);
  // Before the handler and its guards: the body was read in a context of its own.
  const acting = app.get(Acting);
  adapter.getInstance().addHook('preHandler', (_request, _reply, done) => {
    acting.withCard({ actor: { kind: 'nobody' } }, done);
  });
  app.enableShutdownHooks([], { useProcessExit: true });
  const open = routesWithoutPolicy(app);
  if (open.length > 0) {
    // What was opened until now is not left behind: connections, and clocks that go on ticking.
    await app.close();
    throw new Error(`These routes declare no policy: ${open.join(', ')}. Add @Allow or @Public.`);
  }
  return app;
}
