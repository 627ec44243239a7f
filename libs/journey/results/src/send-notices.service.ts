import { Injectable } from '@nestjs/common';
import type { ScheduledWork } from '#platform/jobs';
import { NoticeSender, NoticesNotSent, type Notice } from './notice-sender.js';
import { NoticeRepository } from './notice.repository.js';

const batch = 1_000;
const abandonedAfterSeconds = 300;

/**
 * Sends what waits, each notice at most once: it is claimed in a committed step first, so a process that dies while
 * sending leaves it as unknown instead of sending it twice.
 */
@Injectable()
export class SendNotices implements ScheduledWork {
  readonly name = 'results.notices';
  readonly everySeconds = 2;

  constructor(
    private readonly notices: NoticeRepository,
    private readonly sender: NoticeSender,
  ) {}

  async run(): Promise<void> {
    await this.notices.giveUpAbandoned(abandonedAfterSeconds);
    let claimed: Notice[];
    do {
      claimed = await this.notices.claim(batch);
      if (claimed.length > 0) await this.notices.settle(claimed, await this.send(claimed));
    } while (claimed.length === batch);
  }

  private async send(claimed: readonly Notice[]): Promise<'sent' | 'unknown'> {
    try {
      await this.sender.send(claimed);
      return 'sent';
    } catch (error) {
      if (!(error instanceof NoticesNotSent)) return 'unknown';
      await this.notices.settle(claimed, 'waiting');
      throw error;
    }
  }
}
