import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { AnswerStatus } from './gate.js';

export interface CurrentAnswer {
  roundId: string;
  residentId: string;
  version: number;
  status: AnswerStatus;
  cause: string;
  reason: string | null;
  tubeBarcode: string | null;
  occasion: number;
  publishedAt: Date;
}

export interface HandWritten {
  roundId: string;
  residentId: string;
  status: AnswerStatus;
  reason: string;
  authorId: string;
  approvedBy: string;
  publishedAt: Date;
}

/** One round as far as one resident is concerned; facts only, the gate is decided elsewhere. */
export interface ResidentRound {
  roundId: string;
  roundName: string;
  exempt: boolean;
  swabOccasion: number | null;
  sampledAt: Date | null;
  sealedAt: Date | null;
  sentAt: Date | null;
  receivedAt: Date | null;
  version: number | null;
  status: AnswerStatus | null;
  answerOccasion: number | null;
  answerSampledAt: Date | null;
  testedAt: Date | null;
  publishedAt: Date | null;
  reason: string | null;
  /** Whether the person says that this is not theirs, and nobody has looked into it yet. */
  disputed: boolean;
  recallKind: 'retest' | 'resample' | null;
  recallDeadline: Date | null;
}

const current = `
  SELECT round_id AS "roundId", resident_id AS "residentId", version, status, cause, reason,
         tube_barcode AS "tubeBarcode", coalesce(occasion, 0)::int AS occasion, published_at AS "publishedAt"
    FROM results.answer WHERE round_id = $1 AND resident_id = $2 AND current`;

@Injectable()
export class AnswerRepository {
  constructor(private readonly database: Database) {}

  /** Whether somebody may ask for another person as for themselves: they are their guardian. */
  async isWardOf(residentId: string, guardianId: string): Promise<boolean> {
    const rows = await this.database.query('SELECT 1 FROM community.resident WHERE id = $1 AND guardian_id = $2', [
      residentId,
      guardianId,
    ]);
    return rows.length > 0;
  }

  async residentExists(residentId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM community.resident WHERE id = $1', [residentId])).length > 0;
  }

  /** Every round that is about this resident or has a swab or an answer of theirs, newest first; no drafts. */
  async roundsOf(residentId: string): Promise<ResidentRound[]> {
    return this.database.query<ResidentRound>(
      `WITH concerned AS (
         SELECT ra.round_id
           FROM community.resident r
           JOIN community.area h ON h.code = r.area_code
           JOIN campaign.round_area ra ON ra.area_code = ANY (h.lineage)
          WHERE r.id = $1 AND r.presence = 'present'
         UNION SELECT a.round_id FROM campaign.round o
                 JOIN sampling.attendance a ON a.round_id = o.id AND a.resident_id = $1
         UNION SELECT v.round_id FROM campaign.round o
                 JOIN results.answer v ON v.round_id = o.id AND v.resident_id = $1 AND v.current)
       SELECT o.id AS "roundId", o.name AS "roundName", e.id IS NOT NULL AS exempt,
              s.occasion::int AS "swabOccasion", s.sampled_at AS "sampledAt", s.sealed_at AS "sealedAt", s.sent_at AS "sentAt",
              s.received_at AS "receivedAt", v.version, v.status, coalesce(v.occasion, 0)::int AS "answerOccasion",
              v.sampled_at AS "answerSampledAt", v.tested_at AS "testedAt", v.published_at AS "publishedAt", v.reason,
              EXISTS (SELECT 1 FROM sampling.dispute i WHERE i.resident_id = $1 AND i.round_id = o.id) AS disputed,
              c.kind AS "recallKind", c.deadline AS "recallDeadline"
         FROM concerned n
         JOIN campaign.round o ON o.id = n.round_id AND o.state <> 'draft'
         LEFT JOIN campaign.exemption e ON e.round_id = o.id AND e.resident_id = $1 AND e.revoked_at IS NULL
         LEFT JOIN LATERAL (
           SELECT a.occasion, a.sampled_at, b.sealed_at, l.received_at,
                  coalesce((SELECT min(g.signed_at) FROM transport.box_tube b
                              JOIN transport.departure g ON g.box_code = b.box_code
                             WHERE b.barcode = a.tube_barcode), l.received_at) AS sent_at
             FROM sampling.attendance a
             LEFT JOIN sampling.tube_state b ON b.barcode = a.tube_barcode
             LEFT JOIN lab.arrival l ON l.barcode = a.tube_barcode AND l.accepted
            WHERE a.round_id = o.id AND a.resident_id = $1 AND a.voided_at IS NULL
            ORDER BY a.occasion DESC LIMIT 1) s ON true
         LEFT JOIN results.answer v ON v.round_id = o.id AND v.resident_id = $1 AND v.current
         LEFT JOIN results.recall_order c ON c.round_id = o.id AND c.resident_id = $1 AND c.state = 'open'
        ORDER BY o.starts_at DESC, o.id DESC LIMIT 200`,
      [residentId],
    );
  }

  /** Locks the person's dossier and reads the answer that stands. */
  async lockCurrent(tx: Tx, roundId: string, residentId: string): Promise<CurrentAnswer | undefined> {
    await tx.query('SELECT 1 FROM results.dossier WHERE round_id = $1 AND resident_id = $2 FOR UPDATE', [
      roundId,
      residentId,
    ]);
    const [row] = await tx.query<CurrentAnswer>(current, [roundId, residentId]);
    return row;
  }

  /** Whether this is an active account that may approve. */
  async mayApprove(tx: Tx, accountId: string): Promise<boolean> {
    const rows = await tx.query(
      `SELECT 1 FROM access.account WHERE id = $1 AND role IN ('organiser', 'admin') AND disabled_at IS NULL`,
      [accountId],
    );
    return rows.length > 0;
  }

  /** The next version, written by hand. It keeps the basis of the one before, so that only new facts replace it. */
  async amend(tx: Tx, amendment: HandWritten, channel: string): Promise<CurrentAnswer> {
    const { roundId, residentId, status, reason, authorId, approvedBy, publishedAt } = amendment;
    const [before] = await tx.query<{ version: number }>(
      `UPDATE results.answer SET current = false WHERE round_id = $1 AND resident_id = $2 AND current RETURNING version`,
      [roundId, residentId],
    );
    await tx.query(
      `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, tube_barcode, swab_id, occasion,
                                   sampled_at, tested_at, published_at, reason, author_id, approved_by)
       SELECT round_id, resident_id, version + 1, $4, 'amendment', basis, tube_barcode, swab_id, occasion, sampled_at,
              tested_at, $8, $5, $6, $7
         FROM results.answer WHERE round_id = $1 AND resident_id = $2 AND version = $3`,
      [roundId, residentId, before?.version, status, reason, authorId, approvedBy, publishedAt],
    );
    await tx.query(`INSERT INTO results.notice (round_id, resident_id, version, channel) VALUES ($1, $2, $3, $4)`, [
      roundId,
      residentId,
      (before?.version ?? 0) + 1,
      channel,
    ]);
    const [row] = await tx.query<CurrentAnswer>(current, [roundId, residentId]);
    if (row === undefined) throw new Error('the amended answer is not there');
    return row;
  }
}
