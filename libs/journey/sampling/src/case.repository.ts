import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { Exception } from './exception.repository.js';

/** A swab of nobody that may be the one somebody misses. */
export interface Candidate {
  swabId: string;
  tube: string;
  place: number;
  sampledAt: Date;
  tubeState: string;
}

const columns = `id, kind, site_id AS "siteId", round_id AS "roundId", device_id AS "deviceId", act_id AS "actId", subject,
  details, raw_sealed IS NOT NULL AS "hasRaw", owner_role AS "ownerRole", owner_id AS "ownerId", deadline,
  raised_by AS "raisedBy", raised_at AS "raisedAt", state, resolution, note, resolved_by AS "resolvedBy",
  resolved_at AS "resolvedAt"`;

@Injectable()
export class CaseRepository {
  constructor(private readonly database: Database) {}

  /** Whether whoever asks may see this person. */
  async personInSight(residentId: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM community.resident WHERE id = $1', [residentId])).length > 0;
  }

  async tube(tx: Tx, barcode: string): Promise<{ siteId: string; roundId: string } | undefined> {
    const [row] = await tx.query<{ siteId: string; roundId: string }>(
      'SELECT site_id AS "siteId", round_id AS "roundId" FROM sampling.tube WHERE barcode = $1',
      [barcode],
    );
    return row;
  }

  async siteAndRoundExist(tx: Tx, siteId: string, roundId: string): Promise<{ site: boolean; round: boolean }> {
    const [row] = await tx.query<{ site: boolean; round: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM site.site WHERE id = $1) AS site,
              EXISTS (SELECT 1 FROM campaign.round WHERE id = $2) AS round`,
      [siteId, roundId],
    );
    return row ?? { site: false, round: false };
  }

  /** The last swab that counts for this person in a round. */
  async lastSwab(
    tx: Tx,
    roundId: string,
    residentId: string,
  ): Promise<{ swabId: string; tube: string; siteId: string } | undefined> {
    const [row] = await tx.query<{ swabId: string; tube: string; siteId: string }>(
      `SELECT a.swab_id AS "swabId", a.tube_barcode AS tube, t.site_id AS "siteId"
         FROM sampling.attendance a JOIN sampling.tube t ON t.barcode = a.tube_barcode
        WHERE a.round_id = $1 AND a.resident_id = $2 AND a.voided_at IS NULL ORDER BY a.occasion DESC LIMIT 1`,
      [roundId, residentId],
    );
    return row;
  }

  /** All cases about a person, whoever raised them, the latest first. Ask it only for somebody who may see the person. */
  ofPerson(residentId: string, limit: number): Promise<Exception[]> {
    return this.database.as('jobs').query<Exception>(
      `SELECT ${columns} FROM sampling.exception
        WHERE kind IN ('not-listed', 'not-me') AND details ->> 'residentId' = $1::text
        ORDER BY raised_at DESC, id DESC LIMIT $2`,
      [residentId, limit],
    );
  }

  /** Swabs of nobody at a site, those nearest in time first. */
  candidates(
    of: { siteId: string; roundId: string; tube: string | null; around: string | null; minutes: number },
    limit: number,
  ): Promise<Candidate[]> {
    return this.database.query<Candidate>(
      `SELECT s.id AS "swabId", s.tube_barcode AS tube, s.place, s.sampled_at AS "sampledAt", t.state AS "tubeState"
         FROM sampling.tube t
         JOIN site.site p ON p.id = t.site_id
         JOIN sampling.swab s ON s.round_id = t.round_id AND s.tube_barcode = t.barcode
        WHERE t.site_id = $1 AND t.round_id = $2 AND s.moved_to IS NULL
          AND (s.resident_id IS NULL OR s.voided_at IS NOT NULL)
          AND ($3::text IS NULL OR t.barcode = $3)
          AND ($4::timestamptz IS NULL
               OR s.sampled_at BETWEEN $4 - make_interval(mins => coalesce((p.settings ->> 'caseWindowMinutes')::int, $5))
                                   AND $4 + make_interval(mins => coalesce((p.settings ->> 'caseWindowMinutes')::int, $5)))
        ORDER BY abs(extract(epoch FROM s.sampled_at - coalesce($4, s.sampled_at))), s.tube_barcode, s.place LIMIT $6`,
      [of.siteId, of.roundId, of.tube, of.around, of.minutes, limit],
    );
  }
}
