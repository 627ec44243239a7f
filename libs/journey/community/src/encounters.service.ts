import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Settings } from '#platform/config';
import { Transactions, type Tx } from '#platform/database';
import { z } from 'zod';
import { EncounterRepository } from './encounter.repository.js';

const piece = z.object({ SHIHE_ENCOUNTER_MINUTES: z.coerce.number().positive().max(1_440).default(60) });

/**
 * Who stands before whom. Somebody who came to a table shows a code or a document; from then on, for a while, the member
 * of staff who was shown it may see them in the ledger, wherever they live.
 */
@Injectable()
export class Encounters {
  private readonly minutes: number;

  constructor(
    private readonly transactions: Transactions,
    private readonly encounters: EncounterRepository,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.minutes = settings.read(piece).SHIHE_ENCOUNTER_MINUTES;
  }

  /** Notes that these people stand before the account. Again only lengthens it. */
  async meet(accountId: string, residentIds: readonly string[]): Promise<void> {
    if (residentIds.length > 0) await this.transactions.run((tx) => this.note(tx, accountId, residentIds));
  }

  /** The same in a transaction under way. */
  note(tx: Tx, accountId: string, residentIds: readonly string[]): Promise<void> {
    const until = new Date(this.clock.now().getTime() + this.minutes * 60_000);
    return this.encounters.note(tx, accountId, residentIds, until);
  }

  /** The same for whoever has one of these documents or this phone, where the account's work is with people at a site. */
  async meetByNumber(accountId: string, by: { documents?: readonly Buffer[]; phone?: Buffer }): Promise<void> {
    await this.meet(accountId, await this.encounters.found(accountId, by.documents ?? [], by.phone));
  }
}
