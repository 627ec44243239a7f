import { Injectable } from '@nestjs/common';
import { CursorRefused, decodeCursor, pageOf } from '#platform/database';
import {
  JournalEntryRepository,
  type JournalFilter,
  type JournalRow,
  type PersonRow,
  type Place,
  type VerificationRow,
} from './journal-entry.repository.js';

export interface Page<Row> {
  items: Row[];
  next: string | null;
}

/** In whose eyes a person's part of the journal is read: the auditor learns who did it, the person in what role. */
export type Eyes = 'auditor' | 'person';

/** Pages of the journal, the latest first. */
@Injectable()
export class JournalReader {
  constructor(private readonly repository: JournalEntryRepository) {}

  /** @throws CursorRefused */
  async entries(filter: JournalFilter, cursor: string | undefined, limit: number): Promise<Page<JournalRow>> {
    return paged(await this.repository.entries(filter, placeOf(cursor), limit + 1), limit);
  }

  /** @throws CursorRefused */
  async ofPerson(residentId: string, eyes: Eyes, cursor: string | undefined, limit: number): Promise<Page<PersonRow>> {
    const before = placeOf(cursor);
    const rows =
      eyes === 'auditor'
        ? await this.repository.ofPerson(residentId, before, limit + 1)
        : await this.repository.ofOwnPerson(residentId, before, limit + 1);
    return paged(rows, limit);
  }

  /** What the last verification of the whole journal found; undefined before the first. */
  lastVerification(): Promise<VerificationRow | undefined> {
    return this.repository.lastVerification();
  }
}

function paged<Row extends { place: string; id: string }>(rows: Row[], limit: number): Page<Row> {
  const { page, next } = pageOf(rows, limit, ({ place, id }) => [place, id]);
  return { items: page, next };
}

/** @throws CursorRefused */
function placeOf(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [recordedAt, id] = decodeCursor(cursor, 2).map(String);
  const fits =
    /^\d{4}-\d\d-\d\d [\d:]{8}(\.\d{1,6})?\+00$/.test(recordedAt ?? '') &&
    !Number.isNaN(Date.parse(recordedAt?.replace(' ', 'T').replace('+00', 'Z') ?? '')) &&
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '');
  if (!fits || recordedAt === undefined || id === undefined) throw new CursorRefused();
  return { recordedAt, id };
}
