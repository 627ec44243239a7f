import type { Entry } from '../acts/act.js';
import type { Answered } from '../acts/collector-books.js';
import { pauseAfter } from './backoff.js';

/** A batch as it was signed. It is sent as it stands until an answer has come. */
export interface SignedBatch {
  counter: number;
  body: unknown;
  seqs: readonly number[];
}

interface BatchAnswer {
  fault: string | null;
  entries: readonly { outcome: Answered['outcome']; rules: string[]; place: number | null }[];
}

const aMomentMs = 250;

/** What a sender needs; the books and the network of a real device, or those of a test. */
export interface SenderParts {
  /** The batch that waits for an answer, or a new one of what has not been sent, signed and kept; undefined: nothing is left. */
  next(most: number): Promise<SignedBatch | undefined>;
  post(body: unknown): Promise<BatchAnswer>;
  /** Keeps the answers together with the end of the batch. */
  answered(batch: SignedBatch, answers: readonly Answered[]): Promise<void>;
  /** The house took nothing of it and never will: its acts go into other batches. */
  dropped(batch: SignedBatch): Promise<void>;
  /** How many acts one batch may hold now. */
  most(): number;
  after(ms: number, then: () => void): () => void;
}

export interface SenderState {
  /** `unknown` until something was sent. */
  line: 'unknown' | 'open' | 'cut' | 'refused';
  /** What the house said when it refused a batch as a whole, or found its chain wrong. */
  trouble: unknown;
  fault: string | null;
}

/**
 * Brings what was done to the house, one batch after the other, and never stands in the way of a scan. An answer that was
 * lost on its way makes no difference: the same batch is sent again, and the house knows it.
 */
export class Sender {
  state: SenderState = { line: 'unknown', trouble: undefined, fault: null };
  private isRunning = false;
  private isWanted = false;
  private failures = 0;
  private cancelPause: (() => void) | undefined;
  private limit = Number.POSITIVE_INFINITY;

  constructor(
    private readonly parts: SenderParts,
    private readonly changed: () => void,
  ) {}

  /**
   * Something new was kept. It goes in a moment, when whoever scanned has seen the verdict; and while the line is cut it
   * waits for the next attempt, whatever is scanned meanwhile.
   */
  more(): void {
    if (this.isRunning) this.isWanted = true;
    else this.cancelPause ??= this.parts.after(aMomentMs, () => this.wake());
  }

  /** The network may be back, or somebody wants to know now. */
  wake(): void {
    this.cancelPause?.();
    this.cancelPause = undefined;
    this.isWanted = true;
    if (!this.isRunning) void this.run();
  }

  /** The house answered something else: the line is open. */
  heard(): void {
    if (this.state.line === 'refused' || this.state.line === 'open') return;
    this.say({ ...this.state, line: 'open' });
    this.wake();
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    try {
      while (this.isWanted) {
        this.isWanted = false;
        while (await this.sendOne());
      }
      this.failures = 0;
    } catch (error) {
      this.failures += 1;
      const isCut = isUnreachable(error);
      this.say({ ...this.state, line: isCut ? 'cut' : 'refused', trouble: isCut ? undefined : error });
      // Woken meanwhile or not: whoever failed waits first.
      this.cancelPause = this.parts.after(pauseAfter(this.failures), () => this.wake());
    } finally {
      this.isRunning = false;
    }
  }

  /** @returns whether there may be more */
  private async sendOne(): Promise<boolean> {
    const batch = await this.parts.next(Math.min(this.parts.most(), this.limit));
    if (batch === undefined) return false;
    let answer: BatchAnswer;
    try {
      answer = await this.parts.post(batch.body);
    } catch (error) {
      if (!isTooLarge(error) || batch.seqs.length < 2) throw error;
      await this.parts.dropped(batch);
      this.limit = Math.max(1, Math.floor(batch.seqs.length / 2));
      return true;
    }
    await this.parts.answered(batch, answersTo(batch, answer));
    this.failures = 0;
    this.say({ line: 'open', trouble: undefined, fault: answer.fault ?? this.state.fault });
    return true;
  }

  private say(state: SenderState): void {
    this.state = state;
    this.changed();
  }
}

/** One answer for each act; a house that says less than was asked has taken the batch all the same. */
function answersTo({ seqs }: SignedBatch, { entries }: BatchAnswer): Answered[] {
  return seqs.map((seq, n) => {
    const { outcome = 'accepted', rules = [], place = null } = entries[n] ?? {};
    return { seq, outcome, rules, place };
  });
}

function isUnreachable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'isUnreachable' in error && error.isUnreachable === true;
}

function isTooLarge(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { code, status } = error as { code?: string; status?: number };
  return code === 'batch-is-too-large' || status === 413;
}

/** The content of a batch, in the words that are signed. */
export interface BatchContent {
  deviceId: string;
  bootId: string;
  counter: number;
  previousHash: string;
  certificate?: string;
  entries: readonly Entry[];
}
