/** One swab as a table sends it. `id` is made by the client before it is sent and makes a repeat recognisable. */
export interface SwabAct {
  id: string;
  tube: string;
  resident: { id: string } | { documentIndex: Buffer };
  scannedAt: Date;
  actorId: string;
  /** Fingerprint of what was asked for, to tell a repeat from another act under the same id. */
  bodyHash: Buffer;
}

/** A swab that is in the tube and committed. */
export interface RecordedSwab {
  id: string;
  tube: string;
  place: number;
  filled: number;
  capacity: number;
  masked: string;
}

export type Outcome =
  | 'recorded'
  | 'again'
  | 'id-taken'
  | 'unknown-tube'
  | 'tube-sealed'
  | 'tube-discarded'
  | 'round-closed'
  | 'unknown-resident'
  | 'already-sampled'
  | 'single-only'
  | 'other-household'
  | 'tube-full';

/** What the database says about one swab of a batch. */
export interface Verdict {
  outcome: Outcome;
  place: number | null;
  capacity: number | null;
  masked: string | null;
  earlierTube: string | null;
  earlierAt: Date | null;
}
