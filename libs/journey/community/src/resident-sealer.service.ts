import { Injectable } from '@nestjs/common';
import { Vault } from '#platform/vault';
import { kindsThatFit, readIdentityDocument } from './identity-document.js';
import type { ResidentDraft } from './ledger-row.js';
import { maskedName } from './masked-name.js';

/** What of a resident is sealed, and the keyed hashes it is found by. */
export interface SealedParts {
  readonly nameSealed: Buffer;
  readonly documentSealed: Buffer;
  readonly phoneSealed: Buffer | null;
}

/** What was asked for of a person, in clear. */
export interface ClearPerson {
  readonly name?: string;
  readonly documentNumber?: string;
  readonly nationality?: string;
  readonly phone?: string;
}

const table = 'community.resident';

/** Turns what a person is into what may be stored: sealed texts, masked texts, keyed hashes. */
@Injectable()
export class ResidentSealer {
  constructor(private readonly vault: Vault) {}

  /** The keyed hash under which a person's document is found; the same for every way to write it. */
  documentIndex(identityKey: string): Buffer {
    return this.vault.blindIndex('document', identityKey);
  }

  phoneIndex(number: string): Buffer {
    return this.vault.blindIndex('phone', number);
  }

  /**
   * The hash for a bare number as it is scanned or typed at a table, where nobody says what kind of document it is.
   * Undefined where the number belongs to no kind or is wrong; a passport is never guessed.
   */
  indexOfBareNumber(written: string): Buffer | undefined {
    const [kind] = kindsThatFit(written);
    if (kind === undefined) return undefined;
    const reading = readIdentityDocument({ kind, number: written });
    return reading.ok ? this.documentIndex(reading.value.identityKey) : undefined;
  }

  /** A keyed hash over everything a ledger says of somebody, so that a row that says nothing new costs nothing. */
  rowHash(draft: ResidentDraft): Buffer {
    const {
      name,
      document,
      phone,
      areaCode,
      household,
      categories,
      lane,
      homeVisit,
      singleOnly,
      birthYear,
      sex,
      guardianKey,
    } = draft;
    return this.vault.blindIndex(
      'ledger-row',
      JSON.stringify([
        name,
        document.kind,
        document.number,
        phone?.number,
        areaCode,
        household,
        categories,
        lane,
        homeVisit,
        singleOnly,
        birthYear,
        sex,
        guardianKey,
      ]),
    );
  }

  /** Hides what was asked behind a key: a plain hash over an ID number can be guessed back. */
  requestHash(request: unknown): Buffer {
    return this.vault.blindIndex('registration', JSON.stringify(request));
  }

  seal(residentId: string, draft: ResidentDraft): SealedParts {
    const place = (column: string) => ({ table, column, rowId: residentId });
    const { document } = draft;
    return {
      nameSealed: this.vault.seal(draft.name, place('name_sealed')),
      documentSealed: this.vault.seal(
        JSON.stringify({
          number: document.number,
          nationality: document.nationality,
          // What the blind index is made from: it can be made again when its key is renewed.
          identity: document.identityKey,
          guardian: draft.guardianKey,
        }),
        place('document_sealed'),
      ),
      phoneSealed: draft.phone === undefined ? null : this.vault.seal(draft.phone.number, place('phone_sealed')),
    };
  }

  mask(draft: ResidentDraft): { name: string; document: string; phone: string | null } {
    return { name: maskedName(draft.name), document: draft.document.masked, phone: draft.phone?.masked ?? null };
  }

  /** The number of a sealed document as it is printed. @throws when it was changed or moved */
  openDocumentNumber(residentId: string, sealed: Buffer): string {
    const text = this.vault.open(sealed, { table, column: 'document_sealed', rowId: residentId });
    return (JSON.parse(text) as { number: string }).number;
  }

  /** What a sealed document is known by, however it is written. Undefined for one that was sealed without it. */
  openIdentity(residentId: string, sealed: Buffer): string | undefined {
    if (sealed.length === 0) return undefined;
    const text = this.vault.open(sealed, { table, column: 'document_sealed', rowId: residentId });
    return (JSON.parse(text) as { identity?: string }).identity;
  }

  /** Opens those that are given; an empty one never held anything. @throws when one was changed or moved */
  openPerson(
    residentId: string,
    given: { name: Buffer | null; document: Buffer | null; phone: Buffer | null },
  ): ClearPerson {
    const held = (envelope: Buffer | null) => (envelope?.length === 0 ? null : envelope);
    const sealed = { name: held(given.name), document: held(given.document), phone: held(given.phone) };
    const open = (column: string, envelope: Buffer) => this.vault.open(envelope, { table, column, rowId: residentId });
    const document =
      sealed.document === null
        ? undefined
        : (JSON.parse(open('document_sealed', sealed.document)) as { number: string; nationality?: string });
    return {
      ...(sealed.name === null ? {} : { name: open('name_sealed', sealed.name) }),
      ...(document && { documentNumber: document.number }),
      ...(document?.nationality === undefined ? {} : { nationality: document.nationality }),
      ...(sealed.phone === null ? {} : { phone: open('phone_sealed', sealed.phone) }),
    };
  }
}
