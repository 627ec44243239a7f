import { Injectable } from '@nestjs/common';
import { Transactions } from '#platform/database';
import { SecondFactorNeeded, WrongCredentials } from './access.errors.js';
import { AccessSettings } from './access-settings.js';
import { AccountRepository } from './account.repository.js';
import type { Role } from './caller.js';
import { Passwords } from './passwords.service.js';
import { SecondFactors } from './second-factors.service.js';

/** Somebody who has put their password, and their second factor, to something. */
export interface Signer {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

/** Asks people on the spot for what only they know and have, without signing them in. */
@Injectable()
export class Signatures {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly settings: AccessSettings,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @param code of the second factor, or a recovery code; it is used up
   * @throws WrongCredentials also where the account is disabled; SecondFactorNeeded where the role must have one and has none
   */
  async of(username: string, password: string, code?: string): Promise<Signer> {
    const account = await this.accounts.named(username.toLowerCase());
    const held = account?.disabled_at === null ? account.password_hash : undefined;
    const right = await this.passwords.isRight(held, password);
    if (account === undefined || !right) throw new WrongCredentials();
    const proof = await this.factors.judge(account.id, code);
    if (proof === undefined) throw new WrongCredentials();
    if (proof === 'none needed') {
      if (this.settings.needsSecondFactor(account.role)) throw new SecondFactorNeeded();
    } else if (!(await this.transactions.runAs('door', (tx) => this.factors.use(tx, account.id, proof)))) {
      throw new WrongCredentials();
    }
    return { id: account.id, username: account.username, displayName: account.display_name, role: account.role };
  }
}
