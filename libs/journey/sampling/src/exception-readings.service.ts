import { Injectable } from '@nestjs/common';
import { UnmaskingBook, type UnmaskingReason } from '#journey/community';
import { Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { NothingWasRead, ReadingIsTheOwners } from './exception.errors.js';
import { ExceptionRawRead, ExceptionUnmasked } from './exception.events.js';
import { ExceptionDesk } from './exception-desk.service.js';
import type { Exception } from './exception.repository.js';
import { maskedReading } from './masked-reading.js';

/** Whoever asks, with the role in which they do. */
interface Asker {
  id: string;
  role: string;
}

export interface Reading {
  exception: Exception;
  text: string;
}

/** What a device really sent, or somebody really wrote: for whoever has to settle it, masked unless they say why not. */
@Injectable()
export class ExceptionReadings {
  constructor(
    private readonly exceptions: ExceptionDesk,
    private readonly unmaskings: UnmaskingBook,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
  ) {}

  /** Masked, and journalled before it is answered. @throws ExceptionNotFound, ReadingIsTheOwners, NothingWasRead */
  async masked(id: string, asker: Asker): Promise<Reading> {
    const exception = await this.settledBy(id, asker);
    const raw = await this.transactions.run(async (tx) => {
      const text = await this.exceptions.rawOf(tx, id);
      if (text === undefined) throw new NothingWasRead();
      await this.journal.record(tx, ExceptionRawRead, {
        actorId: asker.id,
        siteId: exception.siteId,
        subject: `exception:${id}`,
        payload: { exceptionId: id, kind: exception.kind, ...personIn(exception) },
      });
      return text;
    });
    return { exception, text: maskedReading(raw) };
  }

  /**
   * In clear: with a reason, written down before it is answered, out of the ration for people in clear.
   * @throws ExceptionNotFound, ReadingIsTheOwners, NothingWasRead, UnmaskingIdIsTaken, UnmaskingRationIsUsedUp
   */
  async unmask(
    id: string,
    wish: { id: string; reason: UnmaskingReason; text: string },
    asker: Asker,
  ): Promise<Reading> {
    const exception = await this.settledBy(id, asker);
    if (!exception.hasRaw) throw new NothingWasRead();
    await this.unmaskings.allow(
      { about: `exception:${id}` },
      { ...wish, fields: ['reading'] },
      asker.id,
      async (tx) => {
        await this.journal.record(tx, ExceptionUnmasked, {
          actorId: asker.id,
          siteId: exception.siteId,
          subject: `exception:${id}`,
          payload: { exceptionId: id, requestId: wish.id, reason: wish.reason, ...personIn(exception) },
        });
      },
    );
    const text = await this.transactions.run((tx) => this.exceptions.rawOf(tx, id));
    if (text === undefined) throw new NothingWasRead();
    return { exception, text };
  }

  /** One that this person has to settle: its owner, by name or by role, or the lead of the site. */
  private async settledBy(id: string, { id: accountId, role }: Asker): Promise<Exception> {
    const exception = await this.exceptions.find(id);
    const { ownerId, ownerRole } = exception;
    const isOwner = ownerId === null ? role === ownerRole : accountId === ownerId;
    if (!isOwner && role !== 'sitelead') throw new ReadingIsTheOwners();
    return exception;
  }
}

/** Whom an exception names in the ledger, for the person's own view of the journal. */
function personIn({ details }: Exception): { residentId?: string } {
  return typeof details.residentId === 'string' ? { residentId: details.residentId } : {};
}
