import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import { bodyHash, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { barcode, line } from './act-fields.js';
import { DeviceTubeRepository, type LockedTube } from './device-tube.repository.js';
import { TubeSealedOffline } from './offline.events.js';
import { objectionToSeal, sealReasons, type SealRequest } from './seal-rules.js';

type Sealing = SealRequest & { tube: string };

/** A device sealed a tube. The lid is on, so it is sealed; a count that differs is somebody's to look into. */
@Injectable()
export class SealActs implements DeviceActHandler<Sealing> {
  readonly kind = 'seal';
  readonly phase = 4;
  readonly fields = {
    tube: barcode,
    countedSwabs: z.int().min(0).max(50),
    reason: z.enum(sealReasons).optional(),
    note: line(500).optional(),
  };

  constructor(
    private readonly tubes: DeviceTubeRepository,
    private readonly journal: Journal,
  ) {}

  thingsOf({ tube }: Sealing): string[] {
    return [`tube:${tube}`];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Sealing>[], context: ActContext): Promise<ActResult[]> {
    const codes = [...new Set(acts.map(({ body }) => body.tube))];
    const adopted = await this.adopt(tx, acts, await this.tubes.unknown(tx, codes), context);
    const tubes = new Map((await this.tubes.lock(tx, codes)).map((tube) => [tube.barcode, tube]));
    const shared = new Set(
      (await this.tubes.touch(tx, [...tubes.keys()].sort(), context.deviceId))
        .filter((tube) => tube.shared)
        .map((tube) => tube.barcode),
    );
    const sealing = new Map<string, DeviceAct<Sealing>>();
    const results = acts.map((act) => {
      const { tube: code, ...request } = act.body;
      const subject = `tube:${code}`;
      const tube = tubes.get(code);
      if (tube === undefined) return { broken: [{ rule: 'unknown-tube', subject, details: { why: 'no-ground' } }] };
      const { roundId } = tube;
      const inScope = tube.siteId === context.siteId && (context.roundId === null || context.roundId === roundId);
      if (!inScope) return { broken: [{ rule: 'out-of-scope', subject, roundId }] };
      const broken: BrokenRule[] = adopted.has(code) ? [{ rule: 'unknown-tube', subject, roundId, once: true }] : [];
      if (shared.has(code)) broken.push({ rule: 'two-devices-one-tube', subject, roundId, once: true });
      const before = sealing.get(code);
      if (tube.state !== 'open' || before !== undefined) {
        const earlier = before === undefined ? tube.sealHash : hashOf(before.body);
        if (earlier?.equals(hashOf(act.body)) !== true) broken.push({ rule: 'tube-not-open', subject, roundId });
        return { broken };
      }
      sealing.set(code, act);
      broken.push(...objections(tube, request, subject));
      return { broken };
    });
    await this.seal(tx, [...sealing.values()], tubes, context);
    return results;
  }

  private async adopt(
    tx: Tx,
    acts: readonly DeviceAct<Sealing>[],
    unknown: readonly string[],
    context: ActContext,
  ): Promise<ReadonlySet<string>> {
    if (unknown.length === 0) return new Set();
    const made = unknown.map((code) => {
      const { actorId, takenAt } = acts.find(({ body }) => body.tube === code) as DeviceAct<Sealing>;
      const none = { roundId: null, stationId: null, poolClass: null };
      return { barcode: code, ...none, actorId, takenAt, hash: Buffer.alloc(32) };
    });
    const found = await this.tubes.adopt(tx, made, false, context);
    return new Set(found.flatMap((one) => (one.found === 'made' ? (unknown[one.nth - 1] ?? []) : [])));
  }

  private async seal(
    tx: Tx,
    acts: readonly DeviceAct<Sealing>[],
    tubes: ReadonlyMap<string, LockedTube>,
    { deviceId, lineId }: ActContext,
  ): Promise<void> {
    if (acts.length === 0) return;
    const seals = acts.map(({ body, actorId, takenAt, seq }) => ({
      barcode: body.tube,
      by: actorId,
      at: takenAt,
      counted: body.countedSwabs,
      reason: body.reason ?? null,
      note: body.note ?? null,
      hash: hashOf(body),
      seq,
    }));
    await this.tubes.seal(tx, seals, lineId);
    await this.journal.recordAll(
      tx,
      TubeSealedOffline,
      seals.map((one) => ({
        actorId: one.by,
        siteId: tubes.get(one.barcode)?.siteId,
        subject: `tube:${one.barcode}`,
        payload: {
          deviceId,
          filled: tubes.get(one.barcode)?.filled ?? 0,
          counted: one.counted,
          reason: one.reason,
        },
      })),
    );
  }
}

/** As the online seal is hashed: what was sent both ways is one seal. */
function hashOf({ countedSwabs, reason, note }: Sealing): Buffer {
  return bodyHash({ countedSwabs, reason, note });
}

/** The rules of a seal as they are online, except that the swabs themselves may still be on their way. */
function objections(tube: LockedTube, request: SealRequest, subject: string): BrokenRule[] {
  const { roundId, filled } = tube;
  const counted = request.countedSwabs;
  const objection = objectionToSeal({ ...tube, filled: counted }, request);
  const broken: BrokenRule[] = [];
  if (objection !== undefined) {
    broken.push({ rule: 'act-against-rules', subject, roundId, details: { code: `seal-${objection}` } });
  }
  if (counted !== filled && (request.reason !== 'count-differs' || request.note === undefined)) {
    broken.push({ rule: 'count-differs', subject, roundId, once: true, details: { counted, filled } });
  }
  return broken;
}
