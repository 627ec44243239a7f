import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { AdmissionRepository } from './admission.repository.js';
import { AttendanceCarrierRepository, type TwoSwabs } from './attendance-carrier.repository.js';

/** How a later room makes one entry's swabs another's, when the ledger has found out that both are one person. */
@Injectable()
export class AttendanceCarrier {
  constructor(
    private readonly carrier: AttendanceCarrierRepository,
    private readonly admissions: AdmissionRepository,
  ) {}

  /** Holds the recording of swabs and says where both were swabbed at one occasion: somebody has to look into that first. */
  async clashes(tx: Tx, from: string, into: string): Promise<TwoSwabs[]> {
    await this.carrier.holdRecording(tx);
    return this.carrier.clashes(tx, from, into);
  }

  /** Call it when there are no clashes. @returns the rounds in which the person had been swabbed */
  async carry(tx: Tx, from: string, into: string): Promise<string[]> {
    const unused = await this.carrier.unused(tx, from, into);
    const rounds = await this.carrier.carry(tx, from, into);
    if (unused.length > 0) {
      await this.admissions.admit(
        tx,
        unused.map(({ roundId, purpose }) => ({ roundId, residentId: into, purpose })),
      );
    }
    return rounds;
  }
}
