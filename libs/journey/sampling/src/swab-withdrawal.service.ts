import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { AdmissionRepository } from './admission.repository.js';
import { SwabVoided } from './sampling.events.js';
import { SwabRepository, type VoidedSwab } from './swab.repository.js';

/** Withdraws a registration: the swab keeps its place, and the person may be sampled again. For both ways in. */
@Injectable()
export class SwabWithdrawal {
  constructor(
    private readonly swabs: SwabRepository,
    private readonly admissions: AdmissionRepository,
    private readonly journal: Journal,
  ) {}

  /** Call it with the tube locked. @returns undefined when it was withdrawn before */
  async withdraw(
    tx: Tx,
    act: { roundId: string; siteId: string; tube: string; swabId: string; reason: string; by: string },
  ): Promise<VoidedSwab | undefined> {
    const { roundId, siteId, tube, swabId, reason, by } = act;
    const swab = await this.swabs.void(tx, roundId, swabId, by, reason);
    if (swab === undefined) return undefined;
    const residentId = swab.resident_id;
    if (residentId !== null) await this.admissions.admit(tx, [{ roundId, residentId, purpose: swab.purpose }]);
    await this.journal.record(tx, SwabVoided, {
      actorId: by,
      siteId,
      subject: `tube:${tube}`,
      payload: { swabId, place: swab.place, residentId, reason },
    });
    return swab;
  }
}
