import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { Clock } from '#platform/clock';
import { Transactions, type Tx } from '#platform/database';
import { LiveSignals } from '#platform/live';
import { AccessSettings } from './access-settings.js';
import type { Caller } from './caller.js';
import { LastUses, type Use } from './last-uses.js';
import { SessionRepository, type FoundSession, type SessionOwner } from './session.repository.js';

export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

interface Remembered extends Use {
  caller: Caller;
  expiresAt: number;
  readAt: number;
}

/** The picture of `LiveSignals` that says: read the sessions of this account or resident anew. */
export const SESSIONS_OF = 'sessions';

/**
 * How long a process may go on trusting a session it has read, in milliseconds. A revocation elsewhere is signalled and
 * counts at once; after this it counts also where the signal was lost.
 */
const trustFor = 1_000;
const rememberAtMost = 50_000;
const tellEveryMs = 10_000;

/** Opaque 256-bit tokens; the database knows only their SHA-256. */
@Injectable()
export class Sessions implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(Sessions.name);
  private readonly remembered = new Map<string, Remembered>();
  private readonly uses = new LastUses();
  /** Counts what was forgotten, so that what was read before is not remembered after. */
  private forgotten = 0;
  private telling: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionRepository,
    private readonly transactions: Transactions,
    private readonly signals: LiveSignals,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.telling = setInterval(() => void this.tellLastUses(), tellEveryMs).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.telling);
    await this.tellLastUses();
  }

  /** For somebody whose resident code was verified. */
  openForResident(residentId: string): Promise<OpenedSession> {
    return this.transactions.runAs('door', (tx) => this.open(tx, { residentId }));
  }

  /** @param secondFactor whether one was shown */
  async open(tx: Tx, owner: SessionOwner, secondFactor = false): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.settings.sessionMs);
    await this.sessions.add(tx, tokenHash(token), owner, { now, expiresAt, secondFactor });
    return { token, expiresAt };
  }

  /**
   * Who this token was given to, as long as the session has not ended: by hand, with its account, by its age or because
   * nobody used it. A use that another process has not told yet is not known here: an idle session may end a minute early
   * there, never late.
   * @param isUse false when the house asks by itself, which keeps no session alive
   */
  async callerOf(token: string, isUse = true): Promise<Caller | undefined> {
    const now = this.clock.now().getTime();
    let held = this.remembered.get(token);
    if (held === undefined || now - held.readAt >= trustFor) held = await this.read(token, now, held);
    if (held === undefined || now >= held.expiresAt) return undefined;
    if (now - held.seenAt >= this.settings.idleMs(held.caller)) return undefined;
    if (isUse) this.uses.note(token, held, now);
    return held.caller;
  }

  /** Signs out. */
  async close(token: string): Promise<void> {
    const owner = await this.transactions.runAs('door', async (tx) => {
      const whose = await this.sessions.revoke(tx, tokenHash(token), this.clock.now());
      if (whose !== undefined) await this.signals.changed(tx, SESSIONS_OF, whose);
      return whose;
    });
    if (owner !== undefined) this.forget(owner);
  }

  /** Ends all sessions of an account when the transaction commits, in every process; `forget` then makes it so here. */
  async endAll(tx: Tx, accountId: string): Promise<number> {
    const ended = await this.sessions.revokeAll(tx, accountId, this.clock.now());
    await this.signals.changed(tx, SESSIONS_OF, accountId);
    return ended;
  }

  /** Ends all sessions of an account but this one when the transaction commits; `forget` then makes it so here. */
  async endOthers(tx: Tx, accountId: string, token: string): Promise<number> {
    const ended = await this.sessions.revokeOthers(tx, accountId, tokenHash(token), this.clock.now());
    await this.signals.changed(tx, SESSIONS_OF, accountId);
    return ended;
  }

  /** What an account may do changes when the transaction commits: whoever shows it something asks anew. */
  async signal(tx: Tx, accountId: string): Promise<void> {
    await this.signals.changed(tx, SESSIONS_OF, accountId);
  }

  /**
   * A second factor was shown in this session: it may do everything, and the account's others end, when the transaction
   * commits; `forget` then makes it so here.
   */
  async strengthen(tx: Tx, accountId: string, token: string): Promise<number> {
    const ended = await this.sessions.strengthen(tx, accountId, tokenHash(token), this.clock.now());
    await this.signals.changed(tx, SESSIONS_OF, accountId);
    return ended;
  }

  /** What is remembered of an account's or resident's sessions is read anew; without an id, of everybody's. */
  forget(ownerId?: string): void {
    this.forgotten += 1;
    for (const held of this.remembered.values()) {
      if (ownerId === undefined || held.caller.id === ownerId) held.readAt = -Infinity;
    }
  }

  private async read(token: string, now: number, held: Remembered | undefined): Promise<Remembered | undefined> {
    const before = this.forgotten;
    const found = await this.sessions.find(tokenHash(token), new Date(now));
    if (found === undefined) {
      this.remembered.delete(token);
      return undefined;
    }
    // Somebody's sessions ended while this was read: it may be used this once, not remembered.
    const readAt = before === this.forgotten ? now : -Infinity;
    const fresh = rememberedOf(this.limited(found), readAt, this.remembered.get(token) ?? held);
    if (this.remembered.size >= rememberAtMost) this.remembered.clear();
    this.remembered.set(token, fresh);
    return fresh;
  }

  /** Who ought to have shown a second factor and has not may do nothing but enrol one. */
  private limited(found: FoundSession): FoundSession {
    const { caller, secondFactor } = found;
    if (caller.kind === 'resident' || secondFactor || !this.settings.needsSecondFactor(caller.role)) return found;
    return { ...found, caller: { ...caller, lacksSecondFactor: true } };
  }

  /** Writes down which sessions were used since the last time. The house does it every ten seconds. */
  async tellLastUses(): Promise<void> {
    const uses = this.uses.take();
    if (uses.length === 0) return;
    const told = uses
      .map(([token, at]) => ({ tokenHash: tokenHash(token), at: new Date(at) }))
      // In one order everywhere, so that two processes never wait for each other in a circle.
      .sort((a, b) => a.tokenHash.compare(b.tokenHash));
    try {
      await this.transactions.runAs('door', (tx) => this.sessions.seen(tx, told));
    } catch (error) {
      this.uses.putBack(uses);
      this.log.warn(`the last uses of sessions could not be written: ${error instanceof Error ? error.message : ''}`);
    }
  }
}

function rememberedOf(found: FoundSession, readAt: number, held: Remembered | undefined): Remembered {
  const lastSeenAt = found.lastSeenAt.getTime();
  return {
    caller: found.caller,
    expiresAt: found.expiresAt.getTime(),
    readAt,
    seenAt: Math.max(lastSeenAt, held?.seenAt ?? 0),
    writtenAt: Math.max(lastSeenAt, held?.writtenAt ?? 0),
  };
}

/** What the database knows of a token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
