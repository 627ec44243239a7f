import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { SeededDice } from '../seeded-dice.js';
import { RequestGatherer } from './request-gatherer.js';

/** What goes wrong on a line at this moment. Changed while connections are open; an empty object is a good line. */
export interface Weather {
  /** Milliseconds each piece of data is late, and by how much that varies. */
  latencyMs?: number;
  jitterMs?: number;
  /** Bytes a second in each direction. */
  bytesPerSecond?: number;
  /** The line is cut after so many bytes of one connection, both directions together. */
  cutAfterBytes?: number;
  /** Share of answers that are lost on the way back: the act has its effect, nobody hears of it. HTTP only. */
  loseAnswers?: number;
  /** Share of requests that arrive twice. HTTP only. */
  doubleRequests?: number;
  /** New connections are refused. */
  refuse?: boolean;
}

const idle = Promise.resolve();

interface Line {
  client: Socket;
  upstream: Socket;
  bytes: number;
  /** A request has gone up whose answer has not begun to come down. */
  awaiting: boolean;
  /** Nothing passes any more and nobody is told: it stays open on both ends. */
  isLost: boolean;
  gatherer: RequestGatherer;
}

/** A line between two programs on this machine that can be made as bad as a field network. Seeded. */
export class FaultProxy {
  weather: Weather = {};
  readonly counts = { lost: 0, doubled: 0, cut: 0 };
  private readonly lines = new Set<Line>();
  private readonly server: Server;

  private constructor(
    private readonly target: { port: number },
    private readonly dice: SeededDice,
  ) {
    this.server = createServer((client) => this.open(client));
  }

  /** Listens on a free port of 127.0.0.1; `target.port` is read anew for each connection. */
  static async before(target: { port: number }, dice: SeededDice): Promise<FaultProxy> {
    const proxy = new FaultProxy(target, dice);
    await new Promise<void>((done) => proxy.server.listen(0, '127.0.0.1', done));
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts every open connection with a reset, as a router does that was restarted. */
  resetAll(): void {
    for (const line of this.lines) this.cut(line);
  }

  /**
   * Forgets every open connection, as a firewall does that was restarted: what is sent on them vanishes, nobody is told.
   * @returns how many
   */
  loseAll(): number {
    for (const line of this.lines) line.isLost = true;
    return this.lines.size;
  }

  async close(): Promise<void> {
    this.resetAll();
    await new Promise((done) => this.server.close(done));
  }

  private open(client: Socket): void {
    if (this.weather.refuse) {
      reset(client);
      return;
    }
    const upstream = connect(this.target.port, '127.0.0.1');
    const line: Line = { client, upstream, bytes: 0, awaiting: false, isLost: false, gatherer: new RequestGatherer() };
    this.lines.add(line);
    client.setNoDelay(true);
    upstream.setNoDelay(true);
    this.carry(line, client, upstream, (piece) => this.onRequest(line, piece));
    this.carry(line, upstream, client, () => this.onAnswer(line));
    // On a line that is lost nobody hears that the other end has gone.
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => undefined);
      one.on('close', () => {
        this.lines.delete(line);
        if (!line.isLost) other.destroy();
      });
    }
  }

  private carry(line: Line, from: Socket, to: Socket, onPiece: (piece: Buffer) => boolean): void {
    let order: Promise<void> = idle;
    from.on('data', (piece: Buffer) => {
      if (line.isLost || !onPiece(piece)) return;
      line.bytes += piece.length;
      if (this.weather.cutAfterBytes !== undefined && line.bytes > this.weather.cutAfterBytes) {
        this.counts.cut += 1;
        this.cut(line);
        return;
      }
      const late = this.lateness(piece.length);
      if (late === 0 && order === idle) {
        to.write(piece);
        return;
      }
      from.pause();
      const turn = order
        .then(() => pause(late))
        .then(() => {
          to.write(piece);
          from.resume();
        });
      order = turn;
      void turn.then(() => {
        if (order === turn) order = idle;
      });
    });
    from.on('end', () => {
      if (!line.isLost) void order.then(() => to.end());
    });
  }

  private lateness(bytes: number): number {
    const { latencyMs = 0, jitterMs = 0, bytesPerSecond } = this.weather;
    const wobble = jitterMs === 0 ? 0 : (this.dice.next() * 2 - 1) * jitterMs;
    return Math.max(0, latencyMs + wobble) + (bytesPerSecond === undefined ? 0 : (bytes / bytesPerSecond) * 1_000);
  }

  /** @returns whether the piece is passed on */
  private onRequest(line: Line, piece: Buffer): boolean {
    line.awaiting = true;
    const { doubleRequests = 0 } = this.weather;
    const whole = doubleRequests > 0 ? line.gatherer.add(piece) : undefined;
    if (whole !== undefined && this.dice.next() < doubleRequests) {
      this.counts.doubled += 1;
      const second = connect(this.target.port, '127.0.0.1', () => second.end(whole));
      second.on('error', () => undefined);
      second.resume();
    }
    return true;
  }

  private onAnswer(line: Line): boolean {
    if (!line.awaiting) return true;
    line.awaiting = false;
    if (this.dice.next() >= (this.weather.loseAnswers ?? 0)) return true;
    this.counts.lost += 1;
    this.cut(line);
    return false;
  }

  private cut(line: Line): void {
    this.lines.delete(line);
    reset(line.client);
    reset(line.upstream);
  }
}

/** A socket that is saying goodbye already cannot be reset: Node would neither close it nor ever come to an end. */
function reset(socket: Socket): void {
  if (socket.writableEnded) socket.destroy();
  else socket.resetAndDestroy();
}
