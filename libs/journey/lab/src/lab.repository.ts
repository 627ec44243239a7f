import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';

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

  /** False when the account is no lab account or belongs to another laboratory. */
  async assign(tx: Tx, accountId: string, labCode: string): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO lab.staff (account_id, lab_code)
       SELECT id, $2 FROM access.account WHERE id = $1 AND role = 'lab'
       ON CONFLICT (account_id) DO UPDATE SET lab_code = excluded.lab_code
         WHERE lab.staff.lab_code = excluded.lab_code
       RETURNING account_id`,
      [accountId, labCode],
    );
    return rows.length === 1;
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
