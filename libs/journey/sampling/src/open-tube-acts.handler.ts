import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { poolClasses } from '#journey/campaign';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import { bodyHash, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { barcode } from './act-fields.js';
import { exceptionOf } from './breaches.js';
import { DeviceTubeRepository, type AdoptedTube } from './device-tube.repository.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { TubeTakenInHand } from './offline.events.js';

interface Opening {
  tube: string;
  roundId: string;
  stationId: string;
  poolClass: (typeof poolClasses)[number];
}

/** A device opened a tube. It stands in the books from now on, also when its swabs have come before it. */
@Injectable()
export class OpenTubeActs implements DeviceActHandler<Opening> {
  readonly kind = 'open-tube';
  readonly phase = 1;
  readonly fields = { tube: barcode, roundId: z.uuid(), stationId: z.uuid(), poolClass: z.enum(poolClasses) };

  constructor(
    private readonly tubes: DeviceTubeRepository,
    private readonly exceptions: ExceptionDesk,
    private readonly journal: Journal,
  ) {}

  thingsOf({ tube }: Opening): string[] {
    return [`tube:${tube}`];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Opening>[], context: ActContext): Promise<ActResult[]> {
    const first = new Map<string, number>();
    acts.forEach(({ body }, n) => first.has(body.tube) || first.set(body.tube, n));
    const asked = [...first.values()].map((n) => inHand(acts[n] as DeviceAct<Opening>));
    const found = new Map<string, AdoptedTube>();
    for (let attempt = 0; attempt < 2 && found.size < asked.length; attempt += 1) {
      // A tube that another device has just made is not visible to the statement that met it.
      const left = asked.filter((tube) => !found.has(tube.barcode));
      for (const one of await this.tubes.adopt(tx, left, true, context))
        found.set(left[one.nth - 1]?.barcode ?? '', one);
    }
    const known = [...found.keys()].sort();
    await this.tubes.lock(tx, known);
    const touched = new Map((await this.tubes.touch(tx, known, context.deviceId)).map((tube) => [tube.barcode, tube]));
    const arrived = [...found].filter(([, { found: how }]) => how === 'completed').map(([code]) => `tube:${code}`);
    await this.exceptions.settle(tx, 'unknown-tube', arrived, 'the opening of the tube has arrived');
    await this.note(tx, acts, found, context);
    return acts.map((act, n) => {
      const { tube } = act.body;
      const subject = `tube:${tube}`;
      const adopted = found.get(tube);
      if (adopted === undefined) return { broken: [{ rule: 'unknown-tube', subject, details: { why: 'no-ground' } }] };
      const { roundId } = adopted;
      const broken: BrokenRule[] = adopted.breaches.map((breach) => ({ rule: exceptionOf(breach), subject, roundId }));
      if (touched.get(tube)?.shared) {
        broken.push({ rule: 'two-devices-one-tube', subject, roundId, once: true });
      } else if (adopted.found === 'other' || (first.get(tube) !== n && !sameWords(acts, first.get(tube), act))) {
        broken.push({ rule: 'act-against-rules', subject, roundId, details: { code: 'tube-code-taken' } });
      }
      return { broken };
    });
  }

  private async note(
    tx: Tx,
    acts: readonly DeviceAct<Opening>[],
    found: ReadonlyMap<string, AdoptedTube>,
    { deviceId, siteId }: ActContext,
  ): Promise<void> {
    const fresh = acts.filter(({ body }) => ['made', 'completed'].includes(found.get(body.tube)?.found ?? ''));
    await this.journal.recordAll(
      tx,
      TubeTakenInHand,
      fresh.map(({ actorId, body }) => ({
        actorId,
        siteId,
        subject: `tube:${body.tube}`,
        payload: { deviceId, opened: true },
      })),
    );
  }
}

function inHand({ body, actorId, takenAt }: DeviceAct<Opening>) {
  const { tube, roundId, stationId, poolClass } = body;
  const hash = bodyHash([roundId, stationId, poolClass]);
  return { barcode: tube, roundId, stationId, poolClass, actorId, takenAt, hash };
}

function sameWords(acts: readonly DeviceAct<Opening>[], first: number | undefined, act: DeviceAct<Opening>): boolean {
  const other = first === undefined ? undefined : acts[first];
  return other !== undefined && inHand(other).hash.equals(inHand(act).hash);
}
