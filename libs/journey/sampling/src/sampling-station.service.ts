import { Injectable } from '@nestjs/common';
import { MergingBook } from '#journey/community';
import { Clock } from '#platform/clock';
import { bodyHash, isUnavailable, Transactions } from '#platform/database';
import { ServiceBusy } from '#platform/errors';
import { Journal } from '#platform/journal';
import {
  BarcodeNotAccepted,
  CountDiffers,
  NobodyOnShift,
  NotFullNeedsReason,
  PoolClassNotInRound,
  RoundIsNotRunning,
  TubeCodeTaken,
  TubeIsDiscarded,
  TubeIsEmpty,
  TubeIsSealed,
  UnknownRound,
  UnknownStation,
  UnknownTube,
} from './sampling.errors.js';
import { TubeOpened, TubeSealed } from './sampling.events.js';
import { objectionToSeal, type SealRequest } from './seal-rules.js';
import { CommitterIsFull, recordedSwab, SwabCommitter } from './swab-committer.js';
import { momentInWords, refusalOf } from './swab-refusals.js';
import { SwabRepository } from './swab.repository.js';
import type { RecordedSwab, SwabAct, Verdict } from './swab.js';
import { TubeRepository, type NewTube, type OpeningGround, type Tube, type TubeRow } from './tube.repository.js';

/** A batch fills one round trip; two under way keep PostgreSQL busy while the next gathers (docs/decisions/0001). */
const committing = { batch: 200, inFlight: 2, waiting: 4_000 };

/** What a pair at a table does: open a tube, record swabs, seal the tube. */
@Injectable()
export class SamplingStation {
  private readonly committer: SwabCommitter;

  constructor(
    private readonly transactions: Transactions,
    private readonly tubes: TubeRepository,
    swabs: SwabRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly mergings: MergingBook,
  ) {
    this.committer = new SwabCommitter(
      (acts) => swabs.record(acts),
      committing,
      (error) => !isUnavailable(error),
    );
  }

  /** Opens a tube for this station; said again with the same content it gives the same tube. */
  open(asked: Omit<NewTube, 'bodyHash'>): Promise<Tube> {
    const hash = bodyHash([asked.roundId, asked.stationId, asked.poolClass]);
    return this.transactions.run(async (tx) => {
      const ground = await this.tubes.openingGround(tx, asked);
      const known = await this.tubes.lock(tx, asked.barcode);
      if (known !== undefined) return this.sameTube(known, hash);
      const place = assertGround(ground, asked);
      const tube = await this.tubes.insert(tx, { ...asked, ...place, bodyHash: hash });
      if (tube === undefined) {
        const other = await this.tubes.lock(tx, asked.barcode);
        if (other === undefined) throw new UnknownTube(asked.barcode);
        return this.sameTube(other, hash);
      }
      await this.journal.record(tx, TubeOpened, {
        actorId: asked.openedBy,
        siteId: tube.siteId,
        subject: `tube:${tube.barcode}`,
        payload: {
          roundId: tube.roundId,
          stationId: tube.stationId,
          shiftId: tube.shiftId,
          poolClass: tube.poolClass,
          capacity: tube.capacity,
        },
      });
      return tube;
    });
  }

  /**
   * Records one swab and answers after COMMIT. The same act again gives the same answer.
   * @throws the refusal in words that the pair can act on; then nothing was stored and the swab need not be taken.
   */
  async swab(act: SwabAct): Promise<RecordedSwab> {
    let verdict: Verdict;
    try {
      verdict = await this.committer.submit(act);
    } catch (error) {
      if (error instanceof CommitterIsFull) throw new ServiceBusy();
      throw error;
    }
    if (verdict.outcome === 'recorded') return recordedSwab(act, verdict);
    if (verdict.outcome === 'unknown-resident') {
      // An old code or document may name an entry of the ledger that was absorbed by another. The act keeps its id.
      const survivor = await this.mergings.survivorOf(act.resident);
      if (survivor !== undefined) return this.swab({ ...act, resident: { id: survivor } });
    }
    throw refusalOf(act, verdict, await this.momentOf(verdict));
  }

  /** Closes a tube for good. The pair's count is compared with the system's; the same seal again gives the same tube. */
  seal(barcode: string, request: SealRequest, by: string): Promise<Tube> {
    const hash = bodyHash(request);
    return this.transactions.run(async (tx) => {
      const tube = await this.tubes.lock(tx, barcode);
      if (tube === undefined) throw new UnknownTube(barcode);
      if (tube.state === 'sealed') {
        if (tube.sealHash?.equals(hash)) return tube;
        throw new TubeIsSealed(barcode);
      }
      if (tube.state === 'discarded') throw new TubeIsDiscarded(barcode);
      this.assertSealable(tube, request);
      const { countedSwabs, reason = null, note = null } = request;
      const sealed = await this.tubes.seal(tx, barcode, { by, countedSwabs, reason, note, hash });
      if (sealed === undefined) throw new TubeIsSealed(barcode);
      await this.journal.record(tx, TubeSealed, {
        actorId: by,
        siteId: sealed.siteId,
        subject: `tube:${barcode}`,
        payload: { filled: sealed.filled, counted: countedSwabs, capacity: sealed.capacity, reason },
      });
      return sealed;
    });
  }

  private sameTube(known: TubeRow, hash: Buffer): Tube {
    if (!known.bodyHash.equals(hash)) throw new TubeCodeTaken(known.barcode);
    if (known.state === 'discarded') throw new TubeIsDiscarded(known.barcode);
    return known;
  }

  private assertSealable(tube: TubeRow, request: SealRequest): void {
    switch (objectionToSeal(tube, request)) {
      case 'empty':
        throw new TubeIsEmpty(tube.barcode);
      case 'count-differs':
        throw new CountDiffers(tube.barcode, request.countedSwabs, tube.filled);
      case 'not-full':
        throw new NotFullNeedsReason(tube.barcode, tube.filled, tube.capacity);
      case undefined:
        return;
    }
  }

  private async momentOf(verdict: Verdict): Promise<{ zh: string; en: string } | undefined> {
    if (verdict.earlierAt === null || verdict.earlierTube === null) return undefined;
    const site = await this.tubes.siteClock(verdict.earlierTube);
    return site && momentInWords(verdict.earlierAt, this.clock.now(), site);
  }
}

function assertGround(
  ground: OpeningGround,
  asked: Omit<NewTube, 'bodyHash'>,
): { siteId: string; shiftId: string; capacity: number } {
  const { roundState, barcodePattern, capacity, siteId, shiftId } = ground;
  if (roundState === null) throw new UnknownRound();
  if (roundState !== 'open' && roundState !== 'closing') throw new RoundIsNotRunning();
  if (capacity === null) throw new PoolClassNotInRound(asked.poolClass);
  if (barcodePattern !== null && !new RegExp(barcodePattern, 'u').test(asked.barcode)) {
    throw new BarcodeNotAccepted(asked.barcode);
  }
  if (siteId === null) throw new UnknownStation();
  if (shiftId === null) throw new NobodyOnShift();
  return { siteId, shiftId, capacity };
}
