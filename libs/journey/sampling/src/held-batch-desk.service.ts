import { Injectable } from '@nestjs/common';
import { DeviceRegister, thumbprintOf } from '#journey/site';
import { isUnavailable, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { DeviceActRepository } from './device-act.repository.js';
import { DeviceIntake, isQueryFailure, type DeviceActHandlers } from './device-intake.service.js';
import { ExceptionDesk } from './exception-desk.service.js';
import { HeldBatchIsDecided, HeldBatchNotFound } from './held-batch.errors.js';
import { HeldBatchKeeper } from './held-batch-keeper.service.js';
import { HeldBatchRepository, type HeldBatch, type HeldDecision } from './held-batch.repository.js';
import { HeldBatchDecided } from './offline.events.js';

const shownAtMost = 1_000;

/**
 * Where a person decides about what a device brought that may not speak. When it lost its voice is known; what it had
 * done before stands in its own sequence, so a batch is taken over whole, up to a number of that sequence, or not at all.
 */
@Injectable()
export class HeldBatchDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly held: HeldBatchRepository,
    private readonly books: DeviceActRepository,
    private readonly keeper: HeldBatchKeeper,
    private readonly intake: DeviceIntake,
    private readonly devices: DeviceRegister,
    private readonly exceptions: ExceptionDesk,
    private readonly journal: Journal,
  ) {}

  /** In the order in which the device sent them. @throws DeviceNotFound */
  async ofDevice(deviceId: string): Promise<HeldBatch[]> {
    await this.devices.find(deviceId);
    return this.held.ofDevice(deviceId, shownAtMost);
  }

  /**
   * Takes a held batch over, whole or up to a number of the device's sequence, or sets it aside; with the last one the
   * device's exception ends. The same again is the same; of what was set aside or taken in part, more can be taken later.
   * Acts that are not taken over stay sealed.
   * @throws HeldBatchNotFound, HeldBatchIsDecided
   */
  async decide(id: string, decision: HeldDecision, handlers: DeviceActHandlers, by: string): Promise<HeldBatch> {
    // With the eyes of whoever decides: what is held at another site does not exist for them.
    if ((await this.held.find(id)) === undefined) throw new HeldBatchNotFound();
    const decide = (carefully: boolean) =>
      this.transactions.runAs('jobs', (tx) => this.decideWithin(tx, id, decision, by, { handlers, carefully }));
    try {
      return await decide(false);
    } catch (error) {
      // As for any batch: act by act it shows which of them cannot be stored.
      if (!isQueryFailure(error) || isUnavailable(error)) throw error;
      return decide(true);
    }
  }

  private async decideWithin(
    tx: Tx,
    id: string,
    decision: HeldDecision,
    by: string,
    how: { handlers: DeviceActHandlers; carefully: boolean },
  ): Promise<HeldBatch> {
    const found = await this.held.find(id, tx);
    if (found === undefined) throw new HeldBatchNotFound();
    const device = await this.devices.find(found.deviceId, tx);
    await this.books.open(tx, { ...found, firstHash: thumbprintOf(device) }, []);
    const fresh = await this.held.decide(tx, id, by, decision);
    const batch = (await this.held.find(id, tx)) ?? found;
    if (!fresh) {
      const { state, takenThrough, reason } = batch;
      const isSame = state === decision.state && takenThrough === decision.takenThrough && reason === decision.reason;
      if (!isSame) throw new HeldBatchIsDecided();
      return batch;
    }
    const { deviceId, siteId, counter } = batch;
    await this.journal.record(tx, HeldBatchDecided, {
      actorId: by,
      siteId,
      subject: `device:${deviceId}`,
      payload: { heldId: id, deviceId, counter, state: decision.state, takenThrough: decision.takenThrough },
    });
    if (decision.state === 'taken') {
      const entries = await this.keeper.actsOf(tx, id);
      // It was put into the device's chain when it arrived.
      await this.intake.takeOver(tx, device, { ...batch, entries, previousHash: '' }, decision.takenThrough, how);
    }
    await this.endException(tx, deviceId, decision, by);
    return batch;
  }

  /** Once nothing of the device waits any more. The device's book is locked: no batch is being held meanwhile. */
  private async endException(tx: Tx, deviceId: string, { state, reason }: HeldDecision, by: string): Promise<void> {
    if ((await this.held.undecided(tx, deviceId)) > 0) return;
    const open = await this.exceptions.openAbout(tx, `device:${deviceId}`, 'batch-held');
    if (open === undefined) return;
    const resolution = state === 'taken' ? 'accepted' : 'withdrawn';
    await this.exceptions.resolveWithin(tx, open.id, { resolution, note: reason }, by);
  }
}
