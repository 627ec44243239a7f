import { IoAdapter } from '@nestjs/platform-socket.io';

type Options = Parameters<IoAdapter['createIOServer']>[1];
type IoServer = ReturnType<IoAdapter['createIOServer']>;

/**
 * Sockets for screens that only listen: no long polling (it would need sticky sessions in front of several processes),
 * small messages in, no compression buffers a socket.
 */
export class DisplaySocketAdapter extends IoAdapter {
  override createIOServer(port: number, options?: Options): IoServer {
    return super.createIOServer(port, {
      ...options,
      transports: ['websocket'],
      maxHttpBufferSize: 16 * 1_024,
      perMessageDeflate: false,
      serveClient: false,
      connectTimeout: 10_000,
    } as Options);
  }
}
