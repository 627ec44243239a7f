import { Injectable } from '@nestjs/common';
import { LaneGuide } from '#journey/queue';
import { Admissions, correctionReasons } from '#journey/sampling';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { noticeChannel } from './notice-sender.js';
import { answersPublished } from './results.events.js';
import { VerdictRepository, type Because } from './verdict.repository.js';

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

  /** After a correction: everybody in the tubes it touched, and everybody whom it took out of one. */
  async reconcileCorrection(tx: Tx, correctionId: string): Promise<void> {
    const touched = await this.verdicts.touchedBy(tx, correctionId);
    if (touched === undefined) return;
    const { roundId, residents, tubes, reason } = touched;
    const words = correctionReasons[reason];
    const because = { correctionId, reason: `更正：${words['zh-CN']} / Corrected: ${words.en}` };
    const people = residents.map((residentId) => ({ roundId, residentId }));
    await this.reconcile(tx, tubes, `correction:${correctionId}`, { people, because });
  }

  /** After two entries of the ledger were merged: both of them, in each round in which either had something. */
  async reconcileMerging(tx: Tx, mergingId: string): Promise<void> {
    const people = await this.verdicts.mergedPeople(tx, mergingId);
    const reason = '台账合并：此人的结果见合并后的记录 / Entries of one person were merged: see the remaining one';
    await this.reconcile(tx, [], `merging:${mergingId}`, { people, because: { correctionId: null, reason } });
  }

  /**
   * One reconciliation a transaction: its verdicts live in a table of that transaction.
   * @param left people who may no longer be in any of the tubes, and why
   */
  async reconcile(
    tx: Tx,
    barcodes: readonly string[],
    cause: string,
    left?: { people: readonly { roundId: string; residentId: string }[]; because: Because },
  ): Promise<void> {
    await this.verdicts.takeTime(tx);
    if (barcodes.length === 0 && left === undefined) return;
    const people = await this.verdicts.lockDossiers(tx, barcodes, left?.people);
    if (people === 0 || (await this.verdicts.weigh(tx, people)) === 0) return;
    const now = this.clock.now();
    const published = await this.verdicts.publish(tx, now, noticeChannel, left?.because);
    const opened = await this.verdicts.order(tx, now);
    await this.admissions.admit(tx, opened);
    await this.verdicts.noteOccasions(tx, opened);
    await this.admissions.excuse(tx, await this.verdicts.excused(tx));
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
