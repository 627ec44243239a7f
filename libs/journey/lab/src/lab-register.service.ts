import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { LabIsNotForAccount, NotOfALab, UnknownLab } from './lab.errors.js';
import { LabRepository } from './lab.repository.js';

/** The laboratories and who works for which. */
@Injectable()
export class LabRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly labs: LabRepository,
  ) {}

  /** Adds the laboratory unless its code is known; answers whether it was added. */
  ensureLab(code: string, name: string): Promise<boolean> {
    return this.transactions.run((tx) => this.labs.add(tx, code, name));
  }

  /**
   * From now on this account acts for this laboratory. The same again is harmless.
   * @throws LabIsNotForAccount when it is no lab account or belongs to another one; UnknownLab
   */
  async assign(accountId: string, labCode: string): Promise<void> {
    await this.requireLab(labCode);
    await this.transactions.run(async (tx) => {
      if (!(await this.labs.assign(tx, accountId, labCode))) throw new LabIsNotForAccount();
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
