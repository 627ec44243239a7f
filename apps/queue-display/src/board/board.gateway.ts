import { Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection, OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import type { BoardFrame } from '#journey/queue';
import { DomainError, fieldFault, InvalidRequest, problemOf, ServiceBusy, type Problem } from '#platform/errors';
import { screensConnected } from './board.metrics.js';
import { BoardPictures } from './board-pictures.service.js';
import { TooManyRequests, TooManySites } from './display.errors.js';
import { watchRequest } from './watch.dto.js';

const sitesAtMost = 20;
const requestsAtMost = 40;
const requestsWithin = 10_000;
const patience = 2;

interface Screen {
  sites: Set<string>;
  requests: number;
  since: number;
}

/** The socket door of the boards: `watch {siteId}` answers the present board and sends every later one as `board`. */
@WebSocketGateway({ namespace: 'board' })
export class BoardGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly log = new Logger(BoardGateway.name);

  constructor(private readonly pictures: BoardPictures) {}

  afterInit(namespace: Namespace): void {
    this.pictures.onFrame((frame) => namespace.to(roomOf(frame.siteId)).emit('board', frame));
  }

  handleConnection(socket: Socket): void {
    const screen: Screen = { sites: new Set(), requests: 0, since: Date.now() };
    socket.data = screen;
    screensConnected.inc();
    socket.on('error', (error) => this.log.debug(`a screen's socket failed: ${error.message}`));
    socket.once('disconnect', () => {
      screensConnected.dec();
      for (const siteId of screen.sites) this.pictures.unfollow(siteId);
      screen.sites.clear();
    });
  }

  @SubscribeMessage('watch')
  async watch(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
  ): Promise<{ board: BoardFrame } | { problem: Problem }> {
    try {
      const siteId = this.admit(socket, body);
      const { sites } = socket.data as Screen;
      if (!sites.has(siteId) && sites.size >= sitesAtMost) throw new TooManySites(sitesAtMost);
      const board = await this.pictures.current(siteId);
      if (socket.connected && !sites.has(siteId)) {
        sites.add(siteId);
        this.pictures.follow(siteId);
        await socket.join(roomOf(siteId));
      }
      return { board };
    } catch (error) {
      return { problem: this.problem(error) };
    }
  }

  @SubscribeMessage('unwatch')
  async unwatch(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
  ): Promise<{ siteId: string } | { problem: Problem }> {
    try {
      const siteId = this.admit(socket, body);
      if ((socket.data as Screen).sites.delete(siteId)) this.pictures.unfollow(siteId);
      await socket.leave(roomOf(siteId));
      return { siteId };
    } catch (error) {
      return { problem: this.problem(error) };
    }
  }

  private admit(socket: Socket, body: unknown): string {
    const screen = socket.data as Screen;
    const now = Date.now();
    if (now - screen.since > requestsWithin) Object.assign(screen, { requests: 0, since: now });
    screen.requests += 1;
    // Who goes on asking after being told to wait is no screen.
    if (screen.requests > requestsAtMost * patience) socket.disconnect(true);
    if (screen.requests > requestsAtMost) throw new TooManyRequests();
    const read = watchRequest.safeParse(body);
    if (read.success) return read.data.siteId;
    throw new InvalidRequest(read.error.issues.map(fieldFault));
  }

  private problem(error: unknown): Problem {
    if (error instanceof DomainError) return problemOf(error);
    this.log.warn(`a board could not be shown: ${error instanceof Error ? error.message : String(error)}`);
    return problemOf(new ServiceBusy());
  }
}

function roomOf(siteId: string): string {
  return `site:${siteId}`;
}
