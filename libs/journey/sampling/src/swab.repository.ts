import { Injectable } from '@nestjs/common';
import { arrayOf, Database, type Tx } from '#platform/database';
import type { Outcome, SwabAct, Verdict } from './swab.js';

interface VerdictRow {
  nth: number;
  outcome: Outcome;
  place: number | null;
  capacity: number | null;
  masked: string | null;
  earlier_tube: string | null;
  earlier_at: Date | null;
}

export interface VoidedSwab {
  id: string;
  round_id: string;
  place: number;
  /** Null while nobody knows whose it is. */
  resident_id: string | null;
  purpose: 'screening' | 'retest' | 'resample';
  occasion: number;
  voided_at: Date | null;
  void_reason: string | null;
}

@Injectable()
export class SwabRepository {
  constructor(private readonly database: Database) {}

  /** Writes a batch in one statement and one transaction; the verdicts stand in the order of the acts. */
  async record(acts: readonly SwabAct[]): Promise<Verdict[]> {
    const rows = await this.database.queryAs<VerdictRow>(
      'scan',
      `SELECT * FROM sampling.record_swabs($1::uuid[], $2::bytea[], $3::text[], $4::uuid[], $5::bytea[],
                                           $6::timestamptz[], $7::uuid[])`,
      [
        arrayOf.uuid(acts.map((act) => act.id)),
        arrayOf.bytea(acts.map((act) => act.bodyHash)),
        arrayOf.text(acts.map((act) => act.tube)),
        arrayOf.uuid(acts.map((act) => ('id' in act.resident ? act.resident.id : null))),
        arrayOf.bytea(acts.map((act) => ('documentIndex' in act.resident ? act.resident.documentIndex : null))),
        arrayOf.timestamptz(acts.map((act) => act.scannedAt)),
        arrayOf.uuid(acts.map((act) => act.actorId)),
      ],
    );
    const verdicts: Verdict[] = [];
    for (const row of rows) {
      verdicts[row.nth - 1] = {
        outcome: row.outcome,
        place: row.place,
        capacity: row.capacity,
        masked: row.masked,
        earlierTube: row.earlier_tube,
        earlierAt: row.earlier_at,
      };
    }
    return verdicts;
  }

  /** Withdraws the registration; the swab stays in the tube and keeps its place. Undefined when it was withdrawn before. */
  async void(tx: Tx, roundId: string, swabId: string, by: string, reason: string): Promise<VoidedSwab | undefined> {
    const [swab] = await tx.query<VoidedSwab>(
      `UPDATE sampling.swab SET voided_at = now(), voided_by = $3, void_reason = $4
        WHERE round_id = $1 AND id = $2 AND voided_at IS NULL
        RETURNING id, round_id, place, resident_id, purpose, occasion, voided_at, void_reason`,
      [roundId, swabId, by, reason],
    );
    if (swab === undefined) return undefined;
    await tx.query(
      `UPDATE sampling.attendance SET voided_at = now() WHERE round_id = $1 AND resident_id = $2 AND occasion = $3`,
      [roundId, swab.resident_id, swab.occasion],
    );
    return swab;
  }

  async find(tx: Tx, roundId: string, tube: string, swabId: string): Promise<VoidedSwab | undefined> {
    const [swab] = await tx.query<VoidedSwab>(
      `SELECT id, round_id, place, resident_id, purpose, occasion, voided_at, void_reason
         FROM sampling.swab WHERE round_id = $1 AND id = $2 AND tube_barcode = $3`,
      [roundId, swabId, tube],
    );
    return swab;
  }
}
