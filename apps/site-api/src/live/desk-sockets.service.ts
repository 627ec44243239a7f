import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Gauge } from 'prom-client';
import type { Namespace, Socket } from 'socket.io';
import { SiteNotFound, SiteRegister } from '#journey/site';
import { NotAllowed, NotSignedIn, SecondFactorNeeded, Sessions, type Staff } from '#platform/access';
import { Acting } from '#platform/database';
import { TooManySockets, TooManyWatched } from './live.errors.js';
import type { LiveLimits } from './live-settings.js';

export const LIVE_LIMITS = Symbol('LIVE_LIMITS');

/** What is known of whoever holds a socket open. */
interface Holder {
  token: string;
  staff: Staff;
  sites: Set<string>;
}

/** Between two messages about one site at least; milliseconds. */
const changeGap = 250;
/** A session may end by its age or because nobody used it, which nobody signals. */
const lookAgainMs = 15_000;

const connected = new Gauge({ name: 'shihe_desk_sockets', help: 'Sockets that staff hold open now' });

/**
 * Whom staff's sockets belong to and what they may hear. Nobody comes in without a session, nobody hears of a site that
 * is not in their scope, and whoever loses either is out at once: an open socket is no session of its own.
 */
@Injectable()
export class DeskSockets implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger(DeskSockets.name);
  private readonly holders = new Map<Socket, Holder>();
  private readonly resting = new Map<string, NodeJS.Timeout>();
  private readonly changedMeanwhile = new Set<string>();
  private namespace: Namespace | undefined;
  private looking: NodeJS.Timeout | undefined;
  /** Counts what was said about sessions and scopes, so that what was read before is not relied on after. */
  private heard = 0;

  constructor(
    private readonly sessions: Sessions,
    private readonly sites: SiteRegister,
    private readonly acting: Acting,
    @Inject(LIVE_LIMITS) private readonly limits: LiveLimits,
  ) {}

  onApplicationBootstrap(): void {
    this.looking = setInterval(() => void this.lookAgain(), lookAgainMs).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.looking);
    for (const timer of this.resting.values()) clearTimeout(timer);
  }

  speakThrough(namespace: Namespace): void {
    this.namespace = namespace;
  }

  /** @throws NotSignedIn; NotAllowed for residents; SecondFactorNeeded; TooManySockets */
  async admit(socket: Socket): Promise<void> {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string' || !/^[\w-]{43}$/u.test(token)) throw new NotSignedIn();
    const before = this.heard;
    const staff = staffOnly(await this.sessions.callerOf(token));
    const own = [...this.holders.values()].filter((holder) => holder.staff.id === staff.id);
    if (own.length >= this.limits.socketsPerAccount) throw new TooManySockets(this.limits.socketsPerAccount);
    this.holders.set(socket, { token, staff, sites: new Set() });
    connected.set(this.holders.size);
    // Also for one that goes away before it has quite come in.
    socket.conn.once('close', () => this.forget(socket));
    if (socket.conn.readyState !== 'open') this.forget(socket);
    // Whoever was signed out while this was read would otherwise stay in.
    if (before !== this.heard && (await this.sessions.callerOf(token, false)) === undefined) {
      this.forget(socket);
      throw new NotSignedIn();
    }
  }

  /** False for one whose session ended while it was coming in. */
  holds(socket: Socket): boolean {
    return this.holders.has(socket);
  }

  private forget(socket: Socket): void {
    this.holders.delete(socket);
    connected.set(this.holders.size);
  }

  /** @throws NotSignedIn; SiteNotFound for a site that is not there or not in the caller's scope; TooManyWatched */
  async watch(socket: Socket, siteId: string): Promise<void> {
    const holder = this.holderOf(socket);
    const caller = staffOnly(await this.sessions.callerOf(holder.token));
    for (let before = -1; before !== this.heard;) {
      before = this.heard;
      if (!(await this.reaches(caller, siteId))) throw new SiteNotFound();
    }
    if (!holder.sites.has(siteId) && holder.sites.size >= this.limits.sitesPerSocket) {
      throw new TooManyWatched(this.limits.sitesPerSocket);
    }
    holder.sites.add(siteId);
    await socket.join(roomOf(siteId));
  }

  async unwatch(socket: Socket, siteId: string): Promise<void> {
    this.holderOf(socket).sites.delete(siteId);
    await socket.leave(roomOf(siteId));
  }

  /** Something about a site is other than before: whoever watches it is told so, and reads what they may by HTTP. */
  changed(siteId: string): void {
    if (this.resting.has(siteId)) {
      this.changedMeanwhile.add(siteId);
      return;
    }
    if (!this.namespace?.adapter.rooms.has(roomOf(siteId))) return;
    this.namespace.to(roomOf(siteId)).emit('changed', { siteId });
    const timer = setTimeout(() => {
      this.resting.delete(siteId);
      if (this.changedMeanwhile.delete(siteId)) this.changed(siteId);
    }, changeGap).unref();
    this.resting.set(siteId, timer);
  }

  /** Signals may have been lost: everybody looks anew. */
  async everythingMayHaveChanged(): Promise<void> {
    await this.lookAgain();
    for (const siteId of new Set([...this.holders.values()].flatMap(({ sites }) => [...sites]))) this.changed(siteId);
  }

  /**
   * Asks anew who may stay and what they may hear.
   * @param ownerId only whose sessions or scopes were changed; everybody unless told
   */
  async lookAgain(ownerId?: string): Promise<void> {
    this.heard += 1;
    for (const [socket, holder] of [...this.holders]) {
      if (ownerId !== undefined && holder.staff.id !== ownerId) continue;
      try {
        await this.judge(socket, holder);
      } catch (error) {
        // Asked again in a moment, by the clock.
        this.log.warn(`a socket could not be judged: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }

  private async judge(socket: Socket, holder: Holder): Promise<void> {
    const caller = await this.sessions.callerOf(holder.token, false);
    if (caller?.kind !== 'staff' || caller.lacksSecondFactor) {
      this.forget(socket);
      socket.emit('signed-out');
      socket.disconnect(true);
      return;
    }
    for (const siteId of [...holder.sites]) {
      if (await this.reaches(caller, siteId)) continue;
      // Two signals at once judge it twice; it is told once.
      if (!holder.sites.delete(siteId)) continue;
      await socket.leave(roomOf(siteId));
      socket.emit('unwatched', { siteId });
    }
  }

  private reaches(caller: Staff, siteId: string): Promise<boolean> {
    return this.acting.withCard({ actor: { kind: 'staff', id: caller.id } }, () => this.sites.isInScope(siteId));
  }

  private holderOf(socket: Socket): Holder {
    const holder = this.holders.get(socket);
    if (holder === undefined) throw new NotSignedIn();
    return holder;
  }
}

function staffOnly(caller: Awaited<ReturnType<Sessions['callerOf']>>): Staff {
  if (caller === undefined) throw new NotSignedIn();
  if (caller.kind !== 'staff') throw new NotAllowed();
  if (caller.lacksSecondFactor) throw new SecondFactorNeeded();
  return caller;
}

function roomOf(siteId: string): string {
  return `site:${siteId}`;
}
