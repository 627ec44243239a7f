/**
 * What time it is where the answers come from. A television box may believe it is 1970; every answer says when it was
 * written, and the newest of them, plus what has passed since, is the best there is.
 */
export class ServerClock {
  private offset: number | undefined;

  /** @param now milliseconds of the own clock that nobody sets back, say `performance.now` */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Takes the time at which an answer was written; one that was long on its way does not turn the clock back. */
  hear(writtenAt: string): void {
    const offset = Date.parse(writtenAt) - this.now();
    if (Number.isNaN(offset)) return;
    this.offset = this.offset === undefined || offset > this.offset ? offset : this.offset;
  }

  /** Undefined until something was heard. */
  time(): Date | undefined {
    return this.offset === undefined ? undefined : new Date(this.now() + this.offset);
  }
}
