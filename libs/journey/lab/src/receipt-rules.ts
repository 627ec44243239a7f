import type { TubeState } from '#journey/sampling';
/** What the house knows of a tube that is listed in a receipt or expected in its box. */
export interface ArrivedTube {
  barcode: string;
  /** In the accepted or the rejected list of this receipt. */
  listed: boolean;
  /** In the box, by the packer's scan. */
  expected: boolean;
  /** Undefined when nobody ever opened such a tube. */
  state: TubeState | undefined;
  boxed: boolean;
  ending: 'delivered' | 'lost' | undefined;
  /** Delivered by this very receipt. */
  takenIn: boolean;
  /** The laboratory that has it, when it was delivered before. */
  atLab: string | undefined;
}

export type DifferenceCause =
  | 'not-in-box'
  | 'of-another-box'
  | 'never-boxed'
  | 'unknown-tube'
  | 'not-sealed'
  | 'at-another-lab'
  | 'already-received'
  | 'declared-lost';

export interface ReceiptDifference {
  barcode: string;
  kind: 'missing' | 'surplus';
  cause: DifferenceCause;
  takenIn: boolean;
}

/** Where box and content disagree. A tube that was declared lost and did not come is no difference. */
export function receiptDifferences(tubes: ArrivedTube[], labCode: string): ReceiptDifference[] {
  return tubes.flatMap((tube) => {
    const kind = tube.listed ? 'surplus' : 'missing';
    const cause = tube.listed ? surplusCause(tube, labCode) : missingCause(tube, labCode);
    return cause === undefined ? [] : [{ barcode: tube.barcode, kind, cause, takenIn: tube.takenIn }];
  });
}

function surplusCause(tube: ArrivedTube, labCode: string): DifferenceCause | undefined {
  if (tube.takenIn) {
    if (tube.expected) return undefined;
    return tube.boxed ? 'of-another-box' : 'never-boxed';
  }
  if (tube.state === undefined) return 'unknown-tube';
  if (tube.ending === 'lost') return 'declared-lost';
  if (tube.ending === 'delivered') return tube.atLab === labCode ? 'already-received' : 'at-another-lab';
  return 'not-sealed';
}

function missingCause(tube: ArrivedTube, labCode: string): DifferenceCause | undefined {
  if (tube.ending === 'lost') return undefined;
  if (tube.ending === 'delivered') return tube.atLab === labCode ? 'already-received' : 'at-another-lab';
  return 'not-in-box';
}
