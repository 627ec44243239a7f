/** What was found in a box so far: kept on the device until it is written down, so that a reload at two in the night loses nothing. */
export interface ReceiptDraft {
  /** Makes the receipt the same one when it is sent again. */
  id: string;
  accepted: string[];
  rejected: { barcode: string; reason: string }[];
}

const keyOf = (boxCode: string) => `shihe-receipt:${boxCode}`;

export function readDraft(boxCode: string, id: string): ReceiptDraft {
  const fresh = { id, accepted: [], rejected: [] };
  try {
    const kept = localStorage.getItem(keyOf(boxCode));
    return kept === null ? fresh : { ...fresh, ...(JSON.parse(kept) as Partial<ReceiptDraft>) };
  } catch {
    return fresh;
  }
}

export function keepDraft(boxCode: string, draft: ReceiptDraft): void {
  try {
    localStorage.setItem(keyOf(boxCode), JSON.stringify(draft));
  } catch {
    // A browser that keeps nothing: the page works as long as it stays open.
  }
}

export function dropDraft(boxCode: string): void {
  try {
    localStorage.removeItem(keyOf(boxCode));
  } catch {
    // Nothing was kept.
  }
}

/** The same with this tube accepted; a tube that was rejected is accepted again. */
export function withAccepted(draft: ReceiptDraft, barcode: string): ReceiptDraft {
  const rejected = draft.rejected.filter((one) => one.barcode !== barcode);
  const accepted = draft.accepted.includes(barcode) ? draft.accepted : [...draft.accepted, barcode];
  return { ...draft, accepted, rejected };
}

export function withRejected(draft: ReceiptDraft, barcode: string, reason: string): ReceiptDraft {
  return {
    ...draft,
    accepted: draft.accepted.filter((one) => one !== barcode),
    rejected: [...draft.rejected.filter((one) => one.barcode !== barcode), { barcode, reason }],
  };
}

export function without(draft: ReceiptDraft, barcode: string): ReceiptDraft {
  return {
    ...draft,
    accepted: draft.accepted.filter((one) => one !== barcode),
    rejected: draft.rejected.filter((one) => one.barcode !== barcode),
  };
}

/** What is still to be found of the box, and what was found that is not of it. */
export function balance(draft: ReceiptDraft, expected: readonly string[]): { missing: string[]; surplus: string[] } {
  const found = new Set([...draft.accepted, ...draft.rejected.map(({ barcode }) => barcode)]);
  const known = new Set(expected);
  return {
    missing: expected.filter((barcode) => !found.has(barcode)),
    surplus: [...found].filter((barcode) => !known.has(barcode)),
  };
}
