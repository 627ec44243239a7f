import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { LaneGuideRepository } from './lane-guide.repository.js';

/** How a later room tells the ticket desk who may stand in the single lane only. Said twice, it is once. */
@Injectable()
export class LaneGuide {
  constructor(private readonly guide: LaneGuideRepository) {}

  /** From now on these people are given tickets of the single lane only. */
  async leadSingly(tx: Tx, residentIds: readonly string[]): Promise<void> {
    if (residentIds.length > 0) await this.guide.lead(tx, residentIds);
  }

  /** They have been decided and may stand in any lane again. */
  async release(tx: Tx, residentIds: readonly string[]): Promise<void> {
    if (residentIds.length > 0) await this.guide.release(tx, residentIds);
  }

  /** Two entries of the ledger are one person: their tickets and their lane are the survivor's. */
  carry(tx: Tx, from: string, into: string): Promise<void> {
    return this.guide.carry(tx, from, into);
  }
}
