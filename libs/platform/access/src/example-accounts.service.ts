import { Injectable } from '@nestjs/common';
import { SettingsRefused } from '#platform/config';
import { AccountRepository } from './account.repository.js';
import { roles } from './caller.js';
import { Passwords } from './passwords.service.js';

/** Accounts of a demonstration that was here before, which everybody can enter. */
@Injectable()
export class ExampleAccounts {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
  ) {}

  /**
   * @param known passwords that everybody knows
   * @throws SettingsRefused naming the accounts that open with one of them
   */
  async refuse(known: readonly string[]): Promise<void> {
    const open: string[] = [];
    for (const username of roles) {
      const account = await this.accounts.named(username);
      if (account === undefined || account.disabled_at !== null) continue;
      for (const password of known) {
        if (await this.passwords.isRight(account.password_hash, password)) open.push(username);
      }
    }
    if (open.length === 0) return;
    throw new SettingsRefused(
      `Start refused outside the demonstration. Everybody knows the password of ${open.join(', ')}: ` +
        'disable the accounts of the demonstration (SHIHE_DEMO=on, sign in as security), or begin with an empty data folder.',
    );
  }
}
