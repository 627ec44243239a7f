import type { Deed, SealReason } from '../acts/act.js';
import { isFull, type Tube } from './table.js';

/** What the count on the table is compared with. */
export type Counted =
  | { state: 'even'; needsReason: boolean }
  /** `voided`: so many registrations were withdrawn, and just their swabs are not in there. */
  | { state: 'differs'; booked: number; counted: number; voided: number }
  | { state: 'empty' };

/** Compares the swabs that somebody counted with the places that are used up. */
export function compareCount(tube: Tube, counted: number): Counted {
  const booked = tube.places.length;
  if (counted === 0) return { state: 'empty' };
  if (counted !== booked) {
    const voided = tube.places.filter(({ isVoid }) => isVoid).length;
    return { state: 'differs', booked, counted, voided: counted === booked - voided ? voided : 0 };
  }
  // A household's tube is complete with its household, however few they are.
  return { state: 'even', needsReason: !isFull(tube) && tube.poolClass !== 'household' };
}

/** The act of sealing; undefined as long as something that it needs is missing. */
export function sealOf(tube: Tube, counted: number, reason?: SealReason, note = ''): Deed | undefined {
  const count = compareCount(tube, counted);
  const words = note.trim().slice(0, 500);
  const deed = { kind: 'seal' as const, tube: tube.barcode, countedSwabs: counted };
  if (count.state === 'empty') return undefined;
  if (count.state === 'differs') return words === '' ? undefined : { ...deed, reason: 'count-differs', note: words };
  if (!count.needsReason) return deed;
  if (reason === undefined || reason === 'count-differs') return undefined;
  return { ...deed, reason, ...(words === '' ? {} : { note: words }) };
}
