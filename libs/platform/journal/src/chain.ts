import { createHash } from 'node:crypto';

/** An entry as it is sealed: every column as PostgreSQL writes it, so that nothing depends on how a client reads it. */
export interface SealableEntry {
  id: string;
  recordedAt: string;
  topic: string;
  actorId: string | null;
  siteId: string | null;
  subject: string;
  payload: string;
}

/** What the first entry of a chain is tied to. */
export const chainStart: Buffer = Buffer.alloc(32);

/** Ties an entry to the one before it: SHA-256 over the digest before and all that the entry says. */
export function digestOf(before: Buffer, entry: SealableEntry): Buffer {
  const { id, recordedAt, topic, actorId, siteId, subject, payload } = entry;
  return createHash('sha256')
    .update(before)
    .update(JSON.stringify([id, recordedAt, topic, actorId, siteId, subject, payload]))
    .digest();
}

/** The chain that an entry belongs to. */
export function chainOf(entry: Pick<SealableEntry, 'siteId'>): string {
  return entry.siteId ?? 'house';
}

/** The end of a chain at some moment, as it is written down outside the database. */
export interface ChainHead {
  chain: string;
  seq: number;
  /** Lower-case hex. */
  digest: string;
}
