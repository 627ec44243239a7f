import { Injectable } from '@nestjs/common';
import { arrayOf, type Tx } from '#platform/database';
import type { ReadEntry, UnreadEntry } from './device-entry.js';

export type ActOutcome = 'accepted' | 'exception' | 'refused';

/** What is known of an act that was received before. */
export interface ReceiptRow {
  lineId: number;
  seq: number;
  digest: string;
  body: string;
  actId: string | null;
  kind: string | null;
  outcome: ActOutcome;
  rules: string[];
  place: number | null;
}

export interface NewReceipt extends Omit<ReceiptRow, 'lineId'> {
  storedId: string | null;
}

/** Where a device stands before a batch. */
export interface Line {
  id: number;
  counter: number;
  lastHash: string;
  /** Of a sequence that begins with 1: first and last of each, a hundred at most. */
  holes: [number, number][];
  /** Whether this very batch has been taken over before. */
  isKnown: boolean;
  /** The receipts that its entries have, or that acts of their ids or numbers have. */
  receipts: ReceiptRow[];
}

/** The books of devices: where each stands in its chain and its sequence, and what became of each act. */
@Injectable()
export class DeviceActRepository {
  /**
   * Opens the device's book and this run's line where there are none, and keeps everybody else from the book until the
   * transaction ends: the batches of one device follow one another.
   */
  async open(
    tx: Tx,
    batch: { deviceId: string; bootId: string; firstHash: string; counter: number; hash: string },
    entries: readonly (ReadEntry | UnreadEntry)[],
  ): Promise<Line> {
    const { deviceId, bootId, firstHash, counter, hash } = batch;
    const seqs = entries.map(({ seq }) => seq);
    const actIds = entries.flatMap((entry) => (entry.ok ? [entry.id] : []));
    const [line] = await tx.call<Line>(
      `SELECT line AS id, counter, last_hash AS "lastHash", holes, is_known AS "isKnown",
              coalesce(receipts, '[]') AS receipts
         FROM sampling.open_batch($1, $2, $3, $4, $5, $6::bigint[], $7::uuid[])`,
      [deviceId, bootId, firstHash, counter, hash, arrayOf.int8(seqs), arrayOf.uuid(actIds)],
    );
    if (line === undefined) throw new Error('a book that was opened is not there');
    return line;
  }

  /** Books a batch: its receipts, what arrived, and where chain and sequence stand now. @returns the holes left */
  async close(
    tx: Tx,
    batch: {
      deviceId: string;
      bootId: string;
      lineId: number;
      counter: number;
      hash: string;
      previous: string;
      fault: string | null;
      advances: boolean;
      arrived: number;
      skewSeconds: number | null;
    },
    receipts: readonly NewReceipt[],
  ): Promise<[number, number][]> {
    const [closed] = await tx.call<{ holes: [number, number][] }>(
      `SELECT sampling.close_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::bigint[], $12::uuid[], $13::uuid[],
                                   $14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::text[], $19::smallint[]) AS holes`,
      [
        batch.deviceId,
        batch.lineId,
        batch.bootId,
        batch.counter,
        batch.hash,
        batch.previous,
        batch.fault,
        batch.advances,
        batch.skewSeconds,
        batch.arrived,
        arrayOf.int8(receipts.map((one) => one.seq)),
        arrayOf.uuid(receipts.map((one) => one.digest)),
        arrayOf.uuid(receipts.map((one) => one.body)),
        arrayOf.uuid(receipts.map((one) => one.actId)),
        arrayOf.uuid(receipts.map((one) => one.storedId)),
        arrayOf.text(receipts.map((one) => one.kind)),
        arrayOf.text(receipts.map((one) => one.outcome)),
        arrayOf.text(receipts.map((one) => one.rules.join(','))),
        arrayOf.int2(receipts.map((one) => one.place)),
      ],
    );
    return closed?.holes ?? [];
  }

  /** An act that the database cannot store must not take the others with it. */
  async savepoint(tx: Tx): Promise<void> {
    await tx.query('SAVEPOINT act');
  }

  async release(tx: Tx): Promise<void> {
    await tx.query('RELEASE SAVEPOINT act');
  }

  async rollBack(tx: Tx): Promise<void> {
    await tx.query('ROLLBACK TO SAVEPOINT act');
  }
}
