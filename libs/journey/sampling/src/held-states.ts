export const heldStates = ['held', 'taken', 'set-aside'] as const;
export type HeldState = (typeof heldStates)[number];

/** Why a device may not speak: nobody has let it in yet, its certificate ran out, or it was stopped. */
export const heldReasons = ['waiting', 'expired', 'revoked'] as const;
export type HeldBecause = (typeof heldReasons)[number];
