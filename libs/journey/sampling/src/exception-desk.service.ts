import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { siteSettings } from '#journey/site';
import { bodyHash, decodeMomentCursor, pageOf, Transactions, type Tx } from '#platform/database';
import type { Json } from '#platform/errors';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { endsByDecision, ownerOf, type ExceptionKind, type OwnerRole, type Resolution } from './exception-kinds.js';
import {
  ExceptionRepository,
  type Exception,
  type ExceptionFilter,
  type NewException,
} from './exception.repository.js';
import { ExceptionIsResolved, ExceptionNotFound, OwnerUnknown } from './exception.errors.js';
import { ExceptionNeedsDecision } from './held-batch.errors.js';
import { ExceptionOwned, ExceptionResolved, ExceptionsRaised } from './exception.events.js';

/** Something that happened and breaks a rule. `details` hold ids, codes and counts only; `raw` is sealed. */
export interface Raising {
  id?: string | undefined;
  kind: ExceptionKind;
  siteId: string;
  roundId?: string | null | undefined;
  deviceId?: string | null | undefined;
  /** The act that broke the rule: it breaks each rule once, however often it is sent. */
  actId?: string | null | undefined;
  subject: string;
  details?: Record<string, Json>;
  raw?: string | undefined;
  raisedBy?: string | null | undefined;
}

const rawPlace = (id: string) => ({ table: 'sampling.exception', column: 'raw_sealed', rowId: id });
const defaultMinutes = siteSettings.parse({}).resolveExceptionsWithinMinutes;

/** Where everything ends up that happened and should not have: with an owner, a deadline and a resolution. */
@Injectable()
export class ExceptionDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly exceptions: ExceptionRepository,
    private readonly journal: Journal,
    private readonly vault: Vault,
  ) {}

  /**
   * Raises exceptions in the transaction of what happened. One that this act, or without an act this subject, has
   * already raised stays as it is. @returns the ids of those that are new
   */
  async raise(tx: Tx, raisings: readonly Raising[]): Promise<Set<string>> {
    if (raisings.length === 0) return new Set();
    const rows = raisings.map((raising) => this.rowOf(raising));
    const added = await this.exceptions.add(tx, rows, defaultMinutes);
    const bySite = new Map<string, NewException[]>();
    for (const row of rows) {
      if (added.has(row.id)) bySite.set(row.siteId, [...(bySite.get(row.siteId) ?? []), row]);
    }
    for (const [siteId, raised] of bySite) {
      await this.journal.record(tx, ExceptionsRaised, {
        actorId: raised[0]?.raisedBy ?? null,
        siteId,
        subject: `site:${siteId}`,
        payload: { exceptions: raised.map(({ id, kind, subject, actId }) => ({ id, kind, subject, actId })) },
      });
    }
    return added;
  }

  /** @throws ExceptionNotFound */
  async find(id: string, tx?: Tx): Promise<Exception> {
    const exception = await this.exceptions.find(id, tx);
    if (exception === undefined) throw new ExceptionNotFound();
    return exception;
  }

  /** The exception that an act raised, if it did. */
  ofAct(tx: Tx, actId: string, kind: ExceptionKind): Promise<Exception | undefined> {
    return this.exceptions.ofAct(tx, actId, kind);
  }

  /** The open exception of this kind about a subject, if there is one. */
  openAbout(tx: Tx, subject: string, kind: ExceptionKind): Promise<Exception | undefined> {
    return this.exceptions.openAbout(tx, subject, kind);
  }

  /** The most urgent first. @throws CursorRefused */
  async list(
    filter: ExceptionFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Exception[]; next: string | null }> {
    const rows = await this.exceptions.list(filter, decodeMomentCursor(cursor), limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.deadline.toISOString(), last.id]);
    return { items: page, next };
  }

  /** How many of each kind a site has: open, of these overdue, and resolved. */
  counts(siteId: string): ReturnType<ExceptionRepository['counts']> {
    return this.exceptions.counts(siteId);
  }

  /**
   * Ends an exception. Said again in the same words it is once.
   * @throws ExceptionNotFound, ExceptionIsResolved, ExceptionNeedsDecision
   */
  resolve(id: string, end: { resolution: Resolution; note: string }, by: string): Promise<Exception> {
    return this.transactions.run(async (tx) => {
      const { kind, state } = await this.find(id, tx);
      if (state === 'open' && endsByDecision(kind)) throw new ExceptionNeedsDecision();
      return this.resolveWithin(tx, id, end, by);
    });
  }

  /** The same inside the transaction of what puts it right. */
  async resolveWithin(
    tx: Tx,
    id: string,
    end: { resolution: Resolution; note: string },
    by: string,
  ): Promise<Exception> {
    const fresh = await this.exceptions.resolve(tx, id, { ...end, by });
    const exception = await this.find(id, tx);
    if (fresh) {
      await this.journal.record(tx, ExceptionResolved, {
        actorId: by,
        siteId: exception.siteId,
        subject: `exception:${id}`,
        payload: { exceptionId: id, kind: exception.kind, resolution: end.resolution },
      });
    } else if (exception.resolution !== end.resolution || exception.note !== end.note) {
      throw new ExceptionIsResolved();
    }
    return exception;
  }

  /** Ends what has settled itself: what was missing about these subjects has arrived. */
  async settle(tx: Tx, kind: ExceptionKind, subjects: readonly string[], note: string): Promise<void> {
    if (subjects.length === 0) return;
    const settled = await this.exceptions.settle(tx, kind, subjects, note);
    await this.journal.recordAll(
      tx,
      ExceptionResolved,
      settled.map(({ id, siteId }) => ({
        actorId: null,
        siteId,
        subject: `exception:${id}`,
        payload: { exceptionId: id, kind, resolution: 'unfounded' as const },
      })),
    );
  }

  /** Names who sees to it: a role at the site, or one person. @throws ExceptionNotFound, OwnerUnknown, ExceptionIsResolved */
  own(id: string, owner: { role: OwnerRole; accountId: string | null }, by: string): Promise<Exception> {
    return this.transactions.run(async (tx) => {
      await this.find(id, tx);
      if (owner.accountId !== null && !(await this.exceptions.isActiveStaff(tx, owner.accountId))) {
        throw new OwnerUnknown();
      }
      const changed = await this.exceptions.own(tx, id, owner);
      const exception = await this.find(id, tx);
      if (exception.ownerRole !== owner.role || exception.ownerId !== owner.accountId) throw new ExceptionIsResolved();
      if (changed) {
        await this.journal.record(tx, ExceptionOwned, {
          actorId: by,
          siteId: exception.siteId,
          subject: `exception:${id}`,
          payload: { exceptionId: id, role: owner.role, accountId: owner.accountId },
        });
      }
      return exception;
    });
  }

  /** What was read at the table, unsealed. Whoever shows it to somebody journals that first. */
  async rawOf(tx: Tx, id: string): Promise<string | undefined> {
    const sealed = await this.exceptions.rawOf(tx, id);
    return sealed && this.vault.open(sealed, rawPlace(id));
  }

  private rowOf(raising: Raising): NewException {
    const { id = uuidv7(), kind, siteId, subject, details = {}, raw } = raising;
    return {
      id,
      kind,
      siteId,
      subject,
      details,
      roundId: raising.roundId ?? null,
      deviceId: raising.deviceId ?? null,
      actId: raising.actId ?? null,
      raisedBy: raising.raisedBy ?? null,
      rawSealed: raw === undefined ? null : this.vault.seal(raw, rawPlace(id)),
      ownerRole: ownerOf(kind),
      bodyHash: bodyHash([kind, siteId, subject, details]),
    };
  }
}
