import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import type { BoardEvidence } from '../check/evidence.js';

type Frame = Record<string, unknown> & { siteId: string; version: number };

/** Screens in front of all sites, as televisions do; they remember every picture since they were last told to forget. */
export class BoardScreens {
  private readonly frames = new Map<string, Frame[]>();
  private readonly socket: Socket;

  constructor(
    private readonly display: string,
    private readonly siteIds: readonly string[],
  ) {
    this.socket = io(`${display}/board`, {
      transports: ['websocket'],
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
    });
    this.socket.on('board', (frame: Frame) => this.frames.set(frame.siteId, [...this.of(frame.siteId), frame]));
    this.socket.on('connect', () => {
      for (const siteId of this.siteIds) this.socket.emit('watch', { siteId });
    });
  }

  /** Keeps the last picture of each site only. */
  forget(): void {
    for (const [siteId, frames] of this.frames) this.frames.set(siteId, frames.slice(-1));
  }

  /** Waits up to the time given until each screen shows the version that the database has. */
  async evidence(withinMs: number): Promise<BoardEvidence[]> {
    const until = Date.now() + withinMs;
    for (;;) {
      const boards = await Promise.all(
        this.siteIds.map(async (siteId) => ({ siteId, frames: this.of(siteId), truth: await this.snapshot(siteId) })),
      );
      const isCurrent = boards.every(({ frames, truth }) => frames.at(-1)?.version === truth.version);
      if (isCurrent || Date.now() > until) return boards;
      await pause(200);
    }
  }

  leave(): void {
    this.socket.disconnect();
  }

  private of(siteId: string): Frame[] {
    return this.frames.get(siteId) ?? [];
  }

  private async snapshot(siteId: string): Promise<Frame> {
    const answer = await fetch(`${this.display}/sites/${siteId}/board`, { headers: { 'cache-control': 'no-cache' } });
    return (await answer.json()) as Frame;
  }
}
