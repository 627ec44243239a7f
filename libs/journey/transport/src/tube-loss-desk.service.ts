import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { TubeEndRepository } from './tube-end.repository.js';
import {
  DiscardedTubeCannotBeLost,
  OpenTubeCannotBeLost,
  TubeAlreadyLost,
  TubeIsAtLab,
  UnknownTubeToLose,
} from './tube-loss.errors.js';
import { tubeLost } from './transport.events.js';

export interface LostTube {
  barcode: string;
  reason: string;
  lostAt: Date;
}

/** Where the way of a tube ends: declared lost before a laboratory had it, or delivered. One or the other, never both. */
@Injectable()
export class TubeLossDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly ends: TubeEndRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Declares a sealed tube lost; everybody in it will be asked to come again. The same declaration again is harmless.
   * @throws TubeIsAtLab when a laboratory took it in; DiscardedTubeCannotBeLost; OpenTubeCannotBeLost; TubeAlreadyLost; UnknownTubeToLose
   */
  async declareLost(barcode: string, reason: string, by: string): Promise<LostTube> {
    return this.transactions.run(async (tx) => {
      const tube = await this.ends.tube(tx, barcode);
      if (tube === undefined) throw new UnknownTubeToLose(barcode);
      if (tube.state === 'open') throw new OpenTubeCannotBeLost(barcode);
      if (tube.state === 'discarded') throw new DiscardedTubeCannotBeLost(barcode);
      const at = this.clock.now();
      const [ended] = await this.ends.end(tx, [barcode], { ending: 'lost', reason, by, at });
      if (ended !== undefined) {
        const entry = { actorId: by, siteId: tube.site_id, subject: `tube:${barcode}`, payload: { barcode } };
        await this.journal.record(tx, tubeLost, entry);
        return { barcode, reason, lostAt: at };
      }
      const end = await this.ends.endOf(tx, barcode);
      if (end?.ending !== 'lost') throw new TubeIsAtLab(barcode);
      if (end.reason !== reason) throw new TubeAlreadyLost(barcode);
      return { barcode, reason, lostAt: end.ended_at };
    });
  }

  /**
   * For the laboratory's receipt, inside its transaction: these tubes have arrived and can no longer be lost.
   * Answers the barcodes it took; the others already have an end.
   */
  deliver(tx: Tx, barcodes: string[], by: string): Promise<string[]> {
    return this.ends.end(tx, barcodes, { ending: 'delivered', reason: null, by, at: this.clock.now() });
  }
}
