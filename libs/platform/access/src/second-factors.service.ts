import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import {
  AccountNotFound,
  CodeIsWrong,
  NotOnYourself,
  SecondFactorIsOn,
  SecondFactorNotBegun,
} from './access.errors.js';
import { RecoveryCodeUsed, SecondFactorConfirmed, SecondFactorReset } from './access.events.js';
import { AccountRepository } from './account.repository.js';
import type { Staff } from './caller.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { Sessions, tokenHash } from './sessions.service.js';
import { enrolmentAddress, base32, matchingStep, newSecret, recoveryCodeOf, recoveryCodesOf } from './totp.js';

/** What somebody showed beside their password: a code of one step, or a recovery code. To be used up in the transaction. */
export type Proof = { step: number } | { recoveryCode: Buffer };

/** What an authenticator app needs. */
export interface Enrolment {
  secret: string;
  address: string;
}

/** The second factor of accounts: enrolled by its owner, asked for at each sign-in, reset by somebody of security. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly factors: SecondFactorRepository,
    private readonly accounts: AccountRepository,
    private readonly sessions: Sessions,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly vault: Vault,
    private readonly clock: Clock,
  ) {}

  /** Begins enrolment in this session; asked again it answers the same secret. @throws SecondFactorIsOn */
  async begin(caller: Staff, token: string): Promise<Enrolment> {
    const sealed = this.vault.seal(newSecret().toString('base64'), placeOf(caller.id));
    const row = await this.transactions.runAs('door', async (tx) => {
      await this.factors.begin(tx, caller.id, sealed, tokenHash(token), this.clock.now());
      return this.factors.hold(tx, caller.id);
    });
    if (row === undefined || row.confirmed_at !== null || row.secret_sealed === null) throw new SecondFactorIsOn();
    const secret = await this.openSecret(row.secret_sealed, caller.id);
    return { secret: base32(secret), address: enrolmentAddress(secret, caller.username) };
  }

  /**
   * The app shows the right code: from now on it is asked for. The account's other sessions end. The same code again is
   * answered with the same recovery codes.
   * @throws SecondFactorNotBegun in this session; CodeIsWrong; SecondFactorIsOn
   */
  async confirm(caller: Staff, token: string, code: string): Promise<string[]> {
    const now = this.clock.now();
    const codes = await this.transactions.runAs('door', async (tx) => {
      const row = await this.factors.hold(tx, caller.id);
      if (row?.secret_sealed == null || row.begun_in?.equals(tokenHash(token)) !== true) {
        throw row?.confirmed_at == null ? new SecondFactorNotBegun() : new SecondFactorIsOn();
      }
      const secret = await this.openSecret(row.secret_sealed, caller.id);
      const step = matchingStep(secret, code, now);
      if (row.confirmed_at !== null && step !== row.confirmed_step) throw new SecondFactorIsOn();
      if (step === undefined) throw new CodeIsWrong();
      const recoveryCodes = recoveryCodesOf(secret);
      if (row.confirmed_at !== null) return recoveryCodes;
      const hashes = recoveryCodes.map((one) => hashOf(caller.id, recoveryCodeOf(one) ?? one));
      await this.factors.confirm(tx, caller.id, step, hashes, now);
      const sessionsEnded = await this.sessions.strengthen(tx, caller.id, token);
      const payload = { accountId: caller.id, sessionsEnded };
      await this.journal.record(tx, SecondFactorConfirmed, {
        actorId: caller.id,
        subject: subjectOf(caller.id),
        payload,
      });
      return recoveryCodes;
    });
    this.sessions.forget(caller.id);
    return codes;
  }

  /**
   * Whether what was typed as a code is one of the account's at this moment, whatever else is wrong.
   * @returns `none needed` for an account without a second factor; undefined when the code is none, or missing
   */
  async judge(accountId: string, typed: string | undefined): Promise<Proof | 'none needed' | undefined> {
    const sealed = await this.factors.secretOf(accountId);
    if (sealed === undefined) return 'none needed';
    if (typed === undefined) return undefined;
    const recoveryCode = recoveryCodeOf(typed);
    if (recoveryCode !== undefined) return { recoveryCode: hashOf(accountId, recoveryCode) };
    const step = matchingStep(await this.openSecret(sealed, accountId), typed, this.clock.now());
    return step === undefined ? undefined : { step };
  }

  /** Uses the proof up. False when somebody did before: a code counts once. */
  async use(tx: Tx, accountId: string, proof: Proof): Promise<boolean> {
    if ('step' in proof) return this.factors.useStep(tx, accountId, proof.step);
    if (!(await this.factors.useRecoveryCode(tx, accountId, proof.recoveryCode, this.clock.now()))) return false;
    const entry = { actorId: accountId, subject: subjectOf(accountId), payload: { accountId } };
    await this.journal.record(tx, RecoveryCodeUsed, entry);
    return true;
  }

  /** For somebody who has lost theirs, codes and all. Their sessions end. @throws AccountNotFound; NotOnYourself */
  async reset(accountId: string, actorId: string): Promise<void> {
    if (accountId === actorId) throw new NotOnYourself();
    await this.transactions.runAs('door', async (tx) => {
      if ((await this.accounts.hold(tx, accountId)) === undefined) throw new AccountNotFound();
      if (!(await this.factors.reset(tx, accountId, this.clock.now()))) return;
      const payload = { accountId, sessionsEnded: await this.sessions.endAll(tx, accountId) };
      await this.journal.record(tx, SecondFactorReset, { actorId, subject: subjectOf(accountId), payload });
    });
    this.sessions.forget(accountId);
  }

  private async openSecret(sealed: Buffer, accountId: string): Promise<Buffer> {
    await this.vault.recognise([sealed]);
    return Buffer.from(this.vault.open(sealed, placeOf(accountId)), 'base64');
  }
}

/** Eighty random bits: nobody tries them all, so no key is needed. */
function hashOf(accountId: string, recoveryCode: string): Buffer {
  return createHash('sha256').update(`${accountId}\u0000${recoveryCode}`).digest();
}

function placeOf(accountId: string): { table: string; column: string; rowId: string } {
  return { table: 'access.second_factor', column: 'secret_sealed', rowId: accountId };
}

function subjectOf(accountId: string): string {
  return `account:${accountId}`;
}
