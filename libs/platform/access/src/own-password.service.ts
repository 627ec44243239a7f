import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { CurrentPasswordWrong, PasswordIsSame, PasswordIsWeak, TooManyPasswordTries } from './access.errors.js';
import { PasswordChanged } from './access.events.js';
import { AccessSettings } from './access-settings.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import type { Staff } from './caller.js';
import { PasswordChecks } from './password-checks.service.js';
import { weaknessOf } from './password-rules.js';
import { Passwords } from './passwords.service.js';
import { Sessions } from './sessions.service.js';
import { SignInGates, type BookedTry } from './sign-in-gates.service.js';

export interface PasswordChange {
  current: string;
  password: string;
  /** Where the request comes from: the client's address, not the proxy's. */
  address: string;
}

/** Where somebody changes their own password, knowing the one that they have. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly checks: PasswordChecks,
    private readonly gates: SignInGates,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  /**
   * The account's other sessions end in the same moment; this one goes on. Said again it is once. Wrong tries are counted
   * as at sign-in, in a line of their own: whoever guesses the name elsewhere keeps nobody from changing theirs.
   * @param token of the session in which this is asked
   * @throws PasswordIsWeak, PasswordIsSame, CurrentPasswordWrong, TooManyPasswordTries, SignInsAreBusy
   */
  async change(caller: Staff, token: string, wish: PasswordChange): Promise<void> {
    const weakness = weaknessOf(wish.password, [caller.username, caller.displayName]);
    if (weakness !== undefined) throw new PasswordIsWeak(weakness);
    await this.checks.run(() => this.judge(caller, token, wish), 'first');
  }

  private async judge(caller: Staff, token: string, wish: PasswordChange): Promise<void> {
    const booked = await this.gates.bookOwn(caller.username);
    if (booked === undefined) {
      await this.gates.wrong(wish.address, booked, caller.id);
      throw new TooManyPasswordTries(this.settings.gateWindowMs / 60_000);
    }
    const account = await this.accounts.named(caller.username);
    if (account !== undefined && (await this.passwords.isRight(account.password_hash, wish.current))) {
      if (wish.current === wish.password) {
        await this.giveBack(booked);
        throw new PasswordIsSame();
      }
      if (await this.put(account, token, wish.password, booked)) return;
    }
    // Whoever holds the new one already has asked before, and lost the answer.
    const held = await this.accounts.named(caller.username);
    if (await this.passwords.isRight(held?.password_hash, wish.password)) return this.giveBack(booked);
    await this.gates.wrong(wish.address, booked, caller.id);
    throw new CurrentPasswordWrong();
  }

  /** False when the account was disabled or got another password while this one was judged. */
  private async put(account: AccountRow, token: string, password: string, booked: BookedTry): Promise<boolean> {
    const { id } = account;
    const passwordHash = await this.passwords.hash(password);
    const done = await this.transactions.runAs('door', async (tx) => {
      const held = await this.accounts.hold(tx, id);
      if (held?.password_hash !== account.password_hash || held.disabled_at !== null) return false;
      await this.accounts.setPassword(tx, id, passwordHash, this.clock.now());
      const sessionsEnded = await this.sessions.endOthers(tx, id, token);
      await this.gates.giveBack(tx, booked);
      const payload = { accountId: id, sessionsEnded };
      await this.journal.record(tx, PasswordChanged, { actorId: id, subject: `account:${id}`, payload });
      return true;
    });
    // Other processes hear the signal; this one must not wait for it to come round.
    if (done) this.sessions.forget(id);
    return done;
  }

  private giveBack(booked: BookedTry): Promise<void> {
    return this.transactions.runAs('door', (tx) => this.gates.giveBack(tx, booked));
  }
}
