/** Work that takes a processor for itself: only so much of it at once, the rest in line, and no endless line. */
export class BoundedWork {
  private readonly line: (() => void)[] = [];
  private running = 0;

  constructor(
    private readonly limits: { atOnce: number; waiting: number },
    private readonly lineIsFull: () => Error,
  ) {}

  /** Does the work when its turn comes. @throws what `lineIsFull` makes, at once, when too many wait already. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.atOnce) {
      if (this.line.length >= this.limits.waiting) throw this.lineIsFull();
      // Whoever leaves hands its place over, so that nobody who comes later slips in between.
      await new Promise<void>((resolve) => this.line.push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
