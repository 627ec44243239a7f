import type { z } from 'zod';
import type { Tube } from '#journey/sampling';
import type { tubeAnswer } from './sampling.dto.js';

/** What leaves the house of a tube: named fields only, times as text. */
export function answerOf(tube: Tube): z.input<typeof tubeAnswer> {
  const { barcode, roundId, siteId, stationId, poolClass, capacity, filled, state } = tube;
  const { countedSwabs, sealReason, sealNote } = tube;
  return {
    barcode,
    roundId,
    siteId,
    stationId,
    poolClass,
    capacity,
    filled,
    state,
    openedAt: tube.openedAt.toISOString(),
    firstSwabAt: tube.firstSwabAt?.toISOString() ?? null,
    sealedAt: tube.sealedAt?.toISOString() ?? null,
    countedSwabs,
    sealReason,
    sealNote,
    discardedAt: tube.discardedAt?.toISOString() ?? null,
    discardReason: tube.discardReason,
  };
}
