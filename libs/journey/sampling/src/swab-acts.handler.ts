import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { poolClasses } from '#journey/campaign';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import { bodyHash, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { barcode, line } from './act-fields.js';
import { exceptionOf } from './breaches.js';
import { DeviceTubeRepository, type KeptSwab, type KeptVerdict, type TouchedTube } from './device-tube.repository.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { LateSwabsReceived, SwabsCameLate, TubeTakenInHand } from './offline.events.js';
import { otherIdOf } from './other-id.js';
import { SwabSubjects, type Shown, type ShownSubject } from './swab-subjects.service.js';

interface Swabbing {
  tube: string;
  resident: Shown;
  roundId?: string | undefined;
  stationId?: string | undefined;
  poolClass?: string | undefined;
}

/** A swab, and the number of its act. */
interface SentSwab {
  n: number;
  swab: KeptSwab;
}

const triesAtMost = 20;

/** A device put swabs into tubes. They are in there, so they are stored: a broken rule makes an exception of it. */
@Injectable()
export class SwabActs implements DeviceActHandler<Swabbing> {
  readonly kind = 'swab';
  readonly phase = 2;
  readonly fields = {
    tube: barcode,
    resident: z.union([
      z.strictObject({ id: z.uuid() }),
      z.strictObject({ code: line(256) }),
      z.strictObject({ idNumber: line(64) }),
      z.strictObject({ unreadable: line(500) }),
    ]),
    roundId: z.uuid().optional(),
    stationId: z.uuid().optional(),
    poolClass: z.enum(poolClasses).optional(),
  };

  constructor(
    private readonly tubes: DeviceTubeRepository,
    private readonly subjects: SwabSubjects,
    private readonly exceptions: ExceptionDesk,
    private readonly journal: Journal,
  ) {}

  thingsOf({ tube }: Swabbing): string[] {
    return [`tube:${tube}`];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Swabbing>[], context: ActContext): Promise<ActResult[]> {
    const subjects = await this.subjects.of(acts.map(({ body }) => body.resident));
    const swabs = acts.map((act, n) => ({ n, swab: keptSwab(act, subjects[n] as ShownSubject) }));
    const { verdicts, renamed } = await this.keep(tx, swabs, context);
    // Nearly always each tube is known; whoever is in one that is not is stored once it has been made.
    const homeless = swabs.filter(({ n }) => isHomeless(verdicts.get(n)));
    const adopted = await this.adopt(tx, acts, homeless, context);
    if (homeless.length > 0) {
      const housed = await this.keep(tx, homeless, context);
      for (const [n, verdict] of housed.verdicts) verdicts.set(n, verdict);
      for (const n of housed.renamed) renamed.add(n);
    }
    const barcodes = [...new Set(acts.map(({ body }) => body.tube))].sort();
    const touched = new Map((await this.tubes.touch(tx, barcodes, context.deviceId)).map((one) => [one.barcode, one]));
    await this.tellSealed(tx, [...touched.values()], context);
    return acts.map((act, n) => {
      const broken = brokenBy(
        act,
        verdicts.get(n) as KeptVerdict,
        subjects[n] as ShownSubject,
        touched.get(act.body.tube),
      );
      const subject = `tube:${act.body.tube}`;
      if (adopted.get(act.body.tube) === n) broken.push({ rule: 'unknown-tube', subject, once: true });
      if (renamed.has(n)) broken.push({ rule: 'act-id-clash', subject, details: { sentId: act.id } });
      return { broken, place: verdicts.get(n)?.place ?? null };
    });
  }

  /** Tubes that nobody has said anything about are made from the first swab in them. @returns which act made which */
  private async adopt(
    tx: Tx,
    acts: readonly DeviceAct<Swabbing>[],
    homeless: readonly SentSwab[],
    context: ActContext,
  ): Promise<ReadonlyMap<string, number>> {
    const makers = new Map<string, number>();
    for (const { n, swab } of homeless) if (!makers.has(swab.tube)) makers.set(swab.tube, n);
    if (makers.size === 0) return makers;
    const made = [...makers].map(([code, n]) => {
      const { actorId, takenAt, body } = acts[n] as DeviceAct<Swabbing>;
      const { roundId = null, stationId = null, poolClass = null } = body;
      return { barcode: code, roundId, stationId, poolClass, actorId, takenAt, hash: Buffer.alloc(32) };
    });
    // A tube that another device opened at this moment is no longer unknown: only what is made here is.
    const fresh = (await this.tubes.adopt(tx, made, false, context)).flatMap(({ nth, found }) =>
      found === 'made' ? (made[nth - 1] ?? []) : [],
    );
    const { deviceId, siteId } = context;
    await this.journal.recordAll(
      tx,
      TubeTakenInHand,
      fresh.map((tube) => ({
        actorId: tube.actorId,
        siteId,
        subject: `tube:${tube.barcode}`,
        payload: { deviceId, opened: false },
      })),
    );
    const codes = new Set(fresh.map((tube) => tube.barcode));
    return new Map([...makers].filter(([code]) => codes.has(code)));
  }

  /**
   * Until each swab is stored: who lost a claim is sent again, and who bears an id that is taken gets another one.
   * @returns by the number of their act
   */
  private async keep(
    tx: Tx,
    swabs: readonly SentSwab[],
    context: ActContext,
  ): Promise<{ verdicts: Map<number, KeptVerdict>; renamed: Set<number> }> {
    const verdicts = new Map<number, KeptVerdict>();
    const renamed = new Set<number>();
    let left = swabs;
    for (let attempt = 0; left.length > 0; attempt += 1) {
      if (attempt === triesAtMost) throw new Error('swabs that happened found no end in being stored');
      const again: SentSwab[] = [];
      const found = await this.tubes.keep(
        tx,
        left.map(({ swab }) => swab),
        context,
      );
      left.forEach((sent, nth) => {
        const verdict = found[nth];
        if (verdict === undefined) throw new Error('a swab without a verdict');
        if (verdict.outcome === 'again') again.push(sent);
        else if (verdict.outcome === 'id-taken') {
          renamed.add(sent.n);
          again.push({ n: sent.n, swab: { ...sent.swab, id: otherIdOf(sent.swab.id, sent.swab.hash) } });
        } else verdicts.set(sent.n, verdict);
      });
      left = again;
    }
    return { verdicts, renamed };
  }

  /** Whoever is in a sealed tube is thought of again; a count that differed may be right now. */
  private async tellSealed(tx: Tx, touched: readonly TouchedTube[], { deviceId, siteId }: ActContext): Promise<void> {
    const sealed = touched.filter(({ state }) => state === 'sealed');
    if (sealed.length === 0) return;
    await this.journal.recordAll(
      tx,
      SwabsCameLate,
      sealed.map(({ barcode: code, siteId: tubesSite, filled }) => ({
        actorId: null,
        siteId: tubesSite,
        subject: `tube:${code}`,
        payload: { barcode: code, deviceId, filled },
      })),
    );
    await this.journal.record(tx, LateSwabsReceived, {
      actorId: null,
      siteId,
      subject: `device:${deviceId}`,
      payload: { deviceId, barcodes: sealed.map(({ barcode: code }) => code) },
    });
    const even = sealed.filter((tube) => tube.countedSwabs === tube.filled).map((tube) => `tube:${tube.barcode}`);
    await this.exceptions.settle(tx, 'count-differs', even, 'the missing swabs have arrived');
  }
}

function keptSwab(act: DeviceAct<Swabbing>, subject: ShownSubject): KeptSwab {
  const { id, at, takenAt, actorId, seq, body } = act;
  return {
    id,
    tube: body.tube,
    residentId: subject.residentId,
    documentIndex: subject.documentIndex,
    scannedAt: new Date(at),
    takenAt,
    actorId,
    seq,
    // The same words as those of a table that is online: what was sent both ways is one swab.
    hash: bodyHash([body.tube, subject.key, at]),
  };
}

/** Nobody has said anything about the tube it is in, so it could not be stored. */
function isHomeless(verdict: KeptVerdict | undefined): boolean {
  return verdict?.outcome !== 'recorded' && verdict?.breaches?.includes('unknown-tube') === true;
}

function brokenBy(
  act: DeviceAct<Swabbing>,
  verdict: KeptVerdict,
  subject: ShownSubject,
  tube: TouchedTube | undefined,
): BrokenRule[] {
  const about = `tube:${act.body.tube}`;
  const roundId = tube?.roundId ?? null;
  if (verdict.outcome !== 'recorded') {
    return [{ rule: exceptionOf(verdict.outcome), subject: about, raw: JSON.stringify(act.body.resident) }];
  }
  const details = { swabId: act.id, place: verdict.place, ...(verdict.resident && { residentId: verdict.resident }) };
  const broken: BrokenRule[] = (verdict.breaches ?? []).map((breach) => {
    const isUnknown = breach === 'unknown-resident';
    const rule = isUnknown && subject.raw !== undefined ? 'unreadable-code' : exceptionOf(breach);
    return { rule, subject: about, roundId, details, raw: isUnknown ? JSON.stringify(act.body.resident) : undefined };
  });
  if (subject.revoked) {
    broken.push({ rule: 'unreadable-code', subject: about, roundId, details: { ...details, why: 'code-revoked' } });
  }
  if (tube?.shared) broken.push({ rule: 'two-devices-one-tube', subject: about, roundId, once: true });
  return broken;
}
