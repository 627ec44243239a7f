import { Injectable, Logger } from '@nestjs/common';
import { BulkReading, JournalRead, PeopleRead, type Caller } from '#platform/access';
import { Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { AuditSettings } from './audit-settings.js';
import { ReadingNotJournalled } from './audit.errors.js';

import { bulkReadings, peopleRead, unjournalledReadings } from './reading.metrics.js';
import { ReadingRepository } from './reading.repository.js';

/** One answer that shows people. */
export interface Reading {
  what: string;
  residentIds: readonly string[];
  /** The route, as `GET /residents/:id`. */
  purpose: string;
  requestId: string;
  /** Undefined where nobody is signed in. */
  reader: Caller | undefined;
  siteId?: string | undefined;
  /** Whether the people count for the alarm about very many. */
  counted: boolean;
}

/** Ids in one entry at most: the longest page that any list gives. */
const idsAnEntry = 500;

/** Writes down who was shown whom, and raises an alarm once an hour about whoever reads of very many. */
@Injectable()
export class ReadingLog {
  private readonly log = new Logger(ReadingLog.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly readings: ReadingRepository,
    private readonly journal: Journal,
    private readonly settings: AuditSettings,
  ) {}

  /**
   * Is in the journal, or was refused, when it returns; an answer that shows nobody leaves no entry.
   * @throws ReadingNotJournalled the answer must not leave
   */
  async note(reading: Reading): Promise<void> {
    const residentIds = [...new Set(reading.residentIds)];
    if (residentIds.length === 0) return;
    const alarmed = await this.orWithhold((tx) => this.write(tx, { ...reading, residentIds }));
    peopleRead.inc({ what: reading.what }, residentIds.length);
    if (alarmed) bulkReadings.inc();
  }

  /** That the auditor read the journal itself. @throws ReadingNotJournalled the answer must not leave */
  async noteJournal(
    filter: Readonly<Record<string, string | undefined>>,
    entries: readonly { id: string }[],
    actorId: string,
    requestId: string,
  ): Promise<void> {
    const given = Object.entries(filter).filter((one): one is [string, string] => one[1] !== undefined);
    await this.orWithhold((tx) =>
      this.journal.record(tx, JournalRead, {
        actorId,
        subject: 'journal:all',
        payload: {
          filter: Object.fromEntries(given),
          entries: entries.length,
          first: entries[0]?.id ?? null,
          last: entries.at(-1)?.id ?? null,
          requestId,
        },
      }),
    );
  }

  /** The door's own record and nobody's act: written by the login that writes for people, whatever they may see. */
  private async orWithhold<T>(write: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.transactions.runAs('desk', write);
    } catch (error) {
      unjournalledReadings.inc();
      this.log.error('an answer was withheld: the journal could not be written', (error as Error).stack);
      throw new ReadingNotJournalled();
    }
  }

  private async write(tx: Tx, reading: Reading): Promise<boolean> {
    const { what, residentIds, purpose, requestId, reader, siteId } = reading;
    const actorId = reader?.id ?? null;
    const role = reader === undefined ? 'visitor' : reader.kind === 'staff' ? reader.role : 'resident';
    const subject = residentIds.length === 1 ? `resident:${residentIds[0]}` : `people:${residentIds.length}`;
    const entries = Array.from({ length: Math.ceil(residentIds.length / idsAnEntry) }, (_, nth) => ({
      actorId,
      siteId,
      subject,
      payload: {
        what,
        residentIds: residentIds.slice(nth * idsAnEntry, (nth + 1) * idsAnEntry),
        purpose,
        role,
        requestId,
      },
    }));
    await this.journal.recordAll(tx, PeopleRead, entries);
    return (
      reading.counted && reader?.kind === 'staff' && this.raiseAlarm(tx, reader.id, role, residentIds.length, reading)
    );
  }

  /** The reading that goes over the limit says so; the counter is one row, so of many at once it is one. */
  private async raiseAlarm(tx: Tx, accountId: string, role: string, read: number, reading: Reading): Promise<boolean> {
    const people = await this.readings.count(tx, accountId, read);
    const limit = this.settings.bulkReadingPeople;
    if (people <= limit || people - read > limit) return false;
    const { purpose, requestId } = reading;
    await this.journal.record(tx, BulkReading, {
      actorId: accountId,
      subject: `account:${accountId}`,
      payload: { accountId, role, people, limit, purpose, requestId },
    });
    return true;
  }
}
