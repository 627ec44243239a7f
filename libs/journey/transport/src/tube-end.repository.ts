import { Injectable } from '@nestjs/common';
import type { TubeState } from '#journey/sampling';
import type { Tx } from '#platform/database';

/** How the way of each tube ended. The primary key decides when a loss and a delivery come at once. */
@Injectable()
export class TubeEndRepository {
  async tube(tx: Tx, barcode: string): Promise<{ state: TubeState; site_id: string } | undefined> {
    const [row] = await tx.query<{ state: TubeState; site_id: string }>(
      'SELECT state, site_id FROM sampling.tube WHERE barcode = $1',
      [barcode],
    );
    return row;
  }

  /** Ends the way of those tubes that have no end yet; answers which. */
  async end(
    tx: Tx,
    barcodes: string[],
    end: { ending: 'delivered' | 'lost'; reason: string | null; by: string; at: Date },
  ): Promise<string[]> {
    const rows = await tx.query<{ barcode: string }>(
      `INSERT INTO transport.tube_end (barcode, ending, reason, ended_by, ended_at)
       SELECT b, $2, $3, $4, $5 FROM unnest($1::text[]) AS b ORDER BY b
       ON CONFLICT (barcode) DO NOTHING RETURNING barcode`,
      [barcodes, end.ending, end.reason, end.by, end.at],
    );
    return rows.map(({ barcode }) => barcode);
  }

  async endOf(
    tx: Tx,
    barcode: string,
  ): Promise<{ ending: 'delivered' | 'lost'; reason: string | null; ended_at: Date } | undefined> {
    const [row] = await tx.query<{ ending: 'delivered' | 'lost'; reason: string | null; ended_at: Date }>(
      'SELECT ending, reason, ended_at FROM transport.tube_end WHERE barcode = $1',
      [barcode],
    );
    return row;
  }
}
