import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import { bodyHash, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoxRepository } from './box.repository.js';
import { boxOpened, tubesPacked } from './transport.events.js';

interface Packing {
  box: string;
  tubes: string[];
}

const code = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** A device put tubes into a box. What can be in it is in it; what the books say otherwise of a tube is looked into. */
@Injectable()
export class PackActs implements DeviceActHandler<Packing> {
  readonly kind = 'pack';
  readonly phase = 5;
  readonly fields = { box: code, tubes: z.array(code).min(1).max(200) };

  constructor(
    private readonly boxes: BoxRepository,
    private readonly journal: Journal,
  ) {}

  thingsOf({ box, tubes }: Packing): string[] {
    return [`box:${box}`, ...tubes.map((tube) => `tube:${tube}`)];
  }

  async handle(tx: Tx, acts: readonly DeviceAct<Packing>[], context: ActContext): Promise<ActResult[]> {
    const results: ActResult[] = [];
    for (const act of acts) results.push({ broken: await this.pack(tx, act, context) });
    return results;
  }

  private async pack(tx: Tx, act: DeviceAct<Packing>, { siteId }: ActContext): Promise<BrokenRule[]> {
    const { box: boxCode } = act.body;
    const tubes = [...new Set(act.body.tubes)].sort();
    const subject = `box:${boxCode}`;
    const opening = { code: boxCode, siteId, labCode: null, openedBy: act.actorId, at: act.takenAt };
    if (await this.boxes.add(tx, { ...opening, hash: bodyHash({ siteId, labCode: undefined }) })) {
      await this.journal.record(tx, boxOpened, { actorId: act.actorId, siteId, subject, payload: { boxCode } });
    }
    const box = await this.boxes.lock(tx, boxCode);
    if (box?.site_id !== siteId) return [{ rule: 'out-of-scope', subject }];
    // What is inside already was packed; only a box that is open takes more.
    const packed = box.state === 'open' ? await this.boxes.pack(tx, box, tubes, act.actorId, act.takenAt) : [];
    if (packed.length > 0) {
      const payload = { boxCode, barcodes: packed };
      await this.journal.record(tx, tubesPacked, { actorId: act.actorId, siteId, subject, payload });
    }
    const refused = await this.boxes.refusals(tx, box, tubes);
    if (refused.length === 0) return [];
    const why = box.state === 'open' ? undefined : { box: `is-${box.state}` };
    const left = refused.map(({ barcode, reason }) => ({ barcode, reason }));
    return [{ rule: 'act-against-rules', subject, details: { code: 'cannot-be-packed', tubes: left, ...why } }];
  }
}
