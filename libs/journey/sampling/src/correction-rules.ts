/** What can be put right. A swab keeps its place in the tube in which it was registered, whatever becomes of it. */
export const correctionKinds = [
  'unbind',
  'bind',
  'void',
  'move-swab',
  'recode-tube',
  'swap-tubes',
  'reopen-tube',
] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** Why; the words are what a person is told whose answer changes by it. */
export const correctionReasons = {
  'wrong-person-scanned': { 'zh-CN': '登记时扫错了人', en: 'the wrong person was scanned' },
  'person-not-scanned': { 'zh-CN': '采样时漏扫登记', en: 'the person was swabbed but not scanned' },
  'wrong-tube-scanned': { 'zh-CN': '登记到了别的采样管', en: 'the swab was registered in the wrong tube' },
  'label-mixed-up': { 'zh-CN': '采样管条码贴错', en: 'the labels of tubes were mixed up' },
  'not-swabbed': { 'zh-CN': '登记后没有采样', en: 'the person was registered but not swabbed' },
  'resident-says-so': { 'zh-CN': '本人申诉经核实', en: 'the person objected and was right' },
  'one-person-twice': { 'zh-CN': '同一人重复登记', en: 'one person was registered twice' },
  'sealed-too-early': { 'zh-CN': '封管过早', en: 'the tube was sealed too early' },
  other: { 'zh-CN': '其他原因', en: 'another reason' },
} as const;
export type CorrectionReason = keyof typeof correctionReasons;

/**
 * approved lasts as long as the transaction of the approval: what cannot be applied is refused instead, nothing of it
 * done.
 */
export const correctionTransitions = {
  proposed: ['approved', 'applied', 'refused', 'withdrawn'],
  approved: ['applied'],
  applied: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<string, readonly string[]>;
export type CorrectionState = keyof typeof correctionTransitions;
export const correctionStates = Object.keys(correctionTransitions) as CorrectionState[];

/** What is asked for, in ids and codes. */
export type CorrectionAct =
  | { kind: 'unbind' | 'void'; tube: string; swabId: string }
  | { kind: 'bind'; tube: string; swabId: string; residentId: string }
  | { kind: 'move-swab'; tube: string; swabId: string; toTube: string }
  | { kind: 'recode-tube'; tube: string; toCode: string }
  | { kind: 'swap-tubes'; tube: string; withTube: string }
  | { kind: 'reopen-tube'; tube: string };

export interface SwabFact {
  id: string;
  tube: string;
  place: number;
  residentId: string | null;
  occasion: number;
  withdrawn: boolean;
}

export interface TubeFact {
  barcode: string;
  state: string;
  filled: number;
}

/** What a correction found, or left behind. */
export interface CorrectionFacts {
  swabs: SwabFact[];
  tubes: TubeFact[];
}

/** The tubes that must exist for the act, in the order in which they are locked. */
export function tubesOf(act: CorrectionAct): string[] {
  const other = act.kind === 'move-swab' ? [act.toTube] : act.kind === 'swap-tubes' ? [act.withTube] : [];
  return [...new Set([act.tube, ...other])].sort();
}

/**
 * Whether somebody else has to agree: nobody changes alone what has left their table. A person with a swab in a tube
 * that is closed may have an answer, or be about to get one.
 */
export function needsSecondPerson(tubes: readonly { state: string }[], personHasClosedTube: boolean): boolean {
  return personHasClosedTube || tubes.some(({ state }) => state !== 'open');
}

/** A swab as it is kept in a correction, and nothing else of it. */
export function swabFact({ id, tube, place, residentId, occasion, withdrawn }: SwabFact): SwabFact {
  return { id, tube, place, residentId, occasion, withdrawn };
}

export function tubeFact({ barcode, state, filled }: TubeFact): TubeFact {
  return { barcode, state, filled };
}
