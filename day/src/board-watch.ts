import { io, type Socket } from 'socket.io-client';

export interface Frame {
  siteId: string;
  version: number;
  [field: string]: unknown;
}

/** Stands in front of the boards of all sites, as a television does, and keeps the last picture of each. */
export class BoardWatch {
  readonly last = new Map<string, Frame>();
  frames = 0;
  wentBack = 0;
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
    this.socket.on('board', (frame: Frame) => this.keep(frame));
    this.socket.on('connect', () => {
      for (const siteId of this.siteIds) this.socket.emit('watch', { siteId });
    });
  }

  /** The public snapshot, read anew from the database. */
  async snapshot(siteId: string): Promise<Frame> {
    const answer = await fetch(`${this.display}/sites/${siteId}/board`, { headers: { 'cache-control': 'no-cache' } });
    if (!answer.ok) throw new Error(`the board of ${siteId} answered ${answer.status}`);
    return (await answer.json()) as Frame;
  }

  leave(): void {
    this.socket.disconnect();
  }

  private keep(frame: Frame): void {
    this.frames += 1;
    const before = this.last.get(frame.siteId);
    if (before !== undefined && frame.version < before.version) this.wentBack += 1;
    else this.last.set(frame.siteId, frame);
  }
}
