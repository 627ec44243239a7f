import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { AccountNotFound, NotOnYourself } from './access.errors.js';
import { AccountUnlocked, DeviceVouchedFor } from './access.events.js';
import { AccountRepository } from './account.repository.js';
import { KnownDeviceRepository } from './known-device.repository.js';
import { SignInGates } from './sign-in-gates.service.js';

/** For so long a device that was vouched for waits for its first sign-in. Milliseconds. */
const vouchedForMs = 15 * 60_000;

/** What somebody of security does for a person who stands before them and is kept out by others who guess. */
@Injectable()
export class SignInHelp {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly gates: SignInGates,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Forgets the wrong tries for an account. @throws AccountNotFound */
  async unlock(id: string, actorId: string): Promise<void> {
    await this.transactions.runAs('door', async (tx) => {
      const account = await this.accounts.hold(tx, id);
      if (account === undefined) throw new AccountNotFound();
      await this.gates.open(tx, account.username, await this.devices.hashes(tx, id));
      const payload = { accountId: id };
      await this.journal.record(tx, AccountUnlocked, { actorId, subject: `account:${id}`, payload });
    });
  }

  /**
   * Makes a device known before the account has signed in on it: while a name is being guessed without end, unlocking it
   * would only let in the next guesses. The password is asked for all the same.
   * @returns what the device sends along when it signs in, within a quarter of an hour
   * @throws AccountNotFound; NotOnYourself
   */
  async vouchForDevice(id: string, actorId: string): Promise<{ device: string; until: Date }> {
    if (id === actorId) throw new NotOnYourself();
    const device = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const until = new Date(now.getTime() + vouchedForMs);
    await this.transactions.runAs('door', async (tx) => {
      if ((await this.accounts.hold(tx, id)) === undefined) throw new AccountNotFound();
      await this.devices.know(tx, createHash('sha256').update(device).digest(), id, { now, until });
      const payload = { accountId: id };
      await this.journal.record(tx, DeviceVouchedFor, { actorId, subject: `account:${id}`, payload });
    });
    return { device, until };
  }
}
