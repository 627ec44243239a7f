/** A trigger held a moment too long reads the same code again: within this it is no second scan. */
const repeatMs = 2_000;

/** Passes over the same code when it comes again at once. Each repeat holds the silence on. */
export class Repeats {
  private last: { code: string; at: number } | undefined;

  /** @param at milliseconds of a clock that nobody sets back */
  isRepeat(code: string, at: number): boolean {
    const isSame = this.last?.code === code && at - this.last.at < repeatMs;
    this.last = { code, at };
    return isSame;
  }
}
