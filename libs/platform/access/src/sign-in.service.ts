import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { SignInsAreBusy, TooManyWrongTries, WrongCredentials } from './access.errors.js';
import { AccessSettings } from './access-settings.js';
import { AccountRepository, type AccountRow } from './account.repository.js';
import type { Staff } from './caller.js';
import { KnownDeviceRepository } from './known-device.repository.js';
import { PasswordChecks } from './password-checks.service.js';
import { Passwords } from './passwords.service.js';
import { SecondFactors, type Proof } from './second-factors.service.js';
import { Sessions, type OpenedSession } from './sessions.service.js';
import { SignInGates, type BookedTry } from './sign-in-gates.service.js';
import { signIns } from './sign-in.metrics.js';

export interface SignInRequest {
  username: string;
  password: string;
  /** Of the second factor, or a recovery code. */
  code?: string | undefined;
  /** Where the request comes from: the client's address, not the proxy's. */
  address: string;
  /** The token that an earlier sign-in on this device was answered with. */
  device?: string | undefined;
}

export interface SignedIn extends OpenedSession {
  /** With `lacksSecondFactor` while a factor is to be enrolled first. */
  staff: Staff;
  /** To be kept by the device and sent along next time: others who guess do not hold it up. It opens nothing by itself. */
  device: string;
}

/** The device that somebody signs in on: one that the account knows, one that others know, or a new one. */
interface Device {
  token: string;
  hash: Buffer;
  isKnown: boolean;
}

/** Where staff come in. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly devices: KnownDeviceRepository,
    private readonly gates: SignInGates,
    private readonly factors: SecondFactors,
    private readonly passwords: Passwords,
    private readonly checks: PasswordChecks,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  /**
   * A wrong password, an unknown name, a disabled account and one that is held up are answered in the same words after the
   * same work. Whoever signs in on a device of theirs stands in a line of their own, before all others.
   * @throws WrongCredentials; TooManyWrongTries from an address that guesses; SignInsAreBusy
   */
  async open(request: SignInRequest): Promise<SignedIn> {
    const username = request.username.toLowerCase();
    try {
      const device = await this.deviceOf(username, request.device);
      if (!device.isKnown) await this.gates.passAddress(request.address);
      const signedIn = await this.checks.run(
        () => this.judge({ ...request, username }, device),
        device.isKnown ? 'first' : 'in turn',
      );
      signIns.inc({ outcome: 'opened' });
      return signedIn;
    } catch (error) {
      if (error instanceof SignInsAreBusy) signIns.inc({ outcome: 'busy' });
      if (error instanceof TooManyWrongTries) signIns.inc({ outcome: 'address' });
      throw error;
    }
  }

  private async judge(request: SignInRequest, device: Device): Promise<SignedIn> {
    const account = await this.accounts.named(request.username);
    const booked = await this.gates.book(request.username, device.isKnown ? device.hash : undefined);
    const mayEnter = booked !== undefined && account?.disabled_at === null;
    const right = await this.passwords.isRight(mayEnter ? account.password_hash : undefined, request.password);
    if (right && mayEnter) {
      const proof = await this.factors.judge(account.id, request.code);
      const signedIn = proof && (await this.enter(account, device, booked, proof));
      if (signedIn !== undefined) return signedIn;
    }
    signIns.inc({ outcome: booked === undefined ? 'held' : 'wrong' });
    await this.gates.wrong(request.address, booked, account?.id);
    throw new WrongCredentials();
  }

  /** Undefined when the account was disabled, got another password, or the code was used up while this one was judged. */
  private enter(
    account: AccountRow,
    device: Device,
    booked: BookedTry,
    proof: Proof | 'none needed',
  ): Promise<SignedIn | undefined> {
    return this.transactions.runAs('door', async (tx) => {
      if (!(await this.accounts.stillOpens(tx, account.id, account.password_hash))) return undefined;
      const shown = proof !== 'none needed';
      if (shown && !(await this.factors.use(tx, account.id, proof))) return undefined;
      await this.gates.giveBack(tx, booked);
      await this.know(tx, account.id, device);
      const session = await this.sessions.open(tx, { accountId: account.id }, shown);
      const { id, username, role, display_name: displayName } = account;
      const staff: Staff = { kind: 'staff', id, username, role, displayName };
      if (!shown && this.settings.needsSecondFactor(role)) staff.lacksSecondFactor = true;
      return { ...session, staff, device: device.token };
    });
  }

  private async deviceOf(username: string, token: string | undefined): Promise<Device> {
    if (token === undefined) return newDevice();
    const hash = hashOf(token);
    const { mine, ours } = await this.devices.of(username, hash, this.clock.now());
    // A token that is not ours is never taken over: whoever planted it would know it.
    return ours ? { token, hash, isKnown: mine } : newDevice();
  }

  private async know(tx: Tx, accountId: string, device: Device): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + this.settings.deviceMs);
    await this.devices.know(tx, device.hash, accountId, { now, until });
  }
}

function newDevice(): Device {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token), isKnown: false };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
