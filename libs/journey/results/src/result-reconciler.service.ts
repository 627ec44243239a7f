import { Injectable } from '@nestjs/common';
import { LaneGuide } from '#journey/queue';
import { Admissions } from '#journey/sampling';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { noticeChannel } from './notice-sender.js';
import { answersPublished } from './results.events.js';
import { VerdictRepository } from './verdict.repository.js';

/**
 * Turns what is known about tubes into what is published to people (docs/field.md, what a tube's outcome means). It may
 * run at any time, twice, and in any order: it reads all facts about the people concerned and publishes only what
 * differs from what stands already.
 */
@Injectable()
export class ResultReconciler {
  constructor(
    private readonly verdicts: VerdictRepository,
    private readonly admissions: Admissions,
    private readonly lanes: LaneGuide,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async reconcileReport(tx: Tx, reportId: string): Promise<void> {
    await this.reconcile(tx, await this.verdicts.barcodesOfReport(tx, reportId), `report:${reportId}`);
  }

  async reconcileReceipt(tx: Tx, receiptId: string): Promise<void> {
    await this.reconcile(tx, await this.verdicts.barcodesRejected(tx, receiptId), `receipt:${receiptId}`);
  }

  /** One reconciliation a transaction: its verdicts live in a table of that transaction. */
  async reconcile(tx: Tx, barcodes: readonly string[], cause: string): Promise<void> {
    await this.verdicts.takeTime(tx);
    if (barcodes.length === 0 || (await this.verdicts.lockDossiers(tx, barcodes)) === 0) return;
    if ((await this.verdicts.weigh(tx, barcodes)) === 0) return;
    const now = this.clock.now();
    const published = await this.verdicts.publish(tx, now, noticeChannel);
    const opened = await this.verdicts.order(tx, now);
    await this.admissions.admit(tx, opened);
    await this.verdicts.noteOccasions(tx, opened);
    const { singly, free } = await this.verdicts.lanes(tx);
    await this.lanes.leadSingly(tx, singly);
    await this.lanes.release(tx, free);
    for (const counts of published) {
      const orders = opened.filter(({ roundId }) => roundId === counts.roundId).length;
      await this.journal.record(tx, answersPublished, {
        actorId: null,
        subject: `round:${counts.roundId}`,
        payload: { ...counts, cause, orders },
      });
    }
  }
}
