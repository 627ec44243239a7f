import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { LabIsNotForAccount, NotOfALab, UnknownLab } from './lab.errors.js';
import { labAdded, labRenamed, labStaffAssigned } from './lab.events.js';
import { LabRepository, type Lab, type LabStaff } from './lab.repository.js';

/** The laboratories and who works for which. */
@Injectable()
export class LabRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly labs: LabRepository,
    private readonly journal: Journal,
  ) {}

  /** All of them, by code. */
  list(): Promise<Lab[]> {
    return this.labs.list();
  }

  /** Adds the laboratory, or gives it another name; the same again is harmless. @param by who did it; null: the house */
  async put(code: string, name: string, by: string | null): Promise<Lab> {
    await this.transactions.run(async (tx) => {
      const entry = { actorId: by, subject: `lab:${code}`, payload: { code, name } };
      if (await this.labs.add(tx, code, name)) await this.journal.record(tx, labAdded, entry);
      else if (await this.labs.rename(tx, code, name)) await this.journal.record(tx, labRenamed, entry);
    });
    return { code, name };
  }

  /** Who works for a laboratory. @throws UnknownLab */
  async staffOf(code: string): Promise<LabStaff[]> {
    await this.requireLab(code);
    return this.labs.staffOf(code);
  }

  /**
   * From now on this account acts for this laboratory. The same again is harmless.
   * @param by who did it; null: the house
   * @throws LabIsNotForAccount when it is no lab account or belongs to another one; UnknownLab
   */
  async assign(accountId: string, labCode: string, by: string | null): Promise<void> {
    await this.requireLab(labCode);
    await this.transactions.run(async (tx) => {
      const assigned = await this.labs.assign(tx, accountId, labCode);
      if (assigned === 'not-possible') throw new LabIsNotForAccount();
      if (assigned === 'already') return;
      const entry = { actorId: by, subject: `lab:${labCode}`, payload: { accountId, labCode } };
      await this.journal.record(tx, labStaffAssigned, entry);
    });
  }

  /** The laboratory this account acts for. @throws NotOfALab */
  async labOf(accountId: string): Promise<string> {
    const code = await this.labs.labOf(accountId);
    if (code === undefined) throw new NotOfALab();
    return code;
  }

  /** @throws UnknownLab */
  async requireLab(code: string): Promise<void> {
    if (!(await this.labs.exists(code))) throw new UnknownLab(code);
  }
}
