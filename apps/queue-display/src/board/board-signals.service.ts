import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { LiveListener } from '#platform/live';
import { BoardPictures } from './board-pictures.service.js';

export const BOARD_SIGNALS_URL = Symbol('BOARD_SIGNALS_URL');

/** Hears which boards changed. What was signalled while the connection was lost is made up for by reading them all. */
@Injectable()
export class BoardSignals implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly listener: LiveListener;

  constructor(@Inject(BOARD_SIGNALS_URL) url: string, pictures: BoardPictures) {
    this.listener = new LiveListener(
      url,
      ({ picture, key }) => {
        if (picture === 'board') pictures.changed(key);
      },
      () => pictures.changed(),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.stop();
  }
}
