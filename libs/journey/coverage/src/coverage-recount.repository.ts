import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database';

/** Plain reading of the rooms' own tables, one after the other, without the views of this room. */
@Injectable()
export class CoverageRecountRepository {
  constructor(private readonly database: Database) {}

  roundAreas(roundId: string): Promise<{ area_code: string }[]> {
    return this.database.query('SELECT area_code FROM campaign.round_area WHERE round_id = $1', [roundId]);
  }

  residents(): Promise<{ id: string; lineage: string[] }[]> {
    return this.database.query(
      `SELECT r.id, a.lineage FROM community.resident r JOIN community.area a ON a.code = r.area_code
        WHERE r.presence = 'present' AND r.merged_into IS NULL`,
    );
  }

  exempt(roundId: string): Promise<{ resident_id: string }[]> {
    return this.database.query(
      'SELECT resident_id FROM campaign.exemption WHERE round_id = $1 AND revoked_at IS NULL',
      [roundId],
    );
  }

  swabs(roundId: string): Promise<{ resident_id: string; tube_barcode: string }[]> {
    return this.database.query(
      'SELECT resident_id, tube_barcode FROM sampling.swab WHERE round_id = $1 AND voided_at IS NULL',
      [roundId],
    );
  }

  dispatchedTubes(): Promise<{ barcode: string }[]> {
    return this.database.query(
      `SELECT t.barcode FROM transport.box_tube t
        WHERE EXISTS (SELECT 1 FROM transport.leg l WHERE l.box_code = t.box_code AND l.kind = 'dispatch')`,
    );
  }

  receivedTubes(): Promise<{ barcode: string }[]> {
    return this.database.query('SELECT barcode FROM lab.tube');
  }

  testedTubes(): Promise<{ barcode: string }[]> {
    return this.database.query(`SELECT barcode FROM lab.tube_outcome WHERE state = 'current'`);
  }

  answers(roundId: string): Promise<{ resident_id: string; status: string; version: number }[]> {
    return this.database.query(
      'SELECT resident_id, status, version FROM results.answer WHERE round_id = $1 ORDER BY version',
      [roundId],
    );
  }
}
