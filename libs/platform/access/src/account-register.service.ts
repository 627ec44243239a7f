import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { Transactions } from '#platform/database';
import { AccessRepository } from './access.repository.js';
import type { Role } from './caller.js';

export interface NewAccount {
  username: string;
  role: Role;
  displayName: string;
  password: string;
}

/** Who may sign in. */
@Injectable()
export class AccountRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccessRepository,
  ) {}

  /** Adds the account unless its username is taken already; answers whether it was added. */
  async ensure(account: NewAccount): Promise<boolean> {
    const username = account.username.toLowerCase();
    if ((await this.accounts.accountNamed(username)) !== undefined) return false;
    const password_hash = await hash(account.password);
    return this.transactions.run((tx) =>
      this.accounts.addAccount(tx, {
        id: uuidv7(),
        username,
        role: account.role,
        displayName: account.displayName,
        password_hash,
      }),
    );
  }

  /** Username → account id, for those that exist. */
  idsByUsername(usernames: string[]): Promise<Map<string, string>> {
    return this.accounts.idsByUsername(usernames);
  }
}
