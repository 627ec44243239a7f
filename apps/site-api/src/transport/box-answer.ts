import type { z } from 'zod';
import type { BoxRecord, BoxSummary } from '#journey/transport';
import type { boxRecord, boxSummary } from './transport.dto.js';

export function summaryAnswer(box: BoxSummary): z.input<typeof boxSummary> {
  return {
    code: box.code,
    siteId: box.siteId,
    labCode: box.labCode,
    state: box.state,
    tubes: box.tubes,
    countedTubes: box.countedTubes,
    hubCode: box.hubCode,
    openedAt: box.openedAt.toISOString(),
    sealedAt: box.sealedAt?.toISOString() ?? null,
    receivedAt: box.receivedAt?.toISOString() ?? null,
  };
}

export function recordAnswer(box: BoxRecord): z.input<typeof boxRecord> {
  return {
    ...summaryAnswer(box),
    contents: box.contents.map(({ barcode, lost }) => ({ barcode, lost })),
    removals: box.removals.map(({ barcode, reason, removedBy, removedAt }) => ({
      barcode,
      reason,
      removedBy,
      removedAt: removedAt.toISOString(),
    })),
    custody: box.custody.map((leg) => ({
      leg: leg.leg,
      kind: leg.kind,
      givenBy: leg.givenBy,
      takenBy: leg.takenBy,
      hubCode: leg.hubCode,
      plate: leg.plate,
      signedAt: leg.signedAt.toISOString(),
    })),
  };
}
