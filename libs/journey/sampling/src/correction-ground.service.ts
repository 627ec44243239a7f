import { Injectable } from '@nestjs/common';
import { bodyHash, type Tx } from '#platform/database';
import { CorrectionGroundRepository, type GroundSwab, type GroundTube } from './correction-ground.repository.js';
import { swabFact, tubeFact, tubesOf, type CorrectionAct, type CorrectionFacts } from './correction-rules.js';
import { UnknownSwab, UnknownTube } from './sampling.errors.js';

/** The tubes and the swab that a correction is about, held still until its transaction ends. */
export interface CorrectionGround {
  barcodes: string[];
  tube: GroundTube;
  other: GroundTube | undefined;
  swab: GroundSwab | undefined;
}

@Injectable()
export class CorrectionGrounds {
  constructor(private readonly repository: CorrectionGroundRepository) {}

  /** Locks and reads. @throws UnknownTube, UnknownSwab */
  async hold(tx: Tx, act: CorrectionAct): Promise<CorrectionGround> {
    const barcodes = tubesOf(act);
    const tubes = new Map((await this.repository.lockTubes(tx, barcodes)).map((tube) => [tube.barcode, tube]));
    const tubeOf = (barcode: string): GroundTube => {
      const tube = tubes.get(barcode);
      if (tube === undefined) throw new UnknownTube(barcode);
      return tube;
    };
    const tube = tubeOf(act.tube);
    const otherCode = act.kind === 'move-swab' ? act.toTube : act.kind === 'swap-tubes' ? act.withTube : undefined;
    const other = otherCode === undefined ? undefined : tubeOf(otherCode);
    const swab = 'swabId' in act ? await this.repository.swab(tx, tube.roundId, act.tube, act.swabId) : undefined;
    if ('swabId' in act && swab === undefined) throw new UnknownSwab();
    return { barcodes, tube, other, swab };
  }

  /** The people whose answer may change by it, as far as can be said beforehand. */
  peopleOf(act: CorrectionAct, { swab }: CorrectionGround): string[] {
    return [swab?.residentId, act.kind === 'bind' ? act.residentId : undefined].filter((id) => id != null);
  }
}

/** What must not have changed between a proposal and its approval: the swab, or the tubes where they are the subject. */
export function factsOf(act: CorrectionAct, { tube, other, swab }: CorrectionGround): CorrectionFacts {
  if ('swabId' in act) {
    return { swabs: swab === undefined ? [] : [swabFact(swab)], tubes: [] };
  }
  const tubes = [tube, ...(other === undefined ? [] : [other])];
  return { swabs: [], tubes: tubes.map(tubeFact) };
}

export function sameFacts(one: CorrectionFacts, other: CorrectionFacts): boolean {
  return bodyHash(one).equals(bodyHash(other));
}
