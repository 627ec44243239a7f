import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** Carries answers and orders from one entry of the ledger to another. */
@Injectable()
export class AnswerCarrierRepository {
  /** Locks the dossiers of both, in the order in which everybody locks them. @returns the rounds they are of */
  async lockDossiers(tx: Tx, from: string, into: string): Promise<string[]> {
    const rows = await tx.query<{ roundId: string }>(
      `SELECT round_id AS "roundId" FROM results.dossier WHERE resident_id IN ($1, $2)
        ORDER BY round_id, resident_id FOR UPDATE`,
      [from, into],
    );
    return [...new Set(rows.map(({ roundId }) => roundId))];
  }

  /**
   * What was published to the one and is not answered for the other becomes the other's first word: what two people
   * wrote by hand is not lost. The old versions stay where they are.
   */
  async answers(tx: Tx, from: string, into: string): Promise<void> {
    await tx.query(
      `INSERT INTO results.dossier (round_id, resident_id)
       SELECT round_id, $2 FROM results.answer WHERE resident_id = $1 AND current AND status <> 'withdrawn'
        ORDER BY round_id ON CONFLICT DO NOTHING`,
      [from, into],
    );
    await tx.query(
      `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, tube_barcode, swab_id, occasion,
                                   sampled_at, tested_at, published_at, reason, author_id, approved_by, body_hash,
                                   correction_id)
       SELECT a.round_id, $2, 1, a.status, a.cause, a.basis, a.tube_barcode, a.swab_id, a.occasion, a.sampled_at,
              a.tested_at, a.published_at, a.reason, a.author_id, a.approved_by, a.body_hash, a.correction_id
         FROM results.answer a
        WHERE a.resident_id = $1 AND a.current AND a.status <> 'withdrawn'
          AND NOT EXISTS (SELECT 1 FROM results.answer o WHERE o.round_id = a.round_id AND o.resident_id = $2)`,
      [from, into],
    );
  }

  /** Orders become the other's; where both had one for the same tube, or both have one open, the absorbed one's ends. */
  async orders(tx: Tx, from: string, into: string, at: Date): Promise<void> {
    await tx.query(
      `UPDATE results.recall_order o SET state = 'cancelled', closed_at = $3
        WHERE o.resident_id = $1 AND o.state = 'open'
          AND EXISTS (SELECT 1 FROM results.recall_order k
                       WHERE k.round_id = o.round_id AND k.resident_id = $2
                         AND (k.state = 'open' OR k.cause_barcode = o.cause_barcode AND k.kind = o.kind))`,
      [from, into, at],
    );
    await tx.query(
      `UPDATE results.recall_order o SET resident_id = $2
        WHERE o.resident_id = $1
          AND NOT EXISTS (SELECT 1 FROM results.recall_order k
                           WHERE k.round_id = o.round_id AND k.resident_id = $2 AND k.cause_barcode = o.cause_barcode
                             AND k.kind = o.kind)`,
      [from, into],
    );
    await tx.query(
      `UPDATE results.recall_order o SET occasion = ad.occasion FROM sampling.admission ad
        WHERE o.resident_id = $1 AND o.state = 'open' AND ad.round_id = o.round_id AND ad.resident_id = o.resident_id`,
      [into],
    );
  }
}
