/** Runs `turn` again and again until stopped; `turn` says how many milliseconds to rest before the next one. */
export class Repeating {
  private stopped = true;
  private timer: NodeJS.Timeout | undefined;
  private wake: (() => void) | undefined;
  private ended: Promise<void> = Promise.resolve();

  constructor(private readonly turn: () => Promise<number>) {}

  start(): void {
    this.stopped = false;
    this.ended = this.loop();
  }

  /** Ends the rest early, if it is resting. */
  nudge(): void {
    this.wake?.();
  }

  /** Resolves when the running turn has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.nudge();
    await this.ended;
  }

  private async loop(): Promise<void> {
    while (!this.stopped) {
      const rest = await this.turn();
      if (rest > 0) await this.pause(rest);
    }
  }

  private async pause(milliseconds: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      this.timer = setTimeout(resolve, milliseconds);
    });
    clearTimeout(this.timer);
    this.wake = undefined;
  }
}
