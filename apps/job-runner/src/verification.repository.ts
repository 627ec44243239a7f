import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '#platform/database';
import type { Finding, Verification } from '#platform/journal';
import type { RowFinding } from './ledgers/ledger-finding.js';

@Injectable()
export class VerificationRepository {
  async add(
    tx: Tx,
    startedAt: Date,
    { entries, anchors, heads, findings }: Omit<Verification, 'findings'> & { findings: (Finding | RowFinding)[] },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO journal.verification (id, started_at, entries, anchors, heads, findings) VALUES ($1, $2, $3, $4, $5, $6)`,
      [uuidv7(), startedAt, entries, anchors, JSON.stringify(heads), JSON.stringify(findings)],
    );
  }
}
