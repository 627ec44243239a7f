import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { Settings } from '#platform/config';
import { OlderTransactionsRepository } from './older-transactions.repository.js';
import { PurgeRefused } from './purge-refused.js';

const piece = z.object({ SHIHE_PURGE_PATIENCE_SECONDS: z.coerce.number().min(0).max(86_400).default(120) });
const lookEveryMs = 200;

/** Waits until nobody's transaction sees what was destroyed: only then does a table's new file go without it. */
@Injectable()
export class OlderTransactions {
  private readonly patienceMs: number;

  constructor(
    private readonly transactions: OlderTransactionsRepository,
    settings: Settings,
  ) {
    this.patienceMs = settings.read(piece).SHIHE_PURGE_PATIENCE_SECONDS * 1_000;
  }

  /** @throws PurgeRefused naming who is still at it when patience (`SHIHE_PURGE_PATIENCE_SECONDS`) has run out */
  async outlast(): Promise<void> {
    const giveUpAt = Date.now() + this.patienceMs;
    const point = await this.transactions.now();
    await until(giveUpAt, () => this.transactions.writing(point));
    const before = await this.transactions.atWork();
    await until(giveUpAt, async () =>
      [...(await this.transactions.atWork())].flatMap(([key, words]) => (before.has(key) ? [words] : [])),
    );
    await until(giveUpAt, () => this.transactions.replicas(point));
  }
}

async function until(giveUpAt: number, left: () => Promise<readonly string[]>): Promise<void> {
  for (;;) {
    const still = await left();
    if (still.length === 0) return;
    if (Date.now() >= giveUpAt) {
      throw new PurgeRefused(
        `The rows are destroyed, but older transactions still see them, and PostgreSQL keeps them on the disk for as long: ${still.join('; ')}. ` +
          'Let them end (a backup, somebody at psql), then run npm run purge again: it goes on from here.',
      );
    }
    await sleep(lookEveryMs);
  }
}
