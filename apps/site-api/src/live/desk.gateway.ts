import { Inject, Logger } from '@nestjs/common';
import { ConnectedSocket, MessageBody, SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { OnGatewayConnection, OnGatewayInit } from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import { AtHandshake } from '#platform/access';
import { DomainError, fieldFault, InvalidRequest, problemOf, ServiceBusy, type Problem } from '#platform/errors';
import { DeskSockets, LIVE_LIMITS } from './desk-sockets.service.js';
import { TooManyEvents } from './live.errors.js';
import type { LiveLimits } from './live-settings.js';

const watchRequest = z.strictObject({ siteId: z.uuid() });
const within = 10_000;
const patience = 2;

interface Pace {
  events: number;
  since: number;
}

/**
 * The socket door of staff: `watch {siteId}` tells of every later change of that site by `changed {siteId}`, without any
 * content. `unwatched {siteId}` says that it left one's scope, `signed-out` that the session has ended.
 */
@WebSocketGateway({ namespace: 'desk' })
export class DeskGateway implements OnGatewayInit, OnGatewayConnection {
  private readonly log = new Logger(DeskGateway.name);

  constructor(
    private readonly sockets: DeskSockets,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {}

  afterInit(namespace: Namespace): void {
    this.sockets.speakThrough(namespace);
    // Before the connection, not after it: who is not known never counts as connected.
    namespace.use((socket, next) => {
      this.sockets.admit(socket).then(
        () => next(),
        (error: unknown) => next(Object.assign(new Error('refused'), { data: this.problem(error) })),
      );
    });
  }

  handleConnection(socket: Socket): void {
    socket.data = { events: 0, since: Date.now() } satisfies Pace;
    socket.on('error', (error) => this.log.debug(`a socket failed: ${error.message}`));
    if (!this.sockets.holds(socket)) socket.disconnect(true);
    socket.use((event, next) => {
      if (this.isInPace(socket)) {
        next();
        return;
      }
      const acknowledge = event.at(-1) as ((answer: { problem: Problem }) => void) | undefined;
      if (typeof acknowledge === 'function') acknowledge({ problem: problemOf(new TooManyEvents()) });
    });
  }

  @SubscribeMessage('watch')
  @AtHandshake()
  watch(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
  ): Promise<{ siteId: string } | { problem: Problem }> {
    return this.answer(body, (siteId) => this.sockets.watch(socket, siteId));
  }

  @SubscribeMessage('unwatch')
  @AtHandshake()
  unwatch(
    @ConnectedSocket() socket: Socket,
    @MessageBody() body: unknown,
  ): Promise<{ siteId: string } | { problem: Problem }> {
    return this.answer(body, (siteId) => this.sockets.unwatch(socket, siteId));
  }

  private async answer(
    body: unknown,
    work: (siteId: string) => Promise<void>,
  ): Promise<{ siteId: string } | { problem: Problem }> {
    try {
      const read = watchRequest.safeParse(body);
      if (!read.success) throw new InvalidRequest(read.error.issues.map(fieldFault));
      const { siteId } = read.data;
      await work(siteId);
      return { siteId };
    } catch (error) {
      return { problem: this.problem(error) };
    }
  }

  /** Counts every event, also those that nobody answers. Who goes on after being told to wait is cut off. */
  private isInPace(socket: Socket): boolean {
    const pace = socket.data as Pace;
    const now = Date.now();
    if (now - pace.since > within) Object.assign(pace, { events: 0, since: now });
    pace.events += 1;
    if (pace.events > this.limits.events * patience) socket.disconnect(true);
    return pace.events <= this.limits.events;
  }

  private problem(error: unknown): Problem {
    if (error instanceof DomainError) return problemOf(error);
    this.log.warn(`a socket could not be served: ${error instanceof Error ? error.message : String(error)}`);
    return problemOf(new ServiceBusy());
  }
}
