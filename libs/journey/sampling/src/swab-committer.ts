import type { RecordedSwab, SwabAct, Verdict } from './swab.js';

export interface CommitterOptions {
  /** Swabs in one statement at most. */
  batch: number;
  /** Statements under way at once. */
  inFlight: number;
  /** Swabs waiting at most; more are turned away at once, so that a flood does not become a long wait for everybody. */
  waiting: number;
}

/** Writes one batch and answers in its order. */
export type WriteBatch = (acts: readonly SwabAct[]) => Promise<Verdict[]>;

interface Waiting {
  act: SwabAct;
  resolve: (verdict: Verdict) => void;
  reject: (error: unknown) => void;
}

/** Too many swabs are waiting; nothing was stored. */
export class CommitterIsFull extends Error {}

/**
 * Group commit: swabs that arrive within the same moment are written together, and each hears its own outcome after
 * COMMIT. While statements are under way the next batch gathers, so batches grow with the load by themselves and a
 * lone swab never waits for company.
 */
export class SwabCommitter {
  private readonly queue: Waiting[] = [];
  private readonly underWay = new Map<string, { bodyHash: Buffer; verdict: Promise<Verdict> }>();
  private running = 0;
  private scheduled = false;

  constructor(
    private readonly write: WriteBatch,
    private readonly options: CommitterOptions,
    /** Whether a failed batch may be tried swab by swab: not when the database is away. */
    private readonly maySplit: (error: unknown) => boolean,
  ) {}

  /**
   * The same act sent again while the first is under way shares its answer; another act under the same id waits for
   * the first to end and is then judged against what was stored.
   * @throws CommitterIsFull when too many are waiting.
   */
  async submit(act: SwabAct): Promise<Verdict> {
    for (let twin = this.underWay.get(act.id); twin !== undefined; twin = this.underWay.get(act.id)) {
      if (twin.bodyHash.equals(act.bodyHash)) return twin.verdict;
      await twin.verdict.catch(() => undefined);
    }
    if (this.queue.length >= this.options.waiting) throw new CommitterIsFull();
    const verdict = new Promise<Verdict>((resolve, reject) => this.queue.push({ act, resolve, reject }));
    this.underWay.set(act.id, { bodyHash: act.bodyHash, verdict });
    this.schedule();
    try {
      return await verdict;
    } finally {
      this.underWay.delete(act.id);
    }
  }

  /** Lets everything that arrived in this turn of the event loop gather before the first statement leaves. */
  private schedule(): void {
    if (this.scheduled || this.running >= this.options.inFlight || this.queue.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.flush();
      this.schedule();
    });
  }

  private async flush(): Promise<void> {
    const batch = this.queue.splice(0, this.options.batch);
    if (batch.length === 0) return;
    this.running += 1;
    try {
      await this.commit(batch);
    } finally {
      this.running -= 1;
      this.schedule();
    }
  }

  private async commit(batch: Waiting[]): Promise<void> {
    let verdicts: Verdict[];
    try {
      verdicts = await this.write(batch.map(({ act }) => act));
    } catch (error) {
      await this.commitOneByOne(batch, error);
      return;
    }
    const again: Waiting[] = [];
    batch.forEach((waiting, n) => {
      const verdict = verdicts[n];
      if (verdict === undefined) waiting.reject(new Error('the database gave no verdict on a swab'));
      else if (verdict.outcome === 'again') again.push(waiting);
      else waiting.resolve(verdict);
    });
    this.queue.unshift(...again);
  }

  /** One act that the database cannot store must not take its neighbours with it. */
  private async commitOneByOne(batch: Waiting[], error: unknown): Promise<void> {
    if (batch.length === 1 || !this.maySplit(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    for (const waiting of batch) await this.commit([waiting]);
  }
}

/** The answer to a recorded swab, the same whenever it is asked for: places are given in order and never taken back. */
export function recordedSwab(act: SwabAct, verdict: Verdict): RecordedSwab {
  const { place, capacity, masked } = verdict;
  if (place === null || capacity === null || masked === null) throw new Error('a recorded swab has no place');
  return { id: act.id, tube: act.tube, place, filled: place, capacity, masked };
}
