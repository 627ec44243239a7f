import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { UsernameTaken } from './access.errors.js';
import { AccountAdded } from './access.events.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { administrators, type Role } from './caller.js';
import { Passwords } from './passwords.service.js';

export interface NewAccount {
  username: string;
  role: Role;
  displayName: string;
  password: string;
}

export type Account = Omit<NewAccount, 'password'> & { id: string; disabled: boolean };

/** Who may sign in. */
@Injectable()
export class AccountRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds an account; one that is there already with the same role and name is answered and keeps its password. Another
   * administrator that a person adds is disabled until somebody of security enables it: nobody makes themselves a second
   * one alone.
   * @param by who adds it; null when the house itself does
   * @throws UsernameTaken when the username belongs to another role or name.
   */
  async add(account: NewAccount, by: string | null = null): Promise<Account> {
    const username = account.username.toLowerCase();
    const known = await this.accounts.named(username);
    const found = known ?? (await this.addNew({ ...account, username }, by));
    if (found?.role !== account.role || found.display_name !== account.displayName) {
      throw new UsernameTaken(account.username);
    }
    return accountOf(found);
  }

  /** Username → account id, for those that exist. */
  idsByUsername(usernames: readonly string[]): Promise<Map<string, string>> {
    return this.accounts.idsByUsername(usernames);
  }

  /** Who these accounts belong to, as their colleagues call them; unknown ids are left out. */
  namesOf(ids: readonly string[]): Promise<{ id: string; displayName: string; role: Role }[]> {
    return this.accounts.names(ids);
  }

  async list(): Promise<Account[]> {
    return (await this.accounts.all()).map(accountOf);
  }

  private async addNew(account: NewAccount, by: string | null): Promise<AccountRow | undefined> {
    const now = this.clock.now();
    const row = {
      id: uuidv7(),
      username: account.username,
      role: account.role,
      display_name: account.displayName,
      password_hash: await this.passwords.hash(account.password),
      disabled_at: by !== null && administrators.includes(account.role) ? now : null,
    };
    await this.transactions.runAs('door', async (tx) => {
      if (!(await this.accounts.add(tx, row, now))) return;
      const payload = { accountId: row.id, role: row.role, disabled: row.disabled_at !== null };
      await this.journal.record(tx, AccountAdded, { actorId: by, subject: `account:${row.id}`, payload });
    });
    return this.accounts.named(account.username);
  }
}

function accountOf(row: AccountRow): Account {
  const { id, username, role, display_name: displayName } = row;
  return { id, username, role, displayName, disabled: row.disabled_at !== null };
}
