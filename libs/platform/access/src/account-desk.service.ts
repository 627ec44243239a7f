import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal, type EventDefinition } from '#platform/journal';
import { AccountNotFound, NotOnYourself, PasswordOfAdministrator } from './access.errors.js';
import { AccountDisabled, AccountEnabled, PasswordSet, SessionsEnded } from './access.events.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import { administrators } from './caller.js';
import { KnownDeviceRepository } from './known-device.repository.js';
import { Passwords } from './passwords.service.js';
import { Sessions } from './sessions.service.js';

/** What is done to accounts that are there. Each act is journalled, and ends sessions in the same moment. */
@Injectable()
export class AccountDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Nobody enters it any more, and whoever is in is out. Done again it changes nothing. @throws AccountNotFound; NotOnYourself */
  async disable(id: string, reason: string, actorId: string): Promise<void> {
    if (id === actorId) throw new NotOnYourself();
    await this.change(id, async (tx) => {
      if (!(await this.accounts.disable(tx, id, actorId, reason, this.clock.now()))) return;
      await this.devices.forgetAll(tx, id, this.clock.now());
      const sessionsEnded = await this.sessions.endAll(tx, id);
      await this.record(tx, AccountDisabled, actorId, { accountId: id, reason, sessionsEnded });
    });
  }

  /** Sessions that ended do not come back. @throws AccountNotFound; NotOnYourself */
  async enable(id: string, actorId: string): Promise<void> {
    if (id === actorId) throw new NotOnYourself();
    await this.change(id, async (tx) => {
      if (await this.accounts.enable(tx, id)) await this.record(tx, AccountEnabled, actorId, { accountId: id });
    });
  }

  /**
   * For somebody who has forgotten theirs. The account's sessions end, and no device is known any more.
   * @throws AccountNotFound; PasswordOfAdministrator, for nobody who makes accounts may become an administrator by it
   */
  async setPassword(id: string, password: string, actorId: string): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.change(id, async (tx, account) => {
      if (administrators.includes(account.role)) throw new PasswordOfAdministrator();
      await this.accounts.setPassword(tx, id, passwordHash, this.clock.now());
      await this.devices.forgetAll(tx, id, this.clock.now());
      const sessionsEnded = await this.sessions.endAll(tx, id);
      await this.record(tx, PasswordSet, actorId, { accountId: id, sessionsEnded });
    });
  }

  /** Signs an account out everywhere. @throws AccountNotFound */
  async endSessions(id: string, actorId: string): Promise<void> {
    await this.change(id, async (tx) => {
      const sessionsEnded = await this.sessions.endAll(tx, id);
      if (sessionsEnded > 0) await this.record(tx, SessionsEnded, actorId, { accountId: id, sessionsEnded });
    });
  }

  private async change(id: string, work: (tx: Tx, account: AccountRow) => Promise<void>): Promise<void> {
    await this.transactions.runAs('door', async (tx) => {
      const account = await this.accounts.hold(tx, id);
      if (account === undefined) throw new AccountNotFound();
      await work(tx, account);
    });
    // Other processes hear the signal; this one must not wait for it to come round.
    this.sessions.forget(id);
  }

  private async record<Payload extends { accountId: string }>(
    tx: Tx,
    event: EventDefinition<Payload>,
    actorId: string,
    payload: Payload,
  ): Promise<void> {
    await this.journal.record(tx, event, { actorId, subject: `account:${payload.accountId}`, payload });
  }
}
