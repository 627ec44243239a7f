/** Why a tube is closed before it is full, or with another number of swabs than the system knows (10合1 rule: fewer than ten must be marked and recorded). */
export const sealReasons = [
  'end-of-session',
  'shift-change',
  'deadline',
  'class-change',
  'last-in-line',
  'oldest-swab-too-old',
  'count-differs',
  'other',
] as const;

export type SealReason = (typeof sealReasons)[number];

export interface SealRequest {
  countedSwabs: number;
  reason?: SealReason | undefined;
  note?: string | undefined;
}

export interface SealableTube {
  filled: number;
  capacity: number;
  poolClass: string;
}

/** What speaks against sealing, or undefined. A household tube is complete with its household, however few they are. */
export function objectionToSeal(
  tube: SealableTube,
  request: SealRequest,
): 'empty' | 'count-differs' | 'not-full' | undefined {
  if (tube.filled === 0) return 'empty';
  if (request.countedSwabs !== tube.filled && (request.reason !== 'count-differs' || !request.note))
    return 'count-differs';
  const mayBeShort = tube.poolClass === 'household' || request.reason !== undefined;
  return tube.filled < tube.capacity && !mayBeShort ? 'not-full' : undefined;
}
