/** Why a batch does not fit the one before it. */
export type ChainFault = 'counter-taken' | 'counter-skipped' | 'previous-differs';

/**
 * Where a batch stands in its device's chain. Each batch has the next counter and names the hash of the one before it,
 * so a copy of the device that works beside it shows at once. Its acts are taken over all the same: they happened.
 * @param isKnown whether this very batch has been taken over before
 */
export function chainFaultOf(
  stands: { counter: number; lastHash: string },
  batch: { counter: number; previousHash: string },
  isKnown: boolean,
): { fault: ChainFault | null; advances: boolean } {
  if (isKnown) return { fault: null, advances: false };
  if (batch.counter <= stands.counter) return { fault: 'counter-taken', advances: false };
  if (batch.counter > stands.counter + 1) return { fault: 'counter-skipped', advances: true };
  return { fault: batch.previousHash === stands.lastHash ? null : 'previous-differs', advances: true };
}
