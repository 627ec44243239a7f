import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ActContext, ActResult, DeviceAct, DeviceActHandler } from '#journey/site';
import type { Tx } from '#platform/database';
import { line } from './act-fields.js';
import { DeviceTubeRepository } from './device-tube.repository.js';
import { SwabWithdrawal } from './swab-withdrawal.service.js';

interface Withdrawing {
  swabId: string;
  reason: string;
}

/** A device withdrew a registration. After the tube's seal that is a correction, and two people's business. */
@Injectable()
export class VoidActs implements DeviceActHandler<Withdrawing> {
  readonly kind = 'void';
  readonly phase = 3;
  readonly fields = { swabId: z.uuid(), reason: line(500) };

  constructor(
    private readonly tubes: DeviceTubeRepository,
    private readonly withdrawal: SwabWithdrawal,
  ) {}

  /** Whom the swab is from is not said, so everything waits for it. */
  thingsOf(): string[] {
    return ['*'];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Withdrawing>[], context: ActContext): Promise<ActResult[]> {
    const results: ActResult[] = [];
    for (const act of acts) results.push(await this.withdraw(tx, act, context));
    return results;
  }

  private async withdraw(tx: Tx, act: DeviceAct<Withdrawing>, context: ActContext): Promise<ActResult> {
    const { swabId, reason } = act.body;
    const subject = `swab:${swabId}`;
    const swab = await this.tubes.swab(tx, swabId, { lineId: context.lineId, seq: act.seq });
    if (swab === undefined)
      return { broken: [{ rule: 'act-against-rules', subject, details: { code: 'unknown-swab' } }] };
    const { roundId, siteId, tube, voided, mayChange } = swab;
    if (siteId !== context.siteId) return { broken: [{ rule: 'out-of-scope', subject, roundId }] };
    if (voided) return { broken: [] };
    if (!mayChange)
      return { broken: [{ rule: 'tube-not-open', subject: `tube:${tube}`, roundId, details: { swabId } }] };
    await this.withdrawal.withdraw(tx, { roundId, siteId, tube, swabId, reason, by: act.actorId });
    return { broken: [] };
  }
}
