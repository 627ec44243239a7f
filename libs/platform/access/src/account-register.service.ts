import { Injectable } from '@nestjs/common';
import { hash } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { Transactions } from '#platform/database';
import { UsernameTaken } from './access.errors.js';
import { AccessRepository } from './access.repository.js';
import type { Role } from './caller.js';

export interface NewAccount {
  username: string;
  role: Role;
  displayName: string;
  password: string;
}

export type Account = Omit<NewAccount, 'password'> & { id: string };

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

  /**
   * Adds an account; one that is there already with the same role and name is answered and keeps its password.
   * @throws UsernameTaken when the username belongs to another role or name.
   */
  async add(account: NewAccount): Promise<Account> {
    await this.ensure(account);
    const found = await this.accounts.accountNamed(account.username.toLowerCase());
    if (found?.role !== account.role || found.display_name !== account.displayName) {
      throw new UsernameTaken(account.username);
    }
    return { id: found.id, username: found.username, role: found.role, displayName: found.display_name };
  }

  /** Username → account id, for those that exist. */
  idsByUsername(usernames: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.idsByUsername(usernames);
  }

  list(): Promise<Account[]> {
    return this.accounts.all();
  }
}
