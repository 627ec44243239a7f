import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoxRepository, type BoxRow } from './box.repository.js';
import { boxOpened, boxSealed, tubesPacked, tubeUnpacked } from './transport.events.js';
import {
  BoxCodeTaken,
  BoxIsClosed,
  BoxIsEmpty,
  CountedTubesDiffer,
  TubeIsNotInBox,
  TubesCannotBePacked,
  UnknownBox,
  UnknownTransportSite,
} from './transport.errors.js';

export interface NewBox {
  code: string;
  siteId: string;
  labCode?: string | undefined;
}

/** Where a packer puts sealed tubes into boxes. */
@Injectable()
export class PackingBench {
  constructor(
    private readonly transactions: Transactions,
    private readonly boxes: BoxRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a box under the code printed on it. The same box again is harmless.
   * @throws BoxCodeTaken when the code stands for a box of another site or laboratory; UnknownTransportSite
   */
  async open(box: NewBox, packerId: string): Promise<void> {
    const hash = bodyHash({ siteId: box.siteId, labCode: box.labCode });
    await this.transactions.run(async (tx) => {
      const { code, siteId, labCode = null } = box;
      if (await this.boxes.add(tx, { code, siteId, labCode, openedBy: packerId, hash, at: this.clock.now() })) {
        await this.journal.record(tx, boxOpened, {
          actorId: packerId,
          siteId,
          subject: `box:${code}`,
          payload: { boxCode: code },
        });
        return;
      }
      const known = await this.boxes.lock(tx, code);
      if (known === undefined) throw new UnknownTransportSite();
      if (!known.body_hash.equals(hash)) throw new BoxCodeTaken(code);
    });
  }

  /**
   * Puts tubes into an open box: all of them or none. Tubes that are in it already are harmless.
   * @throws TubesCannotBePacked with each barcode and why; BoxIsClosed; UnknownBox
   */
  async pack(code: string, barcodes: string[], packerId: string): Promise<void> {
    const wanted = [...new Set(barcodes)];
    await this.transactions.run(async (tx) => {
      const box = await this.lock(tx, code);
      if (box.state !== 'open') {
        const strangers = await this.boxes.refusals(tx, box, wanted);
        if (strangers.length > 0) throw new BoxIsClosed(code, box.counted_tubes ?? 0);
        return;
      }
      const packed = await this.boxes.pack(tx, box, wanted, packerId, this.clock.now());
      const refused = packed.length === wanted.length ? [] : await this.boxes.refusals(tx, box, wanted);
      if (refused.length > 0) throw new TubesCannotBePacked(refused);
      if (packed.length === 0) return;
      await this.journal.record(tx, tubesPacked, {
        actorId: packerId,
        siteId: box.site_id,
        subject: `box:${code}`,
        payload: { boxCode: code, barcodes: packed },
      });
    });
  }

  /**
   * Takes a tube out of a box that is still open, so that it can go into another one; what was packed stays on record.
   * The same removal again is harmless, also after the box was sealed.
   * @throws TubeIsNotInBox; BoxIsClosed; UnknownBox
   */
  async remove(code: string, barcode: string, reason: string, packerId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const box = await this.lock(tx, code);
      const isOut = async () =>
        (await this.boxes.removals(code, tx)).some((one) => one.barcode === barcode && one.reason === reason);
      if (box.state !== 'open') {
        const inside = (await this.boxes.tubes(code, tx)).some((tube) => tube.barcode === barcode);
        if (inside || !(await isOut())) throw new BoxIsClosed(code, box.counted_tubes ?? 0);
        return;
      }
      const removal = { reason, removedBy: packerId, removedAt: this.clock.now() };
      if (!(await this.boxes.remove(tx, code, barcode, removal))) {
        if (await isOut()) return;
        throw new TubeIsNotInBox(barcode, code);
      }
      await this.journal.record(tx, tubeUnpacked, {
        actorId: packerId,
        siteId: box.site_id,
        subject: `box:${code}`,
        payload: { boxCode: code, barcode, reason },
      });
    });
  }

  /**
   * Seals a box when the tubes counted by hand are the tubes known; lost tubes are not counted.
   * @throws CountedTubesDiffer naming both numbers; BoxIsEmpty; BoxIsClosed when it was sealed with another number
   */
  async seal(code: string, counted: number, packerId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const box = await this.lock(tx, code);
      if (box.state !== 'open') {
        if (box.counted_tubes !== counted) throw new BoxIsClosed(code, box.counted_tubes ?? 0);
        return;
      }
      const inside = (await this.boxes.tubes(code, tx)).filter(({ lost }) => !lost).map(({ barcode }) => barcode);
      if (inside.length === 0) throw new BoxIsEmpty(code);
      if (inside.length !== counted) throw new CountedTubesDiffer(counted, inside.length, inside);
      await this.boxes.seal(tx, code, counted, packerId, this.clock.now());
      await this.journal.record(tx, boxSealed, {
        actorId: packerId,
        siteId: box.site_id,
        subject: `box:${code}`,
        payload: { boxCode: code, tubes: counted },
      });
    });
  }

  private async lock(tx: Tx, code: string): Promise<BoxRow> {
    const box = await this.boxes.lock(tx, code);
    if (box === undefined) throw new UnknownBox(code);
    return box;
  }
}
