import { Injectable } from '@nestjs/common';
import { Database, type MomentAndId, type Tx } from '#platform/database';

export const recallStates = ['open', 'sampled', 'cleared', 'confirmed', 'repeated', 'cancelled'] as const;
export type RecallState = (typeof recallStates)[number];

export interface Recall {
  id: string;
  roundId: string;
  residentId: string;
  masked: string;
  phoneMasked: string | null;
  areaCode: string;
  kind: 'retest' | 'resample';
  /** Where the person is led: whoever is under review is sampled singly, also after a tube without a result. */
  lane: 'general' | 'green' | 'single';
  cause: string;
  causeBarcode: string;
  state: RecallState;
  deadline: Date;
  assigneeId: string | null;
  assignedAt: Date | null;
  createdAt: Date;
  closedAt: Date | null;
}

const recall = `
  SELECT c.id, c.round_id AS "roundId", c.resident_id AS "residentId", p.masked_name AS masked,
         p.phone_masked AS "phoneMasked", p.area_code AS "areaCode", c.kind,
         CASE WHEN p.single_only OR ad.purpose = 'retest' THEN 'single' ELSE p.lane END AS lane, c.cause, c.cause_barcode AS "causeBarcode",
         c.state, c.deadline, c.assignee_id AS "assigneeId", c.assigned_at AS "assignedAt", c.created_at AS "createdAt",
         c.closed_at AS "closedAt"
    FROM results.recall c JOIN community.resident p ON p.id = c.resident_id
    LEFT JOIN sampling.admission ad ON ad.round_id = c.round_id AND ad.resident_id = c.resident_id`;

@Injectable()
export class RecallRepository {
  constructor(private readonly database: Database) {}

  async roundExists(roundId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM campaign.round WHERE id = $1', [roundId])).length > 0;
  }

  /** The most urgent first. `after` is the last row of the page before. */
  async list(
    roundId: string,
    state: RecallState | undefined,
    after: MomentAndId | undefined,
    limit: number,
  ): Promise<Recall[]> {
    return this.database.query<Recall>(
      `${recall}
        WHERE c.round_id = $1 AND ($2::text IS NULL OR c.state = $2)
          AND ($3::timestamptz IS NULL OR (date_trunc('milliseconds', c.deadline), c.id) > ($3, $4::uuid))
        ORDER BY date_trunc('milliseconds', c.deadline), c.id LIMIT $5`,
      [roundId, state ?? null, after?.moment ?? null, after?.id ?? null, limit],
    );
  }

  async find(tx: Tx, roundId: string, orderId: string): Promise<Recall | undefined> {
    const [row] = await tx.query<Recall>(`${recall} WHERE c.round_id = $1 AND c.id = $2`, [roundId, orderId]);
    return row;
  }

  async isActiveStaff(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query('SELECT 1 FROM access.account WHERE id = $1 AND disabled_at IS NULL', [accountId]);
    return rows.length > 0;
  }

  /** @returns whether the order was open and had somebody else, or nobody, before */
  async assign(tx: Tx, orderId: string, assigneeId: string, by: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `UPDATE results.recall_order SET assignee_id = $2, assigned_by = $3, assigned_at = $4
        WHERE id = $1 AND state = 'open' AND assignee_id IS DISTINCT FROM $2 RETURNING id`,
      [orderId, assigneeId, by, at],
    );
    return rows.length > 0;
  }

  /** After an amendment: what stands open is settled by it. */
  async closeByAmendment(tx: Tx, roundId: string, residentId: string, state: RecallState, at: Date): Promise<void> {
    await tx.query(
      `UPDATE results.recall_order SET state = $3, closed_at = $4
        WHERE round_id = $1 AND resident_id = $2 AND state = 'open'`,
      [roundId, residentId, state, at],
    );
  }

  /** After an amendment to under review or resample: one order, unless one is open already. @returns whether one was opened */
  async openByAmendment(tx: Tx, roundId: string, residentId: string, kind: string, at: Date): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO results.recall_order AS known (round_id, resident_id, kind, cause, cause_barcode, cause_version,
                                                  cause_occasion, deadline, created_at)
       SELECT a.round_id, a.resident_id, $3, 'amendment', a.tube_barcode, 0, a.occasion,
              $4::timestamptz + coalesce((r.settings ->> 'retestDeadlineHours')::float8, 12) * interval '1 hour', $4
         FROM results.answer a JOIN campaign.round r ON r.id = a.round_id
        WHERE a.round_id = $1 AND a.resident_id = $2 AND a.current
          AND NOT EXISTS (SELECT 1 FROM results.recall_order o
                           WHERE o.round_id = $1 AND o.resident_id = $2 AND o.state = 'open' AND o.kind = $3)
       ON CONFLICT ON CONSTRAINT recall_order_once DO UPDATE
          SET state = 'open', closed_at = NULL, deadline = excluded.deadline
       RETURNING 1`,
      [roundId, residentId, kind, at],
    );
    return rows.length > 0;
  }

  async closeByAmendmentOfOtherKind(
    tx: Tx,
    roundId: string,
    residentId: string,
    kind: string,
    at: Date,
  ): Promise<void> {
    await tx.query(
      `UPDATE results.recall_order SET state = 'cancelled', closed_at = $4
        WHERE round_id = $1 AND resident_id = $2 AND state = 'open' AND kind <> $3`,
      [roundId, residentId, kind, at],
    );
  }

  /** Notes on the person's open order which occasion sampling has opened for it. */
  async noteOccasion(tx: Tx, roundId: string, residentId: string): Promise<void> {
    await tx.query(
      `UPDATE results.recall_order o SET occasion = ad.occasion FROM sampling.admission ad
        WHERE o.round_id = $1 AND o.resident_id = $2 AND o.state = 'open'
          AND ad.round_id = o.round_id AND ad.resident_id = o.resident_id`,
      [roundId, residentId],
    );
  }
}
