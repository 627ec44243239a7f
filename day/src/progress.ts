/** Tells on standard error how the day goes; standard output is for the books. */
export class Progress {
  private last = 0;
  private readonly started = Date.now();

  constructor(private readonly quiet: boolean) {}

  say(line: string): void {
    if (!this.quiet) process.stderr.write(`${this.clock()}  ${line}\n`);
  }

  /** Like `say`, but at most once a second. */
  tick(line: () => string): void {
    if (Date.now() - this.last < 1_000) return;
    this.last = Date.now();
    this.say(line());
  }

  seconds(): number {
    return (Date.now() - this.started) / 1_000;
  }

  private clock(): string {
    const seconds = Math.floor(this.seconds());
    return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  }
}
