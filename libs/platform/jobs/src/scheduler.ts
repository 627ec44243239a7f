import type { LoggerService } from '@nestjs/common';
import type { ErrandRepository } from './errand.repository.js';
import { Repeating } from './repeating.js';
import type { ScheduledWork } from './scheduled-work.js';

const longestPauseMs = 1_000;

/** Does periodic work when it is due. Of many runners, the one that claims the row does it. */
export class Scheduler {
  private readonly works: ReadonlyMap<string, ScheduledWork>;
  private readonly repeating = new Repeating(() => this.turn());
  private readonly running = new Set<Promise<void>>();

  constructor(
    works: readonly ScheduledWork[],
    private readonly errands: ErrandRepository,
    private readonly logger: LoggerService,
  ) {
    this.works = new Map(works.map((work) => [work.name, work]));
  }

  async start(): Promise<void> {
    for (const { name, everySeconds } of this.works.values()) await this.errands.registerSchedule(name, everySeconds);
    if (this.works.size > 0) this.repeating.start();
  }

  async stop(): Promise<void> {
    await this.repeating.stop();
    await Promise.all(this.running);
  }

  private async turn(): Promise<number> {
    try {
      const name = await this.errands.claimDue([...this.works.keys()]);
      const work = name === undefined ? undefined : this.works.get(name);
      if (work === undefined) return longestPauseMs;
      const run = this.run(work);
      this.running.add(run);
      void run.finally(() => this.running.delete(run));
      return 0;
    } catch (error) {
      this.logger.warn(`the scheduler rests: ${String(error)}`, 'Scheduler');
      return longestPauseMs;
    }
  }

  private async run(work: ScheduledWork): Promise<void> {
    let failure: string | null = null;
    try {
      await work.run();
    } catch (error) {
      failure = String(error).slice(0, 500);
      this.logger.error(`${work.name} failed: ${failure}`, 'Scheduler');
    }
    await this.errands.keepScheduleOutcome(work.name, failure).catch(() => undefined);
  }
}
