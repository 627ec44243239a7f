import { Injectable } from '@nestjs/common';
import { ResidentCodeDesk, ResidentRegister } from '#journey/community';
import { UnknownResident, type SwabAct } from '#journey/sampling';

type Named = { id: string } | { code: string } | { idNumber: string };

interface Subject {
  resident: SwabAct['resident'];
  /** Stands for the person in a fingerprint: never a plain ID number, which could be guessed back from a hash. */
  key: string;
}

/** Who stands at the table, by whatever they showed: the id of a ledger row, their resident code, their document. */
@Injectable()
export class SwabSubjects {
  constructor(
    private readonly codes: ResidentCodeDesk,
    private readonly residents: ResidentRegister,
  ) {}

  /** @throws when a code is not genuine or a number is no document's; the words say what to do. */
  async subjectOf(named: Named): Promise<Subject> {
    if ('id' in named) return { resident: named, key: named.id };
    if ('code' in named) {
      const { residentId } = await this.codes.verify(named.code);
      return { resident: { id: residentId }, key: residentId };
    }
    const documentIndex = this.residents.documentIndex(named.idNumber);
    return { resident: { documentIndex }, key: documentIndex.toString('hex') };
  }

  /** The ledger id of whoever is named. @throws UnknownResident, or what is wrong with the code or number */
  async idOf(named: Named, actorId: string): Promise<string> {
    if ('idNumber' in named) {
      const { residents } = await this.residents.search({ idNumber: named.idNumber }, actorId);
      const [found] = residents;
      if (found === undefined) throw new UnknownResident();
      return found.id;
    }
    const { resident } = await this.subjectOf(named);
    if (!('id' in resident)) throw new UnknownResident();
    return resident.id;
  }
}
