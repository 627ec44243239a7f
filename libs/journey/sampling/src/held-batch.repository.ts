import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { HeldBecause, HeldState } from './held-states.js';

/** What can be said of held acts without naming anybody: how many of which kind, in which tubes, in whose name. */
export interface HeldSummary {
  kinds: Record<string, number>;
  tubes: string[];
  actors: string[];
}

/** A batch of a device that may not speak, without its acts: those lie sealed. */
export interface HeldBatch {
  id: string;
  deviceId: string;
  siteId: string;
  bootId: string;
  counter: number;
  hash: string;
  why: HeldBecause;
  acts: number;
  firstSeq: number | null;
  lastSeq: number | null;
  firstAt: Date | null;
  lastAt: Date | null;
  skewSeconds: number | null;
  summary: HeldSummary;
  heldAt: Date;
  state: HeldState;
  takenThrough: number | null;
  reason: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
}

export type NewHeldBatch = Omit<
  HeldBatch,
  'heldAt' | 'state' | 'takenThrough' | 'reason' | 'decidedBy' | 'decidedAt'
> & {
  actsSealed: Buffer;
};

export interface HeldDecision {
  state: 'taken' | 'set-aside';
  takenThrough: number | null;
  reason: string;
}

const columns = `id, device_id AS "deviceId", site_id AS "siteId", boot_id AS "bootId", counter, hash, why, acts,
  first_seq AS "firstSeq", last_seq AS "lastSeq", first_at AS "firstAt", last_at AS "lastAt",
  skew_seconds AS "skewSeconds", summary, held_at AS "heldAt", state, taken_through AS "takenThrough", reason,
  decided_by AS "decidedBy", decided_at AS "decidedAt"`;

/** What lies sealed until somebody decides. */
@Injectable()
export class HeldBatchRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, held: NewHeldBatch): Promise<void> {
    await tx.query(
      `INSERT INTO sampling.held_batch (id, device_id, site_id, boot_id, counter, hash, why, acts, first_seq, last_seq,
                                        first_at, last_at, skew_seconds, summary, acts_sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [
        held.id,
        held.deviceId,
        held.siteId,
        held.bootId,
        held.counter,
        held.hash,
        held.why,
        held.acts,
        held.firstSeq,
        held.lastSeq,
        held.firstAt,
        held.lastAt,
        held.skewSeconds,
        JSON.stringify(held.summary),
        held.actsSealed,
      ],
    );
  }

  async same(tx: Tx, deviceId: string, counter: number, hash: string): Promise<HeldBatch | undefined> {
    const [row] = await tx.query<HeldBatch>(
      `SELECT ${columns} FROM sampling.held_batch WHERE device_id = $1 AND counter = $2 AND hash = $3`,
      [deviceId, counter, hash],
    );
    return row;
  }

  async find(id: string, tx?: Tx): Promise<HeldBatch | undefined> {
    const [row] = await (tx ?? this.database).query<HeldBatch>(
      `SELECT ${columns} FROM sampling.held_batch WHERE id = $1`,
      [id],
    );
    return row;
  }

  /** In the order in which the device sent them. */
  ofDevice(deviceId: string, limit: number): Promise<HeldBatch[]> {
    return this.database.query<HeldBatch>(
      `SELECT ${columns} FROM sampling.held_batch WHERE device_id = $1 ORDER BY counter, held_at, id LIMIT $2`,
      [deviceId, limit],
    );
  }

  async actsOf(tx: Tx, id: string): Promise<Buffer | undefined> {
    const [row] = await tx.query<{ acts: Buffer }>(
      'SELECT acts_sealed AS acts FROM sampling.held_batch WHERE id = $1',
      [id],
    );
    return row?.acts;
  }

  /** How many batches of a device wait for somebody. */
  async undecided(tx: Tx, deviceId: string): Promise<number> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM sampling.held_batch WHERE device_id = $1 AND state = 'held'`,
      [deviceId],
    );
    return row?.n ?? 0;
  }

  /** What was taken stays taken: a later decision may only take more of it. @returns whether this decides anything */
  async decide(tx: Tx, id: string, by: string, { state, takenThrough, reason }: HeldDecision): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE sampling.held_batch
          SET state = $2, taken_through = $3, reason = $4, decided_by = $5, decided_at = now()
        WHERE id = $1 AND (state = 'held' OR $2 = 'taken' AND (state = 'set-aside' OR taken_through < coalesce($3, 'infinity'::float8)))
       RETURNING id`,
      [id, state, takenThrough, reason, by],
    );
    return rows.length === 1;
  }
}
