import { Refusal } from '../../every-page/house.js';
import { sound } from '../../every-page/verdict/verdict-sound.js';
import { memory, session, type Report, type ReportPreview } from '../house.js';
import { handIn, lookAt, signFor, type Credentials, type NotSecond } from './report-file.js';

/** How far the file in hand is. `sent` is the share of its bytes that have left, from 0 to 1. */
type Stage =
  | { is: 'idle' }
  | { is: 'looking'; file: File; sent: number }
  | { is: 'looked'; file: File; preview: ReportPreview }
  | { is: 'applying'; file: File; preview: ReportPreview; sent: number }
  | { is: 'applied'; report: Report }
  | { is: 'failed'; refusal: Refusal | 'changed' };

const idle: Stage = { is: 'idle' };

/** The file that somebody hands in: it goes on while they look at another part of the desk, and is found again. */
class ReportAtWork {
  private readonly listeners = new Set<() => void>();
  private stage: Stage = idle;

  constructor() {
    // Whoever signs in next does not find the file of the one before.
    session.subscribe(() => {
      if (session.current() === undefined) this.put(idle);
    });
  }

  readonly current = (): Stage => this.stage;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async look(file: File): Promise<void> {
    const work: Stage = { is: 'looking', file, sent: 0 };
    await this.follow(work, async (onSent) => {
      const preview = await lookAt(file, onSent);
      return [{ is: 'looked', file, preview }, preview.errorCount === 0];
    });
  }

  /** A colleague signs for the positives; then the file is looked at again, as the house sees it now. @throws {Refusal} */
  async sign(file: File, preview: ReportPreview, who: Credentials): Promise<NotSecond | undefined> {
    const problem = await signFor(preview, who);
    if (problem !== undefined) return problem;
    const now = await lookAt(file, () => undefined);
    if (now.review.isNeeded && !now.review.isSigned) return 'notOfThisLab';
    if (this.stage.is === 'looked' && this.stage.file === file) this.put({ is: 'looked', file, preview: now });
    return undefined;
  }

  async apply(file: File, preview: ReportPreview): Promise<void> {
    const work: Stage = { is: 'applying', file, preview, sent: 0 };
    await this.follow(work, async (onSent) => {
      const report = await handIn(file, onSent);
      void memory.invalidateQueries({ queryKey: ['reports'] });
      const isApplied = report.state === 'applied';
      return [isApplied ? { is: 'applied', report } : { is: 'failed', refusal: 'changed' }, isApplied];
    });
  }

  private async follow(
    work: Extract<Stage, { sent: number }>,
    send: (onSent: (sent: number) => void) => Promise<[Stage, boolean]>,
  ): Promise<void> {
    let latest: Stage = work;
    const isStill = () => this.stage === latest;
    this.put(latest);
    addEventListener('beforeunload', warn);
    try {
      const [ending, isRight] = await send((sent) => {
        if (isStill()) this.put((latest = { ...work, sent }));
      });
      if (isStill()) this.end(ending, isRight);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (isStill()) this.end({ is: 'failed', refusal: error }, false);
    } finally {
      removeEventListener('beforeunload', warn);
    }
  }

  private end(stage: Stage, isRight: boolean): void {
    sound(isRight ? 'right' : 'wrong');
    this.put(stage);
  }

  private put(stage: Stage): void {
    this.stage = stage;
    for (const listener of this.listeners) listener();
  }
}

/** Closing the page would end it half-way: the browser asks first. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export const reportAtWork = new ReportAtWork();
