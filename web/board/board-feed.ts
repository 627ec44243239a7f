import { io, type Socket } from 'socket.io-client';
import type { BoardFrame } from './board-frame.js';

/** What a screen knows of its board. The last picture stays, whatever happens to the line. */
export interface BoardState {
  frame: BoardFrame | undefined;
  /** Nothing was heard for longer than a picture takes to come. */
  isSilent: boolean;
  /** Why there is no picture at all: a refusal in words, in the languages of the board. */
  refusal: { code: string } | undefined;
}

type Answer = { board: BoardFrame } | { problem: { code: string } };

/** A picture comes at least every six seconds; after this much silence the line is taken for dead and opened anew. */
const silentAfterMs = 10_000;
const answerWithinMs = 4_000;
const lookEveryMs = 1_000;

/** Follows one site's board over a socket and heals by itself: after a lost line, a restarted server, a night asleep. */
export class BoardFeed {
  private readonly socket: Socket;
  private readonly listeners = new Set<() => void>();
  private state: BoardState = { frame: undefined, isSilent: false, refusal: undefined };
  private heardAt = performance.now();
  private openedAt = performance.now();

  /**
   * @param siteId whose board
   * @param onReconnected the server answers again after it was away
   */
  constructor(
    private readonly siteId: string,
    private readonly onReconnected: () => void = () => undefined,
  ) {
    this.socket = io('/board', {
      transports: ['websocket'],
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
      timeout: answerWithinMs,
    });
    this.socket.on('connect', () => void this.ask());
    this.socket.on('board', (frame: BoardFrame) => this.hear(frame));
    setInterval(() => this.look(), lookEveryMs);
    document.addEventListener('visibilitychange', this.wake);
    addEventListener('online', this.wake);
  }

  readonly current = (): BoardState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private readonly wake = (): void => {
    if (document.visibilityState === 'visible') void this.ask();
  };

  private async ask(): Promise<void> {
    if (!this.socket.connected) return;
    const answer = (await this.socket
      .timeout(answerWithinMs)
      .emitWithAck('watch', { siteId: this.siteId })
      .catch(() => undefined)) as Answer | undefined;
    if (answer === undefined) return;
    if ('board' in answer) this.hear(answer.board);
    else this.tell({ refusal: this.state.frame === undefined ? { code: answer.problem.code } : undefined });
  }

  private hear(frame: BoardFrame): void {
    if (frame.siteId !== this.siteId) return;
    this.heardAt = performance.now();
    const wasSilent = this.state.isSilent;
    this.tell({ frame: newer(this.state.frame, frame), isSilent: false, refusal: undefined });
    if (wasSilent) this.onReconnected();
  }

  /** Also after sleep, when clocks stood still: the line may look open and be long gone. */
  private look(): void {
    const now = performance.now();
    if (now - this.heardAt < silentAfterMs) return;
    this.tell({ isSilent: true });
    if (now - this.openedAt < silentAfterMs) return;
    this.openedAt = now;
    this.socket.disconnect().connect();
  }

  private tell(change: Partial<BoardState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** Pictures may come over two lines in any order: the one of the higher version, or of the same one the later, stays. */
function newer(held: BoardFrame | undefined, heard: BoardFrame): BoardFrame {
  if (held === undefined || heard.version > held.version) return heard;
  return heard.version === held.version && heard.asOf >= held.asOf ? heard : held;
}
