import { Injectable } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { Transactions } from '#platform/database';
import { SignInsAreBusy, WrongCredentials } from './access.errors.js';
import { AccountRepository } from './account.repository.js';
import { BoundedWork } from './bounded-work.js';
import type { Staff } from './caller.js';
import { Passwords } from './passwords.service.js';
import { Sessions, type OpenedSession } from './sessions.service.js';

/**
 * A password takes a processor for some 30 ms. Half of the processors at most are given to that, so that those who are
 * signed in go on scanning while a whole shift, or somebody who guesses passwords, stands at this door.
 */
const passwordChecks = { atOnce: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: 64 };

/** Where staff come in. */
@Injectable()
export class SignIn {
  private readonly checks = new BoundedWork(passwordChecks, () => new SignInsAreBusy());

  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
  ) {}

  /** @throws WrongCredentials, in about the same time whether the account exists or not; SignInsAreBusy */
  async open(username: string, password: string): Promise<OpenedSession & { staff: Staff }> {
    return this.checks.run(async () => {
      const account = await this.accounts.named(username.toLowerCase());
      const held = account?.disabled_at === null ? account.password_hash : undefined;
      const right = await this.passwords.isRight(held, password);
      if (account === undefined || !right) throw new WrongCredentials();
      const session = await this.transactions.run(async (tx) => {
        if (!(await this.accounts.stillOpens(tx, account.id, account.password_hash))) throw new WrongCredentials();
        return this.sessions.open(tx, { accountId: account.id });
      });
      const { id, role, display_name: displayName } = account;
      return { ...session, staff: { kind: 'staff', id, username: account.username, role, displayName } };
    });
  }
}
