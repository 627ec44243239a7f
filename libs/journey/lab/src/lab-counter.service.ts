import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { TubeLossDesk } from '#journey/transport';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { LabRegister } from './lab-register.service.js';
import {
  BoxIsAtAnotherLab,
  BoxIsNotReceived,
  BoxIsRecordedAlready,
  ReceiptIdTaken,
  TubeListedTwice,
  UnknownBoxAtLab,
  UnknownReceipt,
} from './lab.errors.js';
import { receiptDiffers, tubesReceived, tubesRejected } from './lab.events.js';
import { receiptDifferences, type ReceiptDifference } from './receipt-rules.js';
import { ReceiptRepository, type DifferenceRow } from './receipt.repository.js';

export interface NewReceipt {
  id?: string | undefined;
  boxCode: string;
  accepted: string[];
  rejected: { barcode: string; reason: string }[];
}

export interface Receipt {
  id: string;
  labCode: string;
  boxCode: string;
  /** Tubes taken in, surplus ones included. */
  accepted: number;
  rejected: number;
  differences: ReceiptDifference[];
  receivedAt: Date;
}

/** The counter of a laboratory: what is in a box that a courier has handed over, tube by tube. */
@Injectable()
export class LabCounter {
  constructor(
    private readonly transactions: Transactions,
    private readonly register: LabRegister,
    private readonly receipts: ReceiptRepository,
    private readonly ends: TubeLossDesk,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Records what was in the box; one receipt a box, the same again is harmless. A tube on neither list is recorded as
   * missing. A tube that should not be here is recorded as surplus, and taken in only when it is a sealed tube of ours
   * that nobody else has.
   * @throws BoxIsNotReceived, BoxIsAtAnotherLab, BoxIsRecordedAlready, ReceiptIdTaken, TubeListedTwice, UnknownBoxAtLab
   */
  async record(receipt: NewReceipt, staffId: string): Promise<Receipt> {
    const labCode = await this.register.labOf(staffId);
    const reasons = listedTubes(receipt);
    const id = receipt.id ?? uuidv7();
    const hash = hashOf(receipt);
    const known = await this.transactions.run(async (tx) => {
      const box = await this.receipts.box(tx, receipt.boxCode);
      if (box === undefined) throw new UnknownBoxAtLab(receipt.boxCode);
      if (box.state !== 'received') throw new BoxIsNotReceived(receipt.boxCode);
      if (box.lab_code !== labCode) throw new BoxIsAtAnotherLab(receipt.boxCode);
      const at = this.clock.now();
      const claim = { id, labCode, boxCode: receipt.boxCode, by: staffId, at, hash };
      if (await this.receipts.claim(tx, claim)) {
        await this.takeIn(tx, { ...claim, siteId: box.site_id }, reasons);
        return id;
      }
      const earlier = await this.receipts.ofBox(tx, receipt.boxCode);
      if (earlier === undefined) throw new ReceiptIdTaken();
      const same = earlier.body_hash.equals(hash) && (receipt.id === undefined || receipt.id === earlier.id);
      if (!same) throw new BoxIsRecordedAlready(receipt.boxCode);
      return earlier.id;
    });
    return this.find(known);
  }

  /** A receipt; for a member of a laboratory only one of their own. @throws UnknownReceipt */
  async find(id: string, labCode?: string): Promise<Receipt> {
    const row = await this.receipts.find(id);
    if (row === undefined || (labCode !== undefined && row.lab_code !== labCode)) throw new UnknownReceipt();
    const differences = await this.receipts.differences(id);
    return {
      id: row.id,
      labCode: row.lab_code,
      boxCode: row.box_code,
      accepted: row.accepted,
      rejected: row.rejected,
      differences: differences.map(({ barcode, kind, cause, taken_in }) => ({
        barcode,
        kind,
        cause,
        takenIn: taken_in,
      })),
      receivedAt: row.received_at,
    };
  }

  /** The receipt of a box; for a member of a laboratory only one of their own. @throws UnknownReceipt */
  async ofBox(boxCode: string, labCode?: string): Promise<Receipt> {
    const id = await this.receipts.idOfBox(boxCode);
    if (id === undefined) throw new UnknownReceipt();
    return this.find(id, labCode);
  }

  /** Where the latest receipts and their boxes disagree, and what became of those tubes since. */
  latestDifferences(labCode: string | undefined, limit: number): Promise<DifferenceRow[]> {
    return this.receipts.latestDifferences(labCode, limit);
  }

  private async takeIn(
    tx: Tx,
    receipt: { id: string; labCode: string; boxCode: string; by: string; at: Date; siteId: string },
    reasons: Map<string, string | null>,
  ): Promise<void> {
    const listed = [...reasons.keys()];
    const delivered = await this.ends.deliver(tx, await this.receipts.sealed(tx, listed), receipt.by);
    const arrived = await this.receipts.arrived(tx, receipt.boxCode, listed, delivered);
    const differences = receiptDifferences(arrived, receipt.labCode);
    const tubes = delivered.map((barcode) => ({ barcode, rejectReason: reasons.get(barcode) ?? null }));
    await this.receipts.addTubes(tx, receipt, tubes);
    await this.receipts.addDifferences(tx, receipt.id, differences);
    const rejected = tubes.filter(({ rejectReason }) => rejectReason !== null).length;
    const missing = differences.filter(({ kind }) => kind === 'missing').length;
    const counts = { accepted: tubes.length - rejected, rejected, missing, surplus: differences.length - missing };
    await this.receipts.complete(tx, receipt.id, counts);
    const entry = {
      actorId: receipt.by,
      siteId: receipt.siteId,
      subject: `box:${receipt.boxCode}`,
      payload: { receiptId: receipt.id },
    };
    await this.journal.record(tx, tubesReceived, entry);
    if (rejected > 0) await this.journal.record(tx, tubesRejected, entry);
    if (differences.length > 0) await this.journal.record(tx, receiptDiffers, entry);
  }
}

/** Barcode → reason of rejection, null when accepted. @throws TubeListedTwice */
function listedTubes({ accepted, rejected }: NewReceipt): Map<string, string | null> {
  const all: [string, string | null][] = [
    ...accepted.map((barcode): [string, null] => [barcode, null]),
    ...rejected.map(({ barcode, reason }): [string, string] => [barcode, reason]),
  ];
  const reasons = new Map(all);
  if (reasons.size < all.length) {
    const seen = new Set<string>();
    const twice = all.map(([barcode]) => barcode).filter((barcode) => seen.size === seen.add(barcode).size);
    throw new TubeListedTwice([...new Set(twice)]);
  }
  return reasons;
}

/** The order in which tubes are listed does not make another receipt. */
function hashOf({ boxCode, accepted, rejected }: NewReceipt): Buffer {
  const byBarcode = [...rejected].sort((a, b) => (a.barcode < b.barcode ? -1 : 1));
  return bodyHash({ boxCode, accepted: [...accepted].sort(), rejected: byBarcode });
}
