import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { TooManyWrongTries } from './access.errors.js';
import { SignInAlarm, SignInHeld } from './access.events.js';
import { AccessSettings } from './access-settings.js';
import { networkOf } from './network-of.js';
import { SignInGateRepository, type Gate, type GateRule } from './sign-in-gate.repository.js';
import { alarms } from './sign-in.metrics.js';

/** A try that was booked; the gate is closed to others by it until it turns out right. */
export interface BookedTry {
  gate: Gate;
  at: Date;
  /** The last one that this gate lets through. */
  isLast: boolean;
}

/**
 * Counts wrong tries and holds up those who guess. A name, a known device of an account, and an address are counted each
 * for itself: who guesses a scanner's password from elsewhere closes the name to strangers, never to the scanner's own
 * device. Whether a name exists makes no difference here.
 */
@Injectable()
export class SignInGates {
  private readonly log = new Logger(SignInGates.name);

  constructor(
    private readonly gates: SignInGateRepository,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  /** @throws TooManyWrongTries when too much was guessed from there, whatever name is tried next */
  async passAddress(address: string): Promise<void> {
    const { since } = this.window();
    if ((await this.gates.wrongTries(this.addressGate(address), since)) >= this.settings.addressTries) {
      throw new TooManyWrongTries(this.settings.gateWindowMs / 60_000);
    }
  }

  /** Books one try; undefined when it may not be made. @param device given when the account knows it */
  book(username: string, device?: Buffer): Promise<BookedTry | undefined> {
    return this.bookAt(this.gateOf(username, device));
  }

  /** The same for somebody who is signed in and shows their password once more: a line of their own. */
  bookOwn(username: string): Promise<BookedTry | undefined> {
    return this.bookAt(this.ownGate(username));
  }

  giveBack(tx: Tx, { gate, at }: BookedTry): Promise<void> {
    return this.gates.giveBack(tx, gate, at);
  }

  /** A try was wrong, or was not even made. @param booked undefined when the gate was closed */
  async wrong(address: string, booked: BookedTry | undefined, accountId: string | undefined): Promise<void> {
    const times = this.window();
    const upTo = { names: this.settings.alarmNames, addresses: this.settings.alarmAddresses };
    const found = await this.gates.countAddress(this.addressGate(address), times, upTo);
    if (booked?.isLast) await this.tellHeld(booked, accountId);
    for (const kind of ['names', 'addresses'] as const)
      if (found[kind] >= upTo[kind]) await this.alarm(kind, times, found);
  }

  /** Opens what wrong tries have closed. @param devices those that the account knows */
  async open(tx: Tx, username: string, devices: readonly Buffer[]): Promise<void> {
    const known = devices.map((device) => this.gateOf(username, device));
    const gates = [this.gateOf(username), this.ownGate(username), ...known];
    await this.gates.clear(
      tx,
      gates.map(({ key }) => key),
    );
  }

  private async bookAt(gate: Gate): Promise<BookedTry | undefined> {
    const rule = { ...this.window(), ...this.settings.gateRule } satisfies GateRule;
    const booked = await this.gates.book(gate, rule);
    return booked === undefined ? undefined : { gate, at: rule.now, isLast: booked >= rule.limit };
  }

  private async tellHeld({ gate }: BookedTry, accountId: string | undefined): Promise<void> {
    const subject = `sign-in:${gate.key.toString('hex').slice(0, 16)}`;
    const payload = { accountId: accountId ?? null, knownDevice: gate.kind === 'device' };
    await this.transactions.runAs('door', (tx) =>
      this.journal.record(tx, SignInHeld, { actorId: null, subject, payload }),
    );
  }

  private async alarm(
    kind: 'names' | 'addresses',
    times: { now: Date; since: Date },
    found: { names: number; addresses: number },
  ): Promise<void> {
    const raised = await this.transactions.runAs('door', async (tx) => {
      if (!(await this.gates.raiseAlarm(tx, kind, times))) return false;
      await this.journal.record(tx, SignInAlarm, { actorId: null, subject: 'sign-in', payload: { kind, ...found } });
      return true;
    });
    if (!raised) return;
    alarms.inc({ kind });
    this.log.warn(`passwords are being guessed: wrong tries for ${found.names} names, ${found.addresses} addresses`);
  }

  private gateOf(username: string, device?: Buffer): Gate {
    return device === undefined
      ? { kind: 'name', key: this.vault.blindIndex('sign-in-name', username) }
      : { kind: 'device', key: this.vault.blindIndex('sign-in-device', `${username}\u0000${device.toString('hex')}`) };
  }

  private ownGate(username: string): Gate {
    return { kind: 'device', key: this.vault.blindIndex('sign-in-own', username) };
  }

  private addressGate(address: string): Gate {
    return { kind: 'address', key: this.vault.blindIndex('sign-in-address', networkOf(address)) };
  }

  private window(): { now: Date; since: Date } {
    const now = this.clock.now();
    return { now, since: new Date(now.getTime() - this.settings.gateWindowMs) };
  }
}
