import type { Announcer } from './announcer.js';
import type { BoardFrame } from './board-frame.js';
import { CallQueue, keyOf, type Call } from './call-queue.js';
import { spoken } from './spoken.js';

/** What the screen shows of calling: whom it calls at this moment, and which calls are still lit. */
export interface Calling {
  current: Call | undefined;
  lit: ReadonlySet<string>;
}

/** A call stays lit for so long after it was first shown. */
const litMs = 10_000;
/** How long a call stands alone where the sound is off. */
const silentMs = 4_000;

/** Calls one after the other: shows, speaks, and goes on to the next when it was said. */
export class Caller {
  private readonly queue = new CallQueue();
  private readonly listeners = new Set<() => void>();
  private state: Calling = { current: undefined, lit: new Set() };
  private isCalling = false;

  constructor(private readonly announcer: Announcer) {}

  readonly current = (): Calling => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  take(frame: BoardFrame): void {
    this.queue.take(frame);
    if (!this.isCalling) void this.callAll();
  }

  private async callAll(): Promise<void> {
    this.isCalling = true;
    for (let call = this.queue.next(); call !== undefined; call = this.queue.next()) {
      this.light(call);
      const quiet = new Promise((done) => setTimeout(done, silentMs));
      if (this.announcer.isAllowed) await this.announcer.say(spoken(call), this.queue.isBusy ? 1 : 2);
      else await quiet;
    }
    this.isCalling = false;
    this.tell({ current: undefined });
  }

  private light(call: Call): void {
    const key = keyOf(call);
    this.tell({ current: call, lit: new Set([...this.state.lit, key]) });
    setTimeout(() => this.tell({ lit: new Set([...this.state.lit].filter((one) => one !== key)) }), litMs);
  }

  private tell(change: Partial<Calling>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
