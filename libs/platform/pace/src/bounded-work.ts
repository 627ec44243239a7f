/** Work that takes much of a machine: only so much of it at once, the rest in line, and no endless line. */
export class BoundedWork {
  private readonly lines = { first: [] as (() => void)[], 'in turn': [] as (() => void)[] };
  private running = 0;

  constructor(
    private readonly limits: { atOnce: number; waiting: number },
    private readonly lineIsFull: () => Error,
  ) {}

  /**
   * Does the work when its turn comes. Those in the line `first` go before all others, and each line has its own end.
   * @throws what `lineIsFull` makes, at once, when too many wait in that line already.
   */
  async run<T>(work: () => Promise<T>, line: 'first' | 'in turn' = 'in turn'): Promise<T> {
    if (this.running >= this.limits.atOnce) {
      if (this.lines[line].length >= this.limits.waiting) throw this.lineIsFull();
      // Whoever leaves hands its place over, so that nobody who comes later slips in between.
      await new Promise<void>((resolve) => this.lines[line].push(resolve));
    } else {
      this.running += 1;
    }
    try {
      return await work();
    } finally {
      const next = this.lines.first.shift() ?? this.lines['in turn'].shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }
}
