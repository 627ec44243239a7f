import { Injectable } from '@nestjs/common';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { barcode, line } from './act-fields.js';
import { DeviceTubeRepository, type LockedTube } from './device-tube.repository.js';
import { TubeDiscardedOffline } from './offline.events.js';
import { TubeRepository } from './tube.repository.js';

interface Discarding {
  tube: string;
  reason: string;
}

/** A device put a tube away that was opened by mistake. One that holds a swab stays as it is: that is somebody's to see to. */
@Injectable()
export class DiscardActs implements DeviceActHandler<Discarding> {
  readonly kind = 'discard-tube';
  readonly phase = 5;
  readonly fields = { tube: barcode, reason: line(200) };

  constructor(
    private readonly tubes: TubeRepository,
    private readonly inHand: DeviceTubeRepository,
    private readonly journal: Journal,
  ) {}

  thingsOf({ tube }: Discarding): string[] {
    return [`tube:${tube}`];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Discarding>[], context: ActContext): Promise<ActResult[]> {
    const codes = [...new Set(acts.map(({ body }) => body.tube))].sort();
    const known = new Map((await this.inHand.lock(tx, codes)).map((tube) => [tube.barcode, tube]));
    const results: ActResult[] = [];
    for (const act of acts) {
      const broken = brokenBy(act.body.tube, known.get(act.body.tube), context);
      if (broken === undefined) await this.discard(tx, act, context);
      results.push({ broken: broken === undefined ? [] : [broken] });
    }
    return results;
  }

  private async discard(tx: Tx, { actorId, body }: DeviceAct<Discarding>, context: ActContext): Promise<void> {
    const { deviceId, siteId } = context;
    const { tube, reason } = body;
    // Said twice it is once.
    if ((await this.tubes.discard(tx, tube, actorId, reason)) === undefined) return;
    const payload = { deviceId, reason };
    await this.journal.record(tx, TubeDiscardedOffline, { actorId, siteId, subject: `tube:${tube}`, payload });
  }
}

function brokenBy(code: string, tube: LockedTube | undefined, context: ActContext): BrokenRule | undefined {
  const subject = `tube:${code}`;
  if (tube === undefined) return { rule: 'unknown-tube', subject, details: { why: 'no-ground' } };
  const { roundId, state, filled } = tube;
  const inScope = tube.siteId === context.siteId && (context.roundId === null || context.roundId === roundId);
  if (!inScope) return { rule: 'out-of-scope', subject, roundId };
  if (state === 'sealed') return { rule: 'tube-not-open', subject, roundId };
  return filled === 0
    ? undefined
    : { rule: 'act-against-rules', subject, roundId, details: { code: 'tube-not-empty' } };
}
