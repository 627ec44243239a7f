import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';

/** Which files of a laboratory a second person has looked at. */
@Injectable()
export class ReportReviewRepository {
  /** When this person signed for these bytes; the first time counts. */
  async sign(
    tx: Tx,
    review: { labCode: string; sha256: Buffer; by: string; at: Date },
  ): Promise<{ at: Date; isNew: boolean }> {
    const { labCode, sha256, by, at } = review;
    const added = await tx.query(
      `INSERT INTO lab.report_review (lab_code, sha256, reviewed_by, reviewed_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING reviewed_at`,
      [labCode, sha256, by, at],
    );
    if (added.length === 1) return { at, isNew: true };
    const [known] = await tx.query<{ reviewed_at: Date }>(
      'SELECT reviewed_at FROM lab.report_review WHERE lab_code = $1 AND sha256 = $2 AND reviewed_by = $3',
      [labCode, sha256, by],
    );
    return { at: known?.reviewed_at ?? at, isNew: false };
  }

  /** Whether somebody else of the laboratory signed for these bytes. */
  async isSignedByAnother(tx: Tx, file: { labCode: string; sha256: Buffer; than: string }): Promise<boolean> {
    const found = await tx.query(
      'SELECT 1 FROM lab.report_review WHERE lab_code = $1 AND sha256 = $2 AND reviewed_by <> $3 LIMIT 1',
      [file.labCode, file.sha256, file.than],
    );
    return found.length === 1;
  }
}
