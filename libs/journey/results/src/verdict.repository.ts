import { Injectable } from '@nestjs/common';
import type { CorrectionReason } from '#journey/sampling';
import type { Tx } from '#platform/database';

export interface PublishedCounts {
  roundId: string;
  negative: number;
  positive: number;
  underReview: number;
  resample: number;
  withdrawn: number;
}

export interface OpenedOrder {
  roundId: string;
  residentId: string;
  purpose: 'retest' | 'resample';
}

const manyPeople = 2_000;

/** What people are told about why an answer changed. */
export interface Because {
  correctionId: string | null;
  reason: string;
}

/** A correction, as far as answers are concerned. */
export interface TouchedByCorrection {
  roundId: string;
  tubes: string[];
  residents: string[];
  reason: CorrectionReason;
}

/**
 * Weighs all facts about some people at once. Everything is set-based: one report may be about 100,000 of them. The
 * verdicts stand in a table of the transaction's own and are written from there.
 */
@Injectable()
export class VerdictRepository {
  /** A city's report takes longer than a scan may. */
  async takeTime(tx: Tx): Promise<void> {
    await tx.query(`SELECT set_config('statement_timeout', '120s', true), set_config('lock_timeout', '60s', true),
                           set_config('work_mem', '64MB', true)`);
  }

  /**
   * Locks the dossiers of everybody with a counted swab in one of these tubes, and of these residents, who may have
   * left one; always in the same order. Who they are stands in a table of the transaction's own.
   * @returns how many they are
   */
  async lockDossiers(
    tx: Tx,
    barcodes: readonly string[],
    left: readonly { roundId: string; residentId: string }[] = [],
  ): Promise<number> {
    await tx.query(
      `CREATE TEMP TABLE concerned ON COMMIT DROP AS
       SELECT m.round_id, m.resident_id
         FROM sampling.tube t
         JOIN sampling.swab m ON m.round_id = t.round_id AND m.tube_barcode = t.barcode AND m.voided_at IS NULL
        WHERE t.barcode = ANY ($1) AND m.resident_id IS NOT NULL
        UNION
       SELECT g.round_id, g.resident_id FROM unnest($2::uuid[], $3::uuid[]) AS g (round_id, resident_id)`,
      [barcodes, left.map(({ roundId }) => roundId), left.map(({ residentId }) => residentId)],
    );
    await tx.query('ANALYZE concerned');
    await tx.query(
      `INSERT INTO results.dossier (round_id, resident_id)
       SELECT round_id, resident_id FROM concerned ORDER BY round_id, resident_id ON CONFLICT DO NOTHING`,
    );
    const [row] = await tx.query<{ locked: number }>(
      `SELECT count(*)::int AS locked FROM (
         SELECT 1 FROM results.dossier d JOIN concerned USING (round_id, resident_id)
          ORDER BY d.round_id, d.resident_id FOR UPDATE OF d) held`,
    );
    return row?.locked ?? 0;
  }

  /**
   * Decides, for each person of these tubes, on all of their tubes that came to an end, and keeps those verdicts that
   * differ from what is published. The facts alone decide, not the order in which they became known:
   *
   * - a single tube that is positive makes the person positive, for good;
   * - a tube that was positive or inconclusive keeps its people under review until a later single tube of theirs is
   *   negative; a withdrawn outcome counts on, for a pool is never cleared by a file;
   * - a last tube without an outcome (invalid, rejected, lost) means: sample again;
   * - a last tube that is negative, sealed and tested makes the person negative;
   * - whoever has an answer and no tube any more that speaks about them has it withdrawn.
   *
   * Of several versions of a tube's outcome the gravest that was ever applied counts; a held one never does.
   * @returns how many answers change
   */
  async weigh(tx: Tx, people: number): Promise<number> {
    // A large report in a young round meets tables without statistics: look-ups one by one would take minutes there.
    const large = people > manyPeople;
    if (large) await tx.query(`SELECT set_config('enable_nestloop', 'off', true)`);
    await tx.query(
      `CREATE TEMP TABLE verdict ON COMMIT DROP AS
       WITH swabbed AS MATERIALIZED (
         SELECT a.round_id, a.resident_id, a.occasion, s.id AS swab_id, s.tube_barcode, s.sampled_at,
                t.pool_class = 'single' AS single
           FROM concerned p
           JOIN sampling.attendance a ON a.round_id = p.round_id AND a.resident_id = p.resident_id AND a.voided_at IS NULL
           JOIN sampling.swab s ON s.round_id = a.round_id AND s.id = a.swab_id AND s.resident_id = a.resident_id
                               AND s.voided_at IS NULL
           JOIN sampling.tube t ON t.barcode = s.tube_barcode AND t.state = 'sealed'
       ), wanted AS MATERIALIZED (
         SELECT DISTINCT tube_barcode FROM swabbed
       ), concluded AS MATERIALIZED (
         SELECT DISTINCT ON (tube_barcode) tube_barcode, ending, version, tested_at
           FROM (SELECT w.tube_barcode, o.outcome AS ending, o.version::int AS version, o.tested_at,
                        CASE o.outcome WHEN 'positive' THEN 1 WHEN 'inconclusive' THEN 2 ELSE 3 END AS gravity
                   FROM wanted w JOIN lab.tube_outcome o ON o.barcode = w.tube_barcode
                    AND (o.state = 'current' OR o.state = 'superseded' AND o.outcome IN ('positive', 'inconclusive'))
                 UNION ALL
                 SELECT w.tube_barcode, 'rejected', 0, NULL, 4
                   FROM wanted w JOIN lab.tube r ON r.barcode = w.tube_barcode AND NOT r.accepted
                 UNION ALL
                 SELECT w.tube_barcode, 'lost', 0, NULL, 5
                   FROM wanted w JOIN transport.tube_end l ON l.barcode = w.tube_barcode AND l.ending = 'lost') e
          ORDER BY tube_barcode, gravity, version
       ), fact AS (
         SELECT w.*, c.ending, c.version, c.tested_at,
                bool_or(w.single AND c.ending = 'positive') OVER of_person AS confirmed,
                coalesce(max(w.occasion) FILTER (WHERE w.single AND c.ending = 'negative') OVER of_person, -1) AS cleared,
                w.occasion = max(w.occasion) OVER of_person AS last
           FROM swabbed w JOIN concluded c USING (tube_barcode)
         WINDOW of_person AS (PARTITION BY w.round_id, w.resident_id)
       ), weighed AS (
         SELECT f.*, f.ending IN ('positive', 'inconclusive') AND f.occasion > f.cleared AS suspicious,
                CASE WHEN f.confirmed THEN CASE WHEN f.single AND f.ending = 'positive' THEN 'positive' END
                     WHEN f.last AND f.ending IN ('invalid', 'rejected', 'lost') THEN 'resample'
                     WHEN f.ending IN ('positive', 'inconclusive') AND f.occasion > f.cleared THEN 'under-review'
                     WHEN f.last AND f.ending = 'negative' THEN 'negative' END AS status
           FROM fact f
       ), decided AS (
         SELECT DISTINCT ON (round_id, resident_id) *,
                bool_or(suspicious) OVER (PARTITION BY round_id, resident_id) AS suspected
           FROM weighed
          ORDER BY round_id, resident_id,
                   CASE status WHEN 'positive' THEN 1 WHEN 'resample' THEN 2 WHEN 'under-review' THEN 3
                               WHEN 'negative' THEN 4 ELSE 5 END, occasion DESC
       )
       SELECT d.round_id, d.resident_id, d.status, d.ending, d.tube_barcode, d.version AS outcome_version, d.swab_id,
              d.occasion, d.sampled_at, d.tested_at, d.status || ':' || d.ending || ':' || d.swab_id AS basis,
              coalesce(a.version, 0) + 1 AS version,
              CASE d.status WHEN 'under-review' THEN 'retest' WHEN 'resample' THEN 'resample' END AS kind,
              CASE WHEN d.suspected THEN 'retest' ELSE 'resample' END AS purpose
         FROM decided d
         LEFT JOIN results.answer a ON a.round_id = d.round_id AND a.resident_id = d.resident_id AND a.current
        WHERE d.status IS NOT NULL
          AND (a.basis, a.tube_barcode) IS DISTINCT FROM (d.status || ':' || d.ending || ':' || d.swab_id, d.tube_barcode)
       UNION ALL
       SELECT a.round_id, a.resident_id, 'withdrawn', 'withdrawn', NULL, 0, NULL, NULL, NULL, NULL, 'withdrawn',
              a.version + 1, NULL, 'resample'
         FROM concerned p
         JOIN results.answer a ON a.round_id = p.round_id AND a.resident_id = p.resident_id AND a.current
        WHERE a.status <> 'withdrawn'
          AND NOT EXISTS (SELECT 1 FROM decided d
                           WHERE d.round_id = a.round_id AND d.resident_id = a.resident_id AND d.status IS NOT NULL)`,
    );
    if (large) await tx.query(`SELECT set_config('enable_nestloop', 'on', true)`);
    await tx.query('ANALYZE verdict');
    const [row] = await tx.query<{ changed: number }>('SELECT count(*)::int AS changed FROM verdict');
    return row?.changed ?? 0;
  }

  /**
   * Writes the next version of each answer, with a notice for it unless the entry was absorbed by another. Where a
   * correction brought them about, they name it and its reason.
   * @returns the counts of each round
   */
  async publish(tx: Tx, publishedAt: Date, channel: string, because?: Because): Promise<PublishedCounts[]> {
    await tx.query(
      `UPDATE results.answer a SET current = false FROM verdict v
        WHERE a.round_id = v.round_id AND a.resident_id = v.resident_id AND a.current`,
    );
    await tx.query(
      `INSERT INTO results.answer (round_id, resident_id, version, status, cause, basis, tube_barcode, swab_id, occasion,
                                   sampled_at, tested_at, published_at, correction_id, reason)
       SELECT round_id, resident_id, version, status, ending, basis, tube_barcode, swab_id, occasion, sampled_at,
              tested_at, $1, $2, $3 FROM verdict`,
      [publishedAt, because?.correctionId ?? null, because?.reason ?? null],
    );
    await tx.query(
      `INSERT INTO results.notice (round_id, resident_id, version, channel)
       SELECT v.round_id, v.resident_id, v.version, $1 FROM verdict v
        WHERE NOT EXISTS (SELECT 1 FROM community.resident r WHERE r.id = v.resident_id AND r.merged_into IS NOT NULL)`,
      [channel],
    );
    return tx.query<PublishedCounts>(
      `SELECT round_id AS "roundId", count(*) FILTER (WHERE status = 'negative')::int AS negative,
              count(*) FILTER (WHERE status = 'positive')::int AS positive,
              count(*) FILTER (WHERE status = 'under-review')::int AS "underReview",
              count(*) FILTER (WHERE status = 'resample')::int AS resample,
              count(*) FILTER (WHERE status = 'withdrawn')::int AS withdrawn
         FROM verdict GROUP BY round_id ORDER BY round_id`,
    );
  }

  /** Whom these verdicts lead to the single lane, and who was led there and may stand in any lane again. */
  async lanes(tx: Tx): Promise<{ singly: string[]; free: string[] }> {
    const rows = await tx.query<{ resident_id: string; singly: boolean }>(
      `SELECT v.resident_id, v.kind IS NOT NULL AND v.purpose = 'retest' AS singly
         FROM verdict v LEFT JOIN queue.led_singly l ON l.resident_id = v.resident_id AND l.released_at IS NULL
        WHERE l.resident_id IS NOT NULL OR v.kind IS NOT NULL AND v.purpose = 'retest'`,
    );
    const those = (singly: boolean) => rows.filter((row) => row.singly === singly).map((row) => row.resident_id);
    return { singly: those(true), free: those(false) };
  }

  /** Closes the orders that these verdicts settle or replace, and opens those that they ask for. */
  async order(tx: Tx, orderedAt: Date): Promise<OpenedOrder[]> {
    await tx.query(
      `UPDATE results.recall_order o
          SET closed_at = $1,
              state = CASE WHEN v.status = 'positive' THEN 'confirmed'
                           WHEN v.status = 'withdrawn' OR v.occasion <= o.cause_occasion THEN 'cancelled'
                           WHEN v.status = 'negative' THEN 'cleared'
                           ELSE 'repeated' END
         FROM verdict v
        WHERE o.round_id = v.round_id AND o.resident_id = v.resident_id AND o.state = 'open'
          AND (v.kind IS NULL OR o.kind <> v.kind OR o.cause_barcode <> v.tube_barcode)`,
      [orderedAt],
    );
    return tx.query<OpenedOrder>(
      `WITH opened AS (
         INSERT INTO results.recall_order AS known (round_id, resident_id, kind, cause, cause_barcode, cause_version,
                                                    cause_occasion, deadline, created_at)
         SELECT v.round_id, v.resident_id, v.kind, v.ending, v.tube_barcode, v.outcome_version, v.occasion,
                $1::timestamptz + coalesce((r.settings ->> 'retestDeadlineHours')::float8, 12) * interval '1 hour', $1
           FROM verdict v JOIN campaign.round r ON r.id = v.round_id
          WHERE v.kind IS NOT NULL
         ON CONFLICT ON CONSTRAINT recall_order_once DO UPDATE
            SET state = 'open', closed_at = NULL, deadline = excluded.deadline WHERE known.state <> 'open'
         RETURNING round_id, resident_id)
       SELECT o.round_id AS "roundId", o.resident_id AS "residentId", v.purpose
         FROM opened o JOIN verdict v USING (round_id, resident_id) ORDER BY 1, 2`,
      [orderedAt],
    );
  }

  /** Notes on each opened order which occasion sampling has opened for it. */
  async noteOccasions(tx: Tx, opened: readonly OpenedOrder[]): Promise<void> {
    await tx.query(
      `UPDATE results.recall_order o SET occasion = ad.occasion
         FROM unnest($1::uuid[], $2::uuid[]) AS n (round_id, resident_id)
         JOIN sampling.admission ad USING (round_id, resident_id)
        WHERE o.round_id = n.round_id AND o.resident_id = n.resident_id AND o.state = 'open'`,
      [opened.map(({ roundId }) => roundId), opened.map(({ residentId }) => residentId)],
    );
  }

  /** Who needs to come no more, as far as these verdicts go. */
  async excused(tx: Tx): Promise<{ roundId: string; residentId: string }[]> {
    return tx.query(
      'SELECT round_id AS "roundId", resident_id AS "residentId" FROM verdict WHERE kind IS NULL ORDER BY 1, 2',
    );
  }

  async touchedBy(tx: Tx, correctionId: string): Promise<TouchedByCorrection | undefined> {
    const [row] = await tx.query<TouchedByCorrection>(
      `SELECT round_id AS "roundId", tubes, residents, reason FROM sampling.correction
        WHERE id = $1 AND state = 'applied'`,
      [correctionId],
    );
    return row;
  }

  async barcodesOfReport(tx: Tx, reportId: string): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>('SELECT barcode FROM lab.report_row WHERE report_id = $1', [
      reportId,
    ]);
    return rows.map(({ barcode }) => barcode);
  }

  async barcodesRejected(tx: Tx, receiptId: string): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>(
      'SELECT barcode FROM lab.tube WHERE receipt_id = $1 AND NOT accepted',
      [receiptId],
    );
    return rows.map(({ barcode }) => barcode);
  }

  /** Both entries of a merging, in each round in which either had something. */
  mergedPeople(tx: Tx, mergingId: string): Promise<{ roundId: string; residentId: string }[]> {
    return tx.query(
      `SELECT r AS "roundId", p AS "residentId"
         FROM community.merging m
        CROSS JOIN unnest(m.rounds) AS r CROSS JOIN unnest(ARRAY[m.absorbed_id, m.survivor_id]) AS p
        WHERE m.id = $1 AND m.state = 'applied' ORDER BY 1, 2`,
      [mergingId],
    );
  }
}
