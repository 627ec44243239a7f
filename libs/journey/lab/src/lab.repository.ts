import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

export interface Lab {
  code: string;
  name: string;
}

export interface LabStaff {
  accountId: string;
  username: string;
  displayName: string;
  isActive: boolean;
}

/** Laboratories and their staff. */
@Injectable()
export class LabRepository {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, code: string, name: string): Promise<boolean> {
    const rows = await tx.query(
      'INSERT INTO lab.lab (code, name) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING RETURNING code',
      [code, name],
    );
    return rows.length === 1;
  }

  list(): Promise<Lab[]> {
    return this.database.query<Lab>('SELECT code, name FROM lab.lab ORDER BY code');
  }

  /** Whether it had another name. */
  async rename(tx: Tx, code: string, name: string): Promise<boolean> {
    const rows = await tx.query('UPDATE lab.lab SET name = $2 WHERE code = $1 AND name <> $2 RETURNING code', [
      code,
      name,
    ]);
    return rows.length === 1;
  }

  staffOf(code: string): Promise<LabStaff[]> {
    return this.database.query<LabStaff>(
      `SELECT s.account_id AS "accountId", a.username, a.display_name AS "displayName", a.disabled_at IS NULL AS "isActive"
         FROM lab.staff s JOIN access.account a ON a.id = s.account_id WHERE s.lab_code = $1 ORDER BY a.username`,
      [code],
    );
  }

  /** `not-possible`: the account is no lab account or belongs to another laboratory. */
  async assign(tx: Tx, accountId: string, labCode: string): Promise<'new' | 'already' | 'not-possible'> {
    const added = await tx.query(
      `INSERT INTO lab.staff (account_id, lab_code) SELECT id, $2 FROM access.account WHERE id = $1 AND role = 'lab'
       ON CONFLICT (account_id) DO NOTHING RETURNING account_id`,
      [accountId, labCode],
    );
    if (added.length === 1) return 'new';
    const known = await tx.query('SELECT 1 FROM lab.staff WHERE account_id = $1 AND lab_code = $2', [
      accountId,
      labCode,
    ]);
    return known.length === 1 ? 'already' : 'not-possible';
  }

  async labOf(accountId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ lab_code: string }>(
      'SELECT lab_code FROM lab.staff WHERE account_id = $1',
      [accountId],
    );
    return row?.lab_code;
  }

  async exists(code: string): Promise<boolean> {
    return (await this.database.query('SELECT 1 FROM lab.lab WHERE code = $1', [code])).length === 1;
  }
}
