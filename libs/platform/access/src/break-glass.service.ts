import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { GlassIdTaken, GlassIsOver, GlassNotFound, OwnGlass, ScopeIsHeld, ScopeWouldNarrow } from './access.errors.js';
import { GlassAskedFor, GlassBroken, GlassEnded } from './access.events.js';
import { AccessSettings } from './access-settings.js';
import { BreakGlassRepository, type GlassRow } from './break-glass.repository.js';
import { sameScope, type Scope } from './scope.js';
import { ScopeRepository } from './scope.repository.js';
import { Sessions } from './sessions.service.js';

export interface GlassRequest {
  id?: string | undefined;
  reason: string;
  scope: Scope;
  /** Thirty at most. */
  minutes: number;
}

export interface Glass extends Omit<GlassRow, 'bodyHash' | 'scopeId' | 'kind' | 'key'> {
  scope: Scope;
  state: 'asked' | 'open' | 'over';
}

const listAtMost = 200;

/** Seeing more than one's scope for a while, in an emergency: with a reason, a second person, and an end by itself. */
@Injectable()
export class BreakGlass {
  constructor(
    private readonly transactions: Transactions,
    private readonly glasses: BreakGlassRepository,
    private readonly scopes: ScopeRepository,
    private readonly sessions: Sessions,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: AccessSettings,
  ) {}

  /**
   * Asks; nothing is seen yet. The same request again is answered again.
   * @throws GlassIdTaken; ScopeIsHeld; ScopeWouldNarrow, for of several kinds of scope each must fit
   */
  async ask({ id = uuidv7(), reason, scope, minutes }: GlassRequest, actorId: string): Promise<Glass> {
    const hash = bodyHash({ reason, scope, minutes, actorId });
    return this.transactions.runAs('door', async (tx) => {
      const row = {
        id,
        requestedBy: actorId,
        reason,
        ...scope,
        minutes,
        requestedAt: this.clock.now(),
        bodyHash: hash,
      };
      const isNew = await this.glasses.add(tx, row);
      const stored = await this.glasses.hold(tx, id);
      if (stored === undefined || !stored.bodyHash.equals(hash)) throw new GlassIdTaken();
      if (!isNew) return this.glassOf(stored);
      await this.checkWidens(tx, actorId, scope);
      const payload = { id, scope, minutes, reason };
      await this.journal.record(tx, GlassAskedFor, { actorId, subject: `account:${actorId}`, payload });
      return this.glassOf(stored);
    });
  }

  /**
   * A second person lets them. Approved again by the same person it is as it was.
   * @throws GlassNotFound; OwnGlass; GlassIsOver
   */
  async approve(id: string, actorId: string): Promise<Glass> {
    return this.transactions.runAs('door', async (tx) => {
      const asked = await this.glasses.hold(tx, id);
      if (asked === undefined) throw new GlassNotFound();
      if (asked.requestedBy === actorId) throw new OwnGlass();
      if (asked.approvedBy === actorId) return this.glassOf(asked);
      const at = this.clock.now();
      const isLate = at.getTime() - asked.requestedAt.getTime() >= this.settings.glassWaitMs;
      if (asked.approvedBy !== null || asked.endedAt !== null || isLate) throw new GlassIsOver();
      await this.checkWidens(tx, asked.requestedBy, asked);
      const until = new Date(at.getTime() + asked.minutes * 60_000);
      const scopeId = await this.scopes.lend(tx, asked.requestedBy, asked, actorId, until);
      const approved = await this.glasses.approve(tx, id, { by: actorId, at, until, scopeId });
      if (approved === undefined) throw new GlassIsOver();
      await this.sessions.signal(tx, asked.requestedBy);
      const { requestedBy, kind, key } = asked;
      const payload = { id, requestedBy, scope: { kind, key }, until: until.toISOString() };
      await this.journal.record(tx, GlassBroken, { actorId, subject: `account:${requestedBy}`, payload });
      return this.glassOf(approved);
    });
  }

  /**
   * Ends it before its time, or refuses it. Ended again it is as it was.
   * @param ownOnly the actor may end what they asked for themselves; what others asked for does not exist for them
   * @throws GlassNotFound
   */
  async end(id: string, actorId: string, ownOnly: boolean): Promise<Glass> {
    return this.transactions.runAs('door', async (tx) => {
      const held = await this.glasses.hold(tx, id);
      if (held === undefined || (ownOnly && held.requestedBy !== actorId)) throw new GlassNotFound();
      const wasOpen = this.glassOf(held).state === 'open';
      const ended = await this.glasses.end(tx, id, actorId, this.clock.now());
      if (ended === undefined) return this.glassOf(held);
      if (held.scopeId !== null) await this.scopes.withdraw(tx, [held.scopeId], actorId);
      await this.sessions.signal(tx, held.requestedBy);
      const payload = { id, requestedBy: held.requestedBy, wasOpen };
      await this.journal.record(tx, GlassEnded, { actorId, subject: `account:${held.requestedBy}`, payload });
      return this.glassOf(ended);
    });
  }

  /** The newest two hundred. @param requestedBy only theirs */
  async list(requestedBy: string | null): Promise<Glass[]> {
    return (await this.glasses.list(requestedBy, listAtMost)).map((row) => this.glassOf(row));
  }

  private async checkWidens(tx: Tx, accountId: string, wanted: Scope): Promise<void> {
    await this.scopes.hold(tx, accountId);
    const held = await this.scopes.current(accountId, tx);
    const kinds = [...new Set(held.map(({ kind }) => kind))];
    if (kinds.includes('all') || held.some(sameScope(wanted))) throw new ScopeIsHeld();
    if (kinds.length > 0 && wanted.kind !== 'all' && !kinds.includes(wanted.kind)) throw new ScopeWouldNarrow(kinds);
  }

  private glassOf(row: GlassRow): Glass {
    const now = this.clock.now().getTime();
    const {
      id,
      requestedBy,
      reason,
      kind,
      key,
      minutes,
      requestedAt,
      approvedBy,
      approvedAt,
      until,
      endedBy,
      endedAt,
    } = row;
    const waits = until === null && now - requestedAt.getTime() < this.settings.glassWaitMs;
    const isOpen = until !== null && until.getTime() > now;
    const state = endedAt !== null || (!waits && !isOpen) ? 'over' : isOpen ? 'open' : 'asked';
    const scope = { kind, key };
    return {
      id,
      requestedBy,
      reason,
      scope,
      minutes,
      state,
      requestedAt,
      approvedBy,
      approvedAt,
      until,
      endedBy,
      endedAt,
    };
  }
}
