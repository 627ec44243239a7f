import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { io, type Socket } from 'socket.io-client';
import { boardFrame, type BoardFrame } from '#journey/queue';
import { readSettings } from '#platform/config';
import type { Problem } from '#platform/errors';
import type { DisplayTempo } from '../../apps/queue-display/src/board/display-tempo.js';
import { createQueueDisplay } from '../../apps/queue-display/src/create-queue-display.js';

export interface Display {
  url: string;
  app: NestFastifyApplication;
  /** Connects a screen; every frame it receives is checked against the allow-list. */
  screen(): Promise<Screen>;
  close(): Promise<void>;
}

export interface Screen {
  socket: Socket;
  frames: BoardFrame[];
  watch(body: unknown): Promise<{ board?: BoardFrame; problem?: Problem }>;
  /** Waits for a frame that fits, among those already received as well. */
  frame(fits: (frame: BoardFrame) => boolean): Promise<BoardFrame>;
}

/** The boards' login on the database of a house. */
export function displayUrlOf(databaseUrl: string): string {
  const address = new URL(process.env.SHIHE_TEST_DISPLAY_URL ?? '');
  address.pathname = new URL(databaseUrl).pathname;
  return address.href;
}

/** The boards' process, on a free port where none is named. */
export async function openDisplay(
  databaseUrl: string,
  tempo?: DisplayTempo,
  port = 0,
  environment = {},
): Promise<Display> {
  const displayUrl = displayUrlOf(databaseUrl);
  const settings = readSettings({
    DATABASE_URL: displayUrl,
    DISPLAY_DATABASE_URL: displayUrl,
    SHIHE_LOG_LEVEL: 'silent',
    ...environment,
  });
  const app = await createQueueDisplay(settings, tempo);
  await app.listen(port, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const sockets: Socket[] = [];
  return {
    url,
    app,
    async screen() {
      const socket = io(`${url}/board`, { transports: ['websocket'], reconnection: false });
      sockets.push(socket);
      await new Promise<void>((connected, failed) => {
        socket.once('connect', connected);
        socket.once('connect_error', failed);
      });
      const frames: BoardFrame[] = [];
      socket.on('board', (frame) => frames.push(boardFrame.parse(frame)));
      return {
        socket,
        frames,
        watch: (body) => socket.emitWithAck('watch', body) as ReturnType<Screen['watch']>,
        async frame(fits) {
          for (;;) {
            const found = frames.find(fits);
            if (found !== undefined) return found;
            await new Promise((next) => socket.once('board', () => setImmediate(next)));
          }
        },
      };
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await app.close();
    },
  };
}
