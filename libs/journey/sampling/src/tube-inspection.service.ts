import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { TubeIsDiscarded, TubeIsNotEmpty, TubeIsSealed, UnknownSwab, UnknownTube } from './sampling.errors.js';
import { TubeDiscarded } from './sampling.events.js';
import { SwabRepository } from './swab.repository.js';
import { SwabWithdrawal } from './swab-withdrawal.service.js';
import { TubeRepository, type Tube, type TubeMember } from './tube.repository.js';

export interface VoidAnswer {
  swabId: string;
  place: number;
  voidedAt: Date;
  reason: string;
}

/** What can be seen of a tube, and what can be put right while it is still open. */
@Injectable()
export class TubeInspection {
  constructor(
    private readonly transactions: Transactions,
    private readonly tubes: TubeRepository,
    private readonly swabs: SwabRepository,
    private readonly withdrawal: SwabWithdrawal,
    private readonly journal: Journal,
  ) {}

  async show(barcode: string): Promise<Tube & { members: TubeMember[] }> {
    const tube = await this.tubes.find(barcode);
    if (tube === undefined) throw new UnknownTube(barcode);
    return { ...tube, members: await this.tubes.members(barcode, tube.roundId) };
  }

  /** The tubes that stand open on a table, so that a device which was restarted finds its place again. */
  openAtStation(stationId: string): Promise<Tube[]> {
    return this.tubes.openAtStation(stationId);
  }

  /**
   * Puts away a tube that was opened by mistake or never used. Nothing is in it, so nobody is missing; its code is used
   * up. Said again with the same reason it is the same tube.
   * @throws TubeIsNotEmpty once a swab is in it; TubeIsSealed; TubeIsDiscarded when it was put away for another reason
   */
  discard(barcode: string, reason: string, by: string): Promise<Tube> {
    return this.transactions.run(async (tx) => {
      const tube = await this.tubes.lock(tx, barcode);
      if (tube === undefined) throw new UnknownTube(barcode);
      if (tube.state === 'sealed') throw new TubeIsSealed(barcode);
      if (tube.state === 'discarded') {
        if (tube.discardReason === reason) return tube;
        throw new TubeIsDiscarded(barcode);
      }
      const discarded = await this.tubes.discard(tx, barcode, by, reason);
      if (discarded === undefined) throw new TubeIsNotEmpty(barcode, tube.filled);
      await this.journal.record(tx, TubeDiscarded, {
        actorId: by,
        siteId: tube.siteId,
        subject: `tube:${barcode}`,
        payload: { reason },
      });
      return discarded;
    });
  }

  /**
   * Withdraws a registration in an open tube. The swab is in the medium, so it keeps its place; the person may be
   * sampled again. Withdrawn again, it is the same answer.
   */
  voidSwab(barcode: string, swabId: string, reason: string, by: string): Promise<VoidAnswer> {
    return this.transactions.run(async (tx) => {
      const tube = await this.tubes.lock(tx, barcode);
      if (tube === undefined) throw new UnknownTube(barcode);
      const found = await this.swabs.find(tx, tube.roundId, barcode, swabId);
      if (found === undefined) throw new UnknownSwab();
      if (found.voided_at !== null) return answerOf(found, found.voided_at);
      if (tube.state !== 'open') throw new TubeIsSealed(barcode);
      const { roundId, siteId } = tube;
      const swab = await this.withdrawal.withdraw(tx, { roundId, siteId, tube: barcode, swabId, reason, by });
      if (swab?.voided_at == null) throw new UnknownSwab();
      return answerOf(swab, swab.voided_at);
    });
  }
}

function answerOf(swab: { id: string; place: number; void_reason: string | null }, voidedAt: Date): VoidAnswer {
  return { swabId: swab.id, place: swab.place, voidedAt, reason: swab.void_reason ?? '' };
}
