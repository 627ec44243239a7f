import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { LedgerReader } from '#journey/community';
import { Acting } from '#platform/database';

/** How often ledgers are looked for that another process left half-read, in milliseconds. */
const lookAgainAfter = 5_000;

/** Sets the reader of ledgers to work: when one comes in, when the process starts, and every few seconds. */
@Injectable()
export class LedgerClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(LedgerClock.name);
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private again = false;

  constructor(
    private readonly reader: LedgerReader,
    private readonly acting: Acting,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.wake(), lookAgainAfter);
    this.timer.unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.reader.stop();
    await this.working;
  }

  /** Has everything that waits worked off; a call while that goes on makes it look once more. */
  wake(): void {
    this.again = true;
    this.working ??= this.work().finally(() => (this.working = undefined));
  }

  private async work(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.acting
        .asHouse(() => this.reader.workOffAll())
        .catch((trouble: unknown) =>
          this.log.error(
            'a ledger could not be worked off',
            trouble instanceof Error ? trouble.stack : String(trouble),
          ),
        );
    }
  }
}
