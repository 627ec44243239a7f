import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Sessions, SESSIONS_OF } from '#platform/access';
import { Database } from '#platform/database';
import { LiveListener } from '#platform/live';

/**
 * Hears what other processes signal. A session that was ended anywhere is over here at once; whatever was signalled while
 * the connection was lost is made up for by believing nothing that was read before.
 */
@Injectable()
export class HouseSignals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listener: LiveListener;

  constructor(database: Database, sessions: Sessions) {
    this.listener = new LiveListener(
      database.addressOf('reader'),
      ({ picture, key }) => {
        if (picture === SESSIONS_OF) sessions.forget(key);
      },
      () => sessions.forget(),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.stop();
  }
}
