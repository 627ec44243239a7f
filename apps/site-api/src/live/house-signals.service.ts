import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Sessions, SESSIONS_OF } from '#platform/access';
import { Database } from '#platform/database';
import { LiveListener } from '#platform/live';
import { DeskSockets } from './desk-sockets.service.js';

/**
 * Hears what other processes signal. A session that was ended anywhere is over here at once; whatever was signalled while
 * the connection was lost is made up for by believing nothing that was read before. Signals hold ids alone.
 */
@Injectable()
export class HouseSignals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listener: LiveListener;

  constructor(database: Database, sessions: Sessions, desk: DeskSockets) {
    this.listener = new LiveListener(
      database.addressOf('reader'),
      ({ picture, key }) => {
        if (picture === SESSIONS_OF) {
          sessions.forget(key);
          void desk.lookAgain(key);
        } else desk.changed(key);
      },
      () => {
        sessions.forget();
        void desk.everythingMayHaveChanged();
      },
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.stop();
  }
}
