import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { LiveSignals } from '#platform/live';
import { BoardRepository } from './board.repository.js';

/** Says that a site's board changed: a higher version in this transaction, a signal when it commits. Called last. */
@Injectable()
export class BoardHand {
  constructor(
    private readonly boards: BoardRepository,
    private readonly live: LiveSignals,
  ) {}

  async changed(tx: Tx, siteId: string): Promise<void> {
    await this.boards.bump(tx, siteId);
    await this.live.changed(tx, 'board', siteId);
  }
}
