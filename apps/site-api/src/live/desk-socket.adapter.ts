import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { isWelcome } from './live-settings.js';

type Options = Parameters<IoAdapter['createIOServer']>[1];
type IoServer = ReturnType<IoAdapter['createIOServer']>;

/** Below /api/v1, so that whatever proxy brings requests here brings sockets as well. */
export const deskPath = '/api/v1/socket.io';

/**
 * Sockets for staff: no long polling (it would need sticky sessions in front of several processes), small messages in, no
 * compression buffers a socket, no page of a stranger, and nothing at all outside the namespace that asks who it is.
 */
export class DeskSocketAdapter extends IoAdapter {
  constructor(
    app: INestApplicationContext,
    private readonly origins: readonly string[],
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: Options): IoServer {
    const server = super.createIOServer(port, {
      ...options,
      path: deskPath,
      transports: ['websocket'],
      maxHttpBufferSize: 16 * 1_024,
      perMessageDeflate: false,
      serveClient: false,
      connectTimeout: 10_000,
      allowRequest: ({ headers }, decide) => {
        const welcome = isWelcome(headers.origin, headers.host, this.origins);
        decide(welcome ? null : 'this origin is not welcome', welcome);
      },
    } as Options);
    server.use((_socket, next) => next(new Error('connect to /desk')));
    return server;
  }
}
