import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { AdmissionRepository } from './admission.repository.js';

/** How a later room leads somebody back to a table: a retest is taken singly, a re-sample into any tube of the round. */
@Injectable()
export class Admissions {
  constructor(private readonly admissions: AdmissionRepository) {}

  /** Lets each of these people be sampled once more in the round. Said twice before they came, it is once. */
  async admit(
    tx: Tx,
    members: readonly { roundId: string; residentId: string; purpose: 'retest' | 'resample' }[],
  ): Promise<void> {
    if (members.length > 0) await this.admissions.admit(tx, members);
  }

  /** Takes leave back that nobody has used and an order gave: these people need not come again for it. */
  async excuse(tx: Tx, members: readonly { roundId: string; residentId: string }[]): Promise<void> {
    if (members.length > 0) await this.admissions.excuse(tx, members);
  }
}
