import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import type { SwabFact, TubeFact } from './correction-rules.js';
import type { TubeState } from './tube.repository.js';

/** A tube as a correction meets it, with the pair that filled it. */
export interface GroundTube extends TubeFact {
  state: TubeState;
  roundId: string;
  siteId: string;
  scannerId: string;
  collectorId: string;
}

export interface GroundSwab extends SwabFact {
  purpose: 'screening' | 'retest' | 'resample';
  movedTo: string | null;
}

/** What a correction stands on, read under the locks that keep it still. */
@Injectable()
export class CorrectionGroundRepository {
  constructor(private readonly database: Database) {}

  /** Those of the tubes that whoever asks may see. */
  async inSight(barcodes: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ barcode: string }>(
      'SELECT barcode FROM sampling.tube WHERE barcode = ANY ($1)',
      [barcodes],
    );
    return rows.map(({ barcode }) => barcode);
  }

  /** Locks the tubes in the order of their barcodes, as those do who record swabs; gives those that there are. */
  lockTubes(tx: Tx, barcodes: readonly string[]): Promise<GroundTube[]> {
    return tx.query<GroundTube>(
      `SELECT t.barcode, t.state, t.filled, t.round_id AS "roundId", t.site_id AS "siteId", s.scanner_id AS "scannerId",
              s.collector_id AS "collectorId"
         FROM sampling.tube t JOIN site.shift s ON s.id = t.shift_id
        WHERE t.barcode = ANY ($1) ORDER BY t.barcode FOR NO KEY UPDATE OF t`,
      [barcodes],
    );
  }

  async swab(tx: Tx, roundId: string, barcode: string, swabId: string): Promise<GroundSwab | undefined> {
    const [row] = await tx.query<GroundSwab>(
      `SELECT id, tube_barcode AS tube, place, resident_id AS "residentId", occasion, voided_at IS NOT NULL AS withdrawn,
              purpose, moved_to AS "movedTo"
         FROM sampling.swab WHERE round_id = $1 AND id = $2 AND tube_barcode = $3`,
      [roundId, swabId, barcode],
    );
    return row;
  }

  /** Whether one of these people has a swab of the round in a tube that is closed: there may be an answer about it. */
  async hasClosedTube(tx: Tx, roundId: string, residentIds: readonly string[]): Promise<boolean> {
    if (residentIds.length === 0) return false;
    const rows = await tx.query(
      `SELECT 1 FROM sampling.attendance a JOIN sampling.tube t ON t.barcode = a.tube_barcode AND t.state <> 'open'
        WHERE a.round_id = $1 AND a.resident_id = ANY ($2::uuid[]) LIMIT 1`,
      [roundId, residentIds],
    );
    return rows.length > 0;
  }

  async residentExists(tx: Tx, residentId: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM community.sampling_subject WHERE id = $1', [residentId])).length > 0;
  }

  /** Everybody who counts in a tube. */
  async membersOf(tx: Tx, roundId: string, barcodes: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT resident_id AS id FROM sampling.swab
        WHERE round_id = $1 AND tube_barcode = ANY ($2) AND voided_at IS NULL AND resident_id IS NOT NULL ORDER BY 1`,
      [roundId, barcodes],
    );
    return rows.map(({ id }) => id);
  }
}
