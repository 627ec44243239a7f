import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

/** Whom or what somebody wants to see in clear: one in the ledger, or something else as `exception:<id>`. */
export type Unmaskable = { residentId: string } | { about: string };

export interface UnmaskingRow {
  account_id: string;
  body_hash: Buffer;
}

export interface SealedPerson {
  name_sealed: Buffer;
  document_sealed: Buffer;
  phone_sealed: Buffer | null;
}

@Injectable()
export class UnmaskingRepository {
  constructor(private readonly database: Database) {}

  /** Undefined where there is nobody, or nobody whom the actor may see. */
  async sealed(residentId: string): Promise<SealedPerson | undefined> {
    const [row] = await this.database.query<SealedPerson>(
      'SELECT name_sealed, document_sealed, phone_sealed FROM community.resident WHERE id = $1',
      [residentId],
    );
    return row;
  }

  /** Until the transaction ends nobody else counts what this account has seen. */
  async hold(tx: Tx, accountId: string): Promise<{ toldUntil: Date | number }> {
    await tx.query('INSERT INTO community.unmasking_ration (account_id) VALUES ($1) ON CONFLICT DO NOTHING', [
      accountId,
    ]);
    const [row] = await tx.query<{ told_until: Date | number }>(
      'SELECT told_until FROM community.unmasking_ration WHERE account_id = $1 FOR UPDATE',
      [accountId],
    );
    return { toldUntil: row?.told_until ?? -Infinity };
  }

  async tell(tx: Tx, accountId: string, until: Date): Promise<void> {
    await tx.query('UPDATE community.unmasking_ration SET told_until = $2 WHERE account_id = $1', [accountId, until]);
  }

  async one(tx: Tx, id: string): Promise<UnmaskingRow | undefined> {
    const [row] = await tx.query<UnmaskingRow>('SELECT account_id, body_hash FROM community.unmasking WHERE id = $1', [
      id,
    ]);
    return row;
  }

  /** The moments after `since` at which this account saw somebody, the earliest first. */
  async moments(tx: Tx, accountId: string, since: Date): Promise<Date[]> {
    const rows = await tx.query<{ at: Date }>(
      'SELECT at FROM community.unmasking WHERE account_id = $1 AND at > $2 ORDER BY at',
      [accountId, since],
    );
    return rows.map(({ at }) => at);
  }

  async add(
    tx: Tx,
    unmasking: {
      id: string;
      accountId: string;
      seen: Unmaskable;
      reason: string;
      note: string;
      fields: readonly string[];
      hash: Buffer;
      at: Date;
    },
  ): Promise<void> {
    const { id, accountId, seen, reason, note, fields, hash, at } = unmasking;
    await tx.query(
      `INSERT INTO community.unmasking (id, account_id, resident_id, about, reason, note, fields, body_hash, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        accountId,
        'residentId' in seen ? seen.residentId : null,
        'about' in seen ? seen.about : null,
        reason,
        note,
        fields,
        hash,
        at,
      ],
    );
  }
}
