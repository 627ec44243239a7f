import { Injectable } from '@nestjs/common';
import { businessDay, Clock } from '#platform/clock';
import { decodeCursor, pageOf, isConstraint, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { readAreaCode } from './area-code.js';
import { Encounters } from './encounters.service.js';
import { AreaRegister } from './area-register.service.js';
import {
  NotUnderstood,
  RegistrationIdIsTaken,
  ResidentIsRegisteredAlready,
  ResidentIsUnknown,
  SearchNeedsOneQuestion,
  taken,
} from './community.errors.js';
import { ResidentRegistered, ResidentPresenceChanged } from './community.events.js';
import { kindsThatFit, readIdentityDocument, type Sex, type WrittenDocument } from './identity-document.js';
import { readPlace } from './ledger-place.js';
import { readName, type ResidentDraft } from './ledger-row.js';
import type { LaneKind } from './ledger-words.js';
import { readPhoneNumber } from './phone-number.js';
import { ResidentLedgerRepository } from './resident-ledger.repository.js';
import { ResidentRepository, type ResidentRow } from './resident.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { ResidentWriter } from './resident-writer.service.js';

/** One person as somebody at a door or a table writes them down. */
export interface Registration {
  /** Made by the client before sending (UUIDv7). */
  readonly id: string;
  readonly name: string;
  readonly document: WrittenDocument;
  readonly phone?: string | undefined;
  /** Community, grid or building. */
  readonly areaCode: string;
  readonly household?: string | undefined;
  readonly guardian?: WrittenDocument | undefined;
  readonly categories?: readonly string[] | undefined;
  readonly lane?: LaneKind | undefined;
  readonly homeVisit?: boolean | undefined;
  readonly singleOnly?: boolean | undefined;
  readonly birthYear?: number | undefined;
  readonly sex?: Sex | undefined;
}

/** What screens show of a resident. */
export interface MaskedResident {
  readonly id: string;
  readonly maskedName: string;
  readonly documentKind: string;
  readonly maskedDocument: string;
  readonly maskedPhone?: string;
  readonly areaCode: string;
  readonly householdId: string;
  readonly household?: string;
  readonly birthYear?: number;
  readonly sex: string;
  readonly categories: readonly string[];
  readonly lane: string;
  readonly homeVisit: boolean;
  readonly singleOnly: boolean;
  readonly guardianId?: string;
  readonly presence: Presence;
  /** The entry of the ledger that this one was merged into: everything of theirs stands there. */
  readonly mergedInto?: string;
}

export const presences = ['present', 'away', 'moved'] as const;
export type Presence = (typeof presences)[number];

/** Exactly one of idNumber, phone and area is asked. */
export interface ResidentSearch {
  readonly idNumber?: string | undefined;
  /** With `idNumber`: which kind it is; needed for passports, guessed otherwise. */
  readonly documentKind?: WrittenDocument['kind'] | undefined;
  readonly nationality?: string | undefined;
  readonly phone?: string | undefined;
  readonly area?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const nobody = '00000000-0000-0000-0000-000000000000';

/** Registers people one by one and finds them again, masked. */
@Injectable()
export class ResidentRegister {
  constructor(
    private readonly residents: ResidentRepository,
    private readonly ledger: ResidentLedgerRepository,
    private readonly writer: ResidentWriter,
    private readonly sealer: ResidentSealer,
    private readonly areas: AreaRegister,
    private readonly encounters: Encounters,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Registers one person. The same request again answers the same; another request under the same id is refused.
   * @throws NotUnderstood naming the field, RegistrationIdIsTaken, ResidentIsRegisteredAlready
   */
  async register(registration: Registration, actorId: string | null): Promise<MaskedResident> {
    const draft = await this.draftOf(registration);
    const hash = this.sealer.requestHash(draft);
    const { id } = registration;
    if (actorId !== null) {
      // Who is there already is found by their document, so that whoever serves them goes on with them.
      await this.encounters.meetByNumber(actorId, {
        documents: [this.sealer.documentIndex(draft.document.identityKey)],
      });
    }
    await this.transactions
      .run(async (tx) => {
        // In this transaction: a registration that is refused gives nobody sight of the id it named.
        if (actorId !== null) await this.encounters.note(tx, actorId, [id]);
        const before = await this.residents.registration(tx, id);
        if (before !== undefined) {
          this.sameAgain(before.bodyHash, hash);
          return;
        }
        if (!(await this.writer.register(tx, id, draft))) {
          // Somebody may have sent this very registration at the same moment.
          const meanwhile = await this.residents.registration(tx, id);
          if (meanwhile !== undefined) {
            this.sameAgain(meanwhile.bodyHash, hash);
            return;
          }
          const index = this.sealer.documentIndex(draft.document.identityKey);
          const there = (await this.ledger.standing(tx, [index])).get(index.toString('hex'));
          throw new ResidentIsRegisteredAlready(there?.id ?? '');
        }
        await this.residents.noteRequest(tx, id, hash);
        await this.ledger.tieOne(tx, id);
        await this.journal.record(tx, ResidentRegistered, {
          actorId,
          subject: `resident:${id}`,
          payload: { residentId: id },
        });
      })
      .catch((trouble: unknown) => {
        if (isConstraint(trouble, 'resident_pkey')) throw new RegistrationIdIsTaken();
        throw trouble;
      });
    return this.find(id);
  }

  /** Whether the one is the guardian of the other. */
  isWard(residentId: string, guardianId: string): Promise<boolean> {
    return this.residents.isWard(residentId, guardianId);
  }

  /** @throws ResidentIsUnknown */
  async find(id: string): Promise<MaskedResident> {
    const row = await this.residents.one(id);
    if (row === undefined) throw new ResidentIsUnknown();
    return maskedOf(row);
  }

  /** @throws SearchNeedsOneQuestion, NotUnderstood */
  async search(search: ResidentSearch, actorId: string): Promise<{ residents: MaskedResident[]; next?: string }> {
    const { idNumber, phone, area } = search;
    if ([idNumber, phone, area].filter((question) => question !== undefined).length !== 1)
      throw new SearchNeedsOneQuestion();
    const limit = search.limit ?? 50;
    if (idNumber !== undefined) {
      const kind = search.documentKind ?? kindsThatFit(idNumber)[0] ?? 'resident-id';
      const document = taken(
        readIdentityDocument({ kind, number: idNumber, nationality: search.nationality }),
        'idNumber',
      );
      const documents = [this.sealer.documentIndex(document.identityKey)];
      await this.encounters.meetByNumber(actorId, { documents });
      return { residents: (await this.residents.byDocuments(documents)).map(maskedOf) };
    }
    if (phone !== undefined) {
      const index = this.sealer.phoneIndex(taken(readPhoneNumber(phone), 'phone').number);
      const after = search.cursor === undefined ? nobody : uuidOf(decodeCursor(search.cursor, 1)[0]);
      await this.encounters.meetByNumber(actorId, { phone: index });
      return residentPage(await this.residents.byPhone(index, after, limit + 1), limit, ({ id }) => [id]);
    }
    const { code } = taken(readAreaCode(area ?? ''), 'area');
    const [afterArea, afterId] = search.cursor === undefined ? ['', nobody] : decodeCursor(search.cursor, 2);
    const rows = await this.residents.byArea(code, [String(afterArea), uuidOf(afterId)], limit + 1);
    return residentPage(rows, limit, ({ area_code, id }) => [area_code, id]);
  }

  /**
   * Notes that somebody is there, away for now or has moved: who is not there is not missed.
   * @throws ResidentIsUnknown
   */
  async notePresence(id: string, presence: Presence, actorId: string | null): Promise<MaskedResident> {
    await this.transactions.run(async (tx) => {
      if (!(await this.residents.setPresence(tx, id, presence))) throw new ResidentIsUnknown();
      await this.journal.record(tx, ResidentPresenceChanged, {
        actorId,
        subject: `resident:${id}`,
        payload: { residentId: id, presence },
      });
    });
    return this.find(id);
  }

  /**
   * The keyed hash under which a number typed or scanned at a table is found in `community.sampling_subject`.
   * @throws NotUnderstood where it is no number of any document (a passport must be searched with its nationality)
   */
  documentIndex(idNumber: string): Buffer {
    const index = this.sealer.indexOfBareNumber(idNumber);
    if (index !== undefined) return index;
    const reading = readIdentityDocument({ kind: kindsThatFit(idNumber)[0] ?? 'resident-id', number: idNumber });
    return this.sealer.documentIndex(taken(reading, 'idNumber').identityKey);
  }

  private sameAgain(before: Buffer | null, now: Buffer): void {
    if (before?.equals(now) !== true) throw new RegistrationIdIsTaken();
  }

  private async draftOf(given: Registration): Promise<ResidentDraft> {
    const today = businessDay(this.clock.now(), 'Asia/Shanghai');
    const document = taken(readIdentityDocument(given.document, today), 'document');
    const guardian =
      given.guardian === undefined ? undefined : taken(readIdentityDocument(given.guardian, today), 'guardian');
    const guardianKey = guardian?.identityKey ?? document.guardianKey;
    const place = { area: given.areaCode, community: '', grid: '', building: '' };
    const phone = given.phone === undefined ? undefined : taken(readPhoneNumber(given.phone), 'phone');
    const birthYear = document.birthYear ?? given.birthYear;
    const sex = document.sex ?? given.sex;
    const lane = given.lane ?? 'general';
    return {
      name: taken(readName(given.name), 'name'),
      document,
      ...(phone && { phone }),
      areaCode: taken(readPlace(place, await this.areas.known()), 'areaCode'),
      ...(given.household !== undefined && { household: given.household }),
      categories: given.categories ?? [],
      lane,
      homeVisit: given.homeVisit ?? false,
      singleOnly: (given.singleOnly ?? false) || lane === 'single',
      ...(birthYear !== undefined && { birthYear }),
      ...(sex !== undefined && { sex }),
      ...(guardianKey !== undefined && { guardianKey }),
    };
  }
}

function residentPage(
  rows: ResidentRow[],
  limit: number,
  keyOf: (row: ResidentRow) => string[],
): { residents: MaskedResident[]; next?: string } {
  const { page, next } = pageOf(rows, limit, keyOf);
  return { residents: page.map(maskedOf), ...(next === null ? {} : { next }) };
}

function uuidOf(value: unknown): string {
  const text = String(value);
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text)) return text;
  throw new NotUnderstood({
    code: 'cursor-refused',
    zh: '翻页标记无效，请从第一页重新读取。',
    en: 'The page cursor is not valid. Read again from the first page.',
  });
}

function maskedOf(row: ResidentRow): MaskedResident {
  return {
    id: row.id,
    maskedName: row.masked_name,
    documentKind: row.document_kind,
    maskedDocument: row.document_masked,
    ...(row.phone_masked === null ? {} : { maskedPhone: row.phone_masked }),
    areaCode: row.area_code,
    householdId: row.household_id,
    // Doors that begin with ~ only keep somebody without a door number apart from strangers.
    ...(row.door.startsWith('~') ? {} : { household: row.door }),
    ...(row.birth_year === null ? {} : { birthYear: row.birth_year }),
    sex: row.sex,
    categories: row.categories,
    lane: row.lane,
    homeVisit: row.home_visit,
    singleOnly: row.single_only,
    ...(row.guardian_id === null ? {} : { guardianId: row.guardian_id }),
    presence: row.presence as Presence,
    ...(row.merged_into === null ? {} : { mergedInto: row.merged_into }),
  };
}
