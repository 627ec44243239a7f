import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { isConstraint, type Tx } from '#platform/database';
import { AdmissionRepository } from './admission.repository.js';
import { CorrectionGroundRepository, type GroundSwab } from './correction-ground.repository.js';
import {
  NothingToCorrect,
  ResidentHasSwab,
  SwabWasMoved,
  TubeIsOnItsWay,
  TubesAreApart,
  TubesAreNotAlike,
} from './correction.errors.js';
import { swabFact, tubeFact, type CorrectionAct, type CorrectionFacts, type SwabFact } from './correction-rules.js';
import type { CorrectionGround } from './correction-ground.service.js';
import { BarcodeNotAccepted, TubeCodeTaken, TubeIsDiscarded, TubeIsFull, UnknownResident } from './sampling.errors.js';
import { SwabLinkRepository } from './swab-link.repository.js';
import { TubeCodeRepository } from './tube-code.repository.js';

/** What is left when a correction is in effect, and whom it touched. */
export interface Applied {
  after: CorrectionFacts;
  tubes: string[];
  residents: string[];
}

/** Does what a correction says, in the transaction of whoever decided that it may. */
@Injectable()
export class CorrectionApplier {
  constructor(
    private readonly ground: CorrectionGroundRepository,
    private readonly links: SwabLinkRepository,
    private readonly codes: TubeCodeRepository,
    private readonly admissions: AdmissionRepository,
  ) {}

  /** @throws whatever speaks against it, in words; then nothing of it is done */
  async apply(tx: Tx, act: CorrectionAct, ground: CorrectionGround, by: string, reason: string): Promise<Applied> {
    switch (act.kind) {
      case 'recode-tube':
        return this.recode(tx, ground, act.toCode, by);
      case 'swap-tubes':
        return this.swap(tx, ground);
      case 'reopen-tube':
        return this.reopen(tx, ground);
      case 'move-swab':
        return this.move(tx, ground, by);
      case 'bind':
        return this.bind(tx, ground, act.residentId);
      case 'unbind':
      case 'void':
        return this.release(tx, ground, act.kind, by, reason);
    }
  }

  private async release(
    tx: Tx,
    ground: CorrectionGround,
    kind: 'unbind' | 'void',
    by: string,
    reason: string,
  ): Promise<Applied> {
    const swab = swabOf(ground);
    const { roundId, barcode } = ground.tube;
    const done =
      kind === 'void'
        ? await this.links.void(tx, roundId, swab, by, reason)
        : swab.residentId !== null && (await this.links.unbind(tx, roundId, swab));
    if (!done) throw new NothingToCorrect(barcode);
    await this.letGo(tx, roundId, swab);
    return this.leftBy(tx, ground, [swab.id], [swab.residentId]);
  }

  private async bind(tx: Tx, ground: CorrectionGround, residentId: string): Promise<Applied> {
    const swab = swabOf(ground);
    const { roundId, barcode } = ground.tube;
    if (swab.residentId === residentId && !swab.withdrawn) throw new NothingToCorrect(barcode);
    if (!(await this.ground.residentExists(tx, residentId))) throw new UnknownResident();
    if (!swab.withdrawn) await this.letGo(tx, roundId, swab);
    const earlier = await this.links.bind(tx, roundId, swab, residentId);
    if (earlier !== undefined) throw new ResidentHasSwab(earlier);
    return this.leftBy(tx, ground, [swab.id], [swab.residentId, residentId]);
  }

  private async move(tx: Tx, ground: CorrectionGround, by: string): Promise<Applied> {
    const swab = swabOf(ground);
    const to = otherOf(ground);
    if (to.barcode === ground.tube.barcode || swab.withdrawn) throw new NothingToCorrect(ground.tube.barcode);
    if (to.state === 'discarded') throw new TubeIsDiscarded(to.barcode);
    const id = uuidv7();
    const moved = await this.links.move(tx, ground.tube.roundId, swab, { tube: to.barcode, id, by });
    if (!moved) throw new TubeIsFull(to.barcode, to.filled);
    return this.leftBy(tx, ground, [swab.id, id], [swab.residentId]);
  }

  private async recode(tx: Tx, ground: CorrectionGround, toCode: string, by: string): Promise<Applied> {
    const { tube } = ground;
    if (tube.state === 'discarded') throw new TubeIsDiscarded(tube.barcode);
    const pattern = await this.codes.patternOf(tx, tube.roundId);
    if (pattern !== null && !new RegExp(pattern, 'u').test(toCode)) throw new BarcodeNotAccepted(toCode);
    const members = await this.ground.membersOf(tx, tube.roundId, [tube.barcode]);
    const done = await this.codes.recode(tx, tube.roundId, tube.barcode, toCode, by).catch(onItsWay(tube.barcode));
    if (!done) throw new TubeCodeTaken(toCode);
    return this.leftBy(tx, { ...ground, barcodes: [tube.barcode, toCode] }, [], members);
  }

  private async swap(tx: Tx, ground: CorrectionGround): Promise<Applied> {
    const { tube, barcodes } = ground;
    const other = otherOf(ground);
    if (other.barcode === tube.barcode) throw new NothingToCorrect(tube.barcode);
    if (tube.state === 'discarded') throw new TubeIsDiscarded(tube.barcode);
    if (other.state !== tube.state) throw new TubesAreNotAlike(tube.barcode, other.barcode);
    const members = await this.ground.membersOf(tx, tube.roundId, barcodes);
    await this.codes.swap(tx, tube.roundId, tube.barcode, other.barcode);
    return this.leftBy(tx, ground, [], members);
  }

  private async reopen(tx: Tx, ground: CorrectionGround): Promise<Applied> {
    const { tube } = ground;
    if (tube.state === 'discarded') throw new TubeIsDiscarded(tube.barcode);
    const done = await this.codes.reopen(tx, tube.barcode).catch(onItsWay(tube.barcode));
    if (!done) throw new NothingToCorrect(tube.barcode);
    return this.leftBy(tx, ground, [], await this.ground.membersOf(tx, tube.roundId, [tube.barcode]));
  }

  /** The person may come again, as if this swab had never been theirs. */
  private async letGo(tx: Tx, roundId: string, swab: GroundSwab): Promise<void> {
    if (swab.residentId === null) return;
    await this.links.withdrawAttendance(tx, roundId, swab);
    await this.admissions.admit(tx, [{ roundId, residentId: swab.residentId, purpose: swab.purpose }]);
  }

  private async leftBy(
    tx: Tx,
    ground: CorrectionGround,
    swabIds: readonly string[],
    residents: readonly (string | null)[],
  ): Promise<Applied> {
    const tubes = await this.ground.lockTubes(tx, ground.barcodes);
    const swabs: SwabFact[] = [];
    for (const id of swabIds) {
      for (const { barcode, roundId } of tubes) {
        const swab = await this.ground.swab(tx, roundId, barcode, id);
        if (swab !== undefined) swabs.push(swabFact(swab));
      }
    }
    return {
      after: { swabs, tubes: tubes.map(tubeFact) },
      tubes: tubes.map(({ barcode }) => barcode),
      residents: [...new Set(residents.filter((id) => id !== null))],
    };
  }
}

function swabOf(ground: CorrectionGround): GroundSwab {
  if (ground.swab === undefined) throw new Error('this correction is about no swab');
  if (ground.swab.movedTo !== null) throw new SwabWasMoved(ground.tube.barcode);
  return ground.swab;
}

function otherOf({ tube, other }: CorrectionGround): NonNullable<CorrectionGround['other']> {
  if (other === undefined) throw new Error('this correction is about one tube only');
  if (other.roundId !== tube.roundId || other.siteId !== tube.siteId) {
    throw new TubesAreApart(tube.barcode, other.barcode);
  }
  return other;
}

/** Where a tube is on its way, a later room has its own guard on it. */
function onItsWay(barcode: string): (error: unknown) => never {
  return (error) => {
    throw isConstraint(error, 'tube_on_its_way') ? new TubeIsOnItsWay(barcode) : error;
  };
}
