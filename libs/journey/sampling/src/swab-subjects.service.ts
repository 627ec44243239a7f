import { Injectable } from '@nestjs/common';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { DomainError } from '#platform/errors';

/** How a device names a person: a row of its working set, a scanned code, a document, or what nothing could read. */
export type Shown = { id: string } | { code: string } | { idNumber: string } | { unreadable: string };

export interface ShownSubject {
  residentId: string | null;
  documentIndex: Buffer | null;
  /** Stands for the person in a fingerprint: never a plain ID number, which could be guessed back from a hash. */
  key: string;
  /** What was shown and could not be understood; it may name a person. */
  raw: string | undefined;
  /** The code was revoked: perhaps somebody else showed it. */
  revoked: boolean;
}

const nobody = { residentId: null, documentIndex: null, raw: undefined, revoked: false };

/** Who was swabbed, by whatever a device has of them. Nobody is refused: whom nothing names is a person unknown. */
@Injectable()
export class SwabSubjects {
  constructor(
    private readonly codes: ResidentCodeDesk,
    private readonly residents: ResidentRegister,
  ) {}

  /** In the order of what was shown. */
  async of(shown: readonly Shown[]): Promise<ShownSubject[]> {
    const holders = await this.codes.holdersOf(shown.flatMap((one) => ('code' in one ? [one.code] : [])));
    return shown.map((one) => {
      if ('id' in one) return { ...nobody, residentId: one.id, key: one.id };
      if ('unreadable' in one) return { ...nobody, key: '', raw: one.unreadable };
      if ('idNumber' in one) return this.byDocument(one.idNumber);
      const holder = holders.get(one.code);
      if (holder === undefined) return { ...nobody, key: '', raw: one.code };
      return { ...nobody, residentId: holder.residentId, key: holder.residentId, revoked: holder.revoked };
    });
  }

  private byDocument(idNumber: string): ShownSubject {
    try {
      const documentIndex = this.residents.documentIndex(idNumber);
      return { ...nobody, documentIndex, key: documentIndex.toString('hex') };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...nobody, key: '', raw: idNumber };
    }
  }
}
