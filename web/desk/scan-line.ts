import { Refusal } from '../every-page/house.js';
import type { Language } from '../every-page/language.js';
import type { VerdictTone } from '../every-page/verdict/verdict-sign.js';

/** How a scan ended. */
export interface Verdict {
  tone: VerdictTone;
  /** A key of the dictionary of whoever judges. */
  word: string;
  values?: Record<string, string | number>;
  /** What the house said, where it was not what anybody expects here. */
  why?: Readonly<Record<Language, string>>;
}

export interface Scan {
  nth: number;
  code: string;
  /** Undefined while it waits for its turn or for the network. */
  verdict: Verdict | undefined;
}

interface Standing {
  /** The latest first. */
  scans: readonly Scan[];
  waiting: number;
  /** The house cannot be reached: what waits is asked again by itself. */
  isStuck: boolean;
}

const againMs = 2_000;

/**
 * Scans never wait for one another: each is taken at once and judged in its turn, in the order in which they came. When the
 * house cannot be reached they wait here and are asked again; what they ask is harmless twice.
 */
export class ScanLine {
  private readonly listeners = new Set<() => void>();
  private standing: Standing = { scans: [], waiting: 0, isStuck: false };
  private nth = 0;
  private isBusy = false;
  private isStopped = false;

  constructor(
    private readonly judge: (code: string) => Promise<Verdict>,
    private readonly judged: (scan: Scan) => void = () => undefined,
    private readonly pause: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, againMs)),
  ) {}

  readonly current = (): Standing => this.standing;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(code: string): void {
    this.nth += 1;
    this.put([{ nth: this.nth, code, verdict: undefined }, ...this.standing.scans]);
    void this.work();
  }

  /** Whoever judged is gone: nothing more is asked. */
  stop(): void {
    this.isStopped = true;
  }

  start(): void {
    this.isStopped = false;
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    for (let next = this.next(); next !== undefined && !this.isStopped; next = this.next()) await this.settle(next);
    this.isBusy = false;
  }

  private async settle(scan: Scan): Promise<void> {
    try {
      this.close(scan, await this.judge(scan.code));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isSignedOut) this.stop();
      else if (!error.isUnreachable) this.close(scan, { tone: 'wrong', word: 'refused', why: error.messages });
      else {
        this.put(this.standing.scans, true);
        await this.pause();
      }
    }
  }

  private close(scan: Scan, verdict: Verdict): void {
    const done = { ...scan, verdict };
    this.put(
      this.standing.scans.map((one) => (one.nth === scan.nth ? done : one)),
      false,
    );
    this.judged(done);
  }

  private next(): Scan | undefined {
    return this.standing.scans.findLast(({ verdict }) => verdict === undefined);
  }

  private put(scans: readonly Scan[], isStuck = this.standing.isStuck): void {
    this.standing = { scans, waiting: scans.filter(({ verdict }) => verdict === undefined).length, isStuck };
    for (const listener of this.listeners) listener();
  }
}
