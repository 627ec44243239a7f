import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { availableParallelism } from 'node:os';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Settings } from '#platform/config';
import { SignInsAreBusy, WrongCredentials } from './access.errors.js';
import { AccessRepository } from './access.repository.js';
import { BoundedWork } from './bounded-work.js';
import type { Caller, Staff } from './caller.js';

export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

interface Remembered {
  caller: Caller;
  expiresAt: number;
  readAt: number;
}

/** How long a process may go on trusting a session it has read, in milliseconds: a revocation elsewhere counts after it. */
const trustFor = 1_000;
const rememberAtMost = 50_000;

/**
 * A password takes a processor for some 30 ms. Half of the processors at most are given to that, so that those who are
 * signed in go on scanning while a whole shift, or somebody who guesses passwords, stands at this door.
 */
const passwordChecks = { atOnce: Math.max(1, Math.floor(availableParallelism() / 2)), waiting: 64 };

/** Opaque 256-bit tokens; the database knows only their SHA-256. */
@Injectable()
export class Sessions {
  private readonly remembered = new Map<string, Remembered>();
  private readonly checks = new BoundedWork(passwordChecks, () => new SignInsAreBusy());
  private decoy: Promise<string> | undefined;

  constructor(
    private readonly access: AccessRepository,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws WrongCredentials, in about the same time whether the account exists or not; SignInsAreBusy */
  async openForStaff(username: string, password: string): Promise<OpenedSession & { staff: Staff }> {
    const account = await this.checks.run(async () => {
      const known = await this.access.accountNamed(username.toLowerCase());
      this.decoy ??= hash(randomBytes(16).toString('hex'));
      const right = await verify(known?.password_hash ?? (await this.decoy), password);
      return right ? known : undefined;
    });
    if (account === undefined) throw new WrongCredentials();
    const session = await this.open({ accountId: account.id });
    return {
      ...session,
      staff: {
        kind: 'staff',
        id: account.id,
        username: account.username,
        role: account.role,
        displayName: account.display_name,
      },
    };
  }

  /** For somebody whose resident code was verified. */
  openForResident(residentId: string): Promise<OpenedSession> {
    return this.open({ residentId });
  }

  async callerOf(token: string): Promise<Caller | undefined> {
    const now = this.clock.now().getTime();
    const held = this.remembered.get(token);
    if (held !== undefined && now - held.readAt < trustFor && now < held.expiresAt) return held.caller;
    this.remembered.delete(token);
    const found = await this.access.callerOf(hashOf(token), new Date(now));
    if (found === undefined) return undefined;
    if (this.remembered.size >= rememberAtMost) this.remembered.clear();
    this.remembered.set(token, { caller: found.caller, expiresAt: found.expiresAt.getTime(), readAt: now });
    return found.caller;
  }

  async close(token: string): Promise<void> {
    this.remembered.delete(token);
    await this.access.revoke(hashOf(token), this.clock.now());
  }

  private async open(owner: { accountId?: string; residentId?: string }): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + this.settings.sessionHours * 3_600_000);
    await this.access.addSession(hashOf(token), owner, expiresAt);
    return { token, expiresAt };
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
