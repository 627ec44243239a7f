import { Injectable } from '@nestjs/common';
import { hash as sha256 } from 'node:crypto';
import { availableParallelism } from 'node:os';
import {
  DeviceRegister,
  SiteRegister,
  thumbprintOf,
  type DeviceAtSite,
  type SigningDevice,
  type DeviceActHandler,
  type SiteSettings,
} from '#journey/site';
import { Clock } from '#platform/clock';
import { CanonicalPart, canonicalText, isUnavailable, Transactions, type Tx } from '#platform/database';
import { ServiceBusy } from '#platform/errors';
import { Journal } from '#platform/journal';
import { BoundedWork } from '#platform/pace';
import { chainFaultOf, type ChainFault } from './batch-chain.js';
import { BatchIsTooLarge } from './device-intake.errors.js';
import { DeviceActKeeper, type EntryOutcome } from './device-act-keeper.service.js';
import { DeviceActRepository, type ActOutcome } from './device-act.repository.js';
import {
  entrySchemas,
  readEntry,
  signedEntry,
  type EntrySchemas,
  type ReadEntry,
  type UnreadEntry,
} from './device-entry.js';
import { ExceptionDesk, type Raising } from './exception-desk.service.js';
import { HeldBatchKeeper, type ArrivedBatch } from './held-batch-keeper.service.js';
import { DeviceBatchReceived } from './offline.events.js';

/** What a device sends, signed over everything but the signature. The entries are read one by one. */
export interface DeviceBatch {
  deviceId: string;
  bootId: string;
  counter: number;
  /** SHA-256 of the signed text of the batch before, base64url; of the first one the thumbprint of the key. */
  previousHash: string;
  certificate?: string | undefined;
  entries: unknown[];
  signature: string;
}

export interface BatchAnswer {
  counter: number;
  fault: ChainFault | null;
  /** How many of the entries had been received before. */
  repeated: number;
  entries: EntryOutcome[];
  /** What is missing in this run's sequence: first and last, a hundred holes at most. */
  holes: [number, number][];
  skewSeconds: number | null;
}

/** The same table of handlers for every batch of a process. */
export class DeviceActHandlers {
  readonly schemas: EntrySchemas;
  readonly byKind: ReadonlyMap<string, DeviceActHandler>;

  constructor(handlers: readonly DeviceActHandler[]) {
    this.byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
    this.schemas = entrySchemas(handlers);
  }
}

/** A batch with everything that is to be known for taking it over. */
interface Taking {
  device: SigningDevice;
  batch: ArrivedBatch;
  entries: readonly (ReadEntry | UnreadEntry)[];
  handlers: DeviceActHandlers;
  carefully: boolean;
}

/**
 * A batch and the database wait for each other in turn, statement by statement: two batches for each processor and one more
 * keep both busy. More only stand in each other's way, and when a hundred devices come back together they may not take all
 * connections for themselves.
 */
const pace = { atOnce: Math.min(2 * availableParallelism() + 1, 8), waiting: 250 };

/**
 * Takes over what devices did. The signature of the device is what counts, not a session: after a day without a network
 * there is none. All of a batch is committed together, with a receipt for each act, so it may be sent again whole or in
 * parts until an answer has arrived. What a device signed that may not speak is held for a person's decision.
 */
@Injectable()
export class DeviceIntake {
  private readonly line = new BoundedWork(pace, () => new ServiceBusy());

  constructor(
    private readonly transactions: Transactions,
    private readonly devices: DeviceRegister,
    private readonly sites: SiteRegister,
    private readonly books: DeviceActRepository,
    private readonly keeper: DeviceActKeeper,
    private readonly exceptions: ExceptionDesk,
    private readonly held: HeldBatchKeeper,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * @param deviceClock what the device's clock says at this moment, as far as it was told
   * @throws DeviceNotFound, DeviceSignatureWrong, BatchIsTooLarge, NestedTooDeep, TooMuchIsHeld, and ServiceBusy while too
   *   many wait; then nothing is stored and the device keeps it
   */
  receive(sent: DeviceBatch, handlers: DeviceActHandlers, deviceClock?: Date): Promise<BatchAnswer> {
    return this.line.run(() => this.listen(sent, handlers, deviceClock));
  }

  private async listen(
    sent: DeviceBatch,
    handlers: DeviceActHandlers,
    deviceClock: Date | undefined,
  ): Promise<BatchAnswer> {
    const { signature, ...content } = sent;
    const signed = content.entries.map(signedEntry);
    const list = new CanonicalPart(`[${signed.map((entry) => entry.text).join(',')}]`);
    const text = canonicalText({ ...content, entries: list });
    const hash = sha256('sha256', text, 'base64url');
    const skewSeconds = deviceClock === undefined ? null : (this.clock.now().getTime() - deviceClock.getTime()) / 1_000;
    const batch: ArrivedBatch = { ...content, hash, skewSeconds };
    const take = (carefully: boolean) =>
      this.transactions.run(async (tx) => {
        const device = await this.devices.signing(sent.deviceId, text, signature, tx);
        this.devices.assertOwn(device, sent.certificate);
        const entries = signed.map((entry) => readEntry(entry, handlers.schemas));
        return this.take(tx, { device, batch, entries, handlers, carefully });
      });
    try {
      return await take(false);
    } catch (error) {
      // Something in it cannot be stored. Act by act it shows which, and the others are taken over.
      if (!isQueryFailure(error) || isUnavailable(error)) throw error;
      return take(true);
    }
  }

  /** Takes over what was held of a device, on somebody's word, up to that number of its sequence. */
  async takeOver(
    tx: Tx,
    device: SigningDevice,
    batch: ArrivedBatch,
    through: number | null,
    how: { handlers: DeviceActHandlers; carefully: boolean },
  ): Promise<void> {
    const entries = batch.entries
      .map((entry) => readEntry(signedEntry(entry), how.handlers.schemas))
      .filter(({ seq }) => through === null || (seq > 0 && seq <= through));
    const { settings } = await this.sites.find(device.siteId, tx);
    await this.takeSpoken(tx, { device, batch, entries, ...how }, settings);
  }

  private async take(tx: Tx, taking: Taking & { device: DeviceAtSite }): Promise<BatchAnswer> {
    const { device, batch, entries } = taking;
    const settings = device.siteSettings;
    if (entries.length > settings.batchActsAtMost) throw new BatchIsTooLarge(settings.batchActsAtMost);
    const { state } = device;
    if (state === 'approved') return this.takeSpoken(tx, taking, settings);
    const held = await this.held.hold(tx, { ...device, state }, batch, entries, settings.heldBatchesAtMost);
    return { counter: batch.counter, repeated: 0, holes: [], skewSeconds: batch.skewSeconds, ...held };
  }

  private async takeSpoken(
    tx: Tx,
    { device, batch, entries, handlers, carefully }: Taking,
    settings: SiteSettings,
  ): Promise<BatchAnswer> {
    const { id: deviceId } = device;
    const { bootId, counter, previousHash, hash, skewSeconds } = batch;
    const chained = { deviceId, bootId, counter, hash };
    const stands = await this.books.open(tx, { ...chained, firstHash: thumbprintOf(device) }, entries);
    const { fault, advances } = chainFaultOf(stands, batch, stands.isKnown);
    const isSkewed = skewSeconds !== null && Math.abs(skewSeconds) > settings.deviceClockToleranceMinutes * 60;
    const context = { deviceId, siteId: device.siteId, roundId: device.roundId, lineId: stands.id };
    const kept = await this.keeper.keep(tx, entries, stands.receipts, context, {
      handlers: handlers.byKind,
      shiftSeconds: isSkewed ? skewSeconds : 0,
      carefully,
    });
    const outcomes = kept.receipts.map(({ outcome }) => outcome);
    const booked = { ...chained, lineId: stands.id, previous: previousHash, fault, advances, skewSeconds };
    const holes = await this.books.close(tx, { ...booked, arrived: entries.length }, kept.receipts);
    await this.flag(tx, device, { bootId, counter, before: stands.holes, holes, isSkewed, skewSeconds }, [
      ...kept.raisings,
      ...(fault === null && kept.seqTaken === undefined ? [] : [cloned(device, fault ?? 'seq-taken', counter)]),
    ]);
    const count = (outcome: ActOutcome) => outcomes.filter((one) => one === outcome).length;
    const repeated = entries.length - kept.receipts.length;
    if (!stands.isKnown || kept.receipts.length > 0) {
      const payload = { deviceId, counter, hash, fault, repeated };
      const counts = { accepted: count('accepted'), exceptions: count('exception'), refused: count('refused') };
      await this.journal.record(tx, DeviceBatchReceived, {
        actorId: null,
        siteId: device.siteId,
        subject: `device:${deviceId}`,
        payload: { ...payload, ...counts },
      });
    }
    return { counter, fault, repeated, entries: kept.outcomes, holes, skewSeconds };
  }

  /** Raises what the acts broke, and what is wrong with the device itself: once, until somebody has resolved it. */
  private async flag(
    tx: Tx,
    { id, siteId, roundId }: SigningDevice,
    state: {
      bootId: string;
      counter: number;
      before: [number, number][];
      holes: [number, number][];
      isSkewed: boolean;
      skewSeconds: number | null;
    },
    raisings: readonly Raising[],
  ): Promise<void> {
    const about = { siteId, roundId, deviceId: id };
    const run = `device:${id}/${state.bootId}`;
    const more: Raising[] = [];
    if (state.holes.length > 0) {
      more.push({ ...about, kind: 'sequence-hole', subject: run, details: { holes: state.holes.slice(0, 10) } });
    }
    if (state.isSkewed) {
      const skewSeconds = Math.round(state.skewSeconds ?? 0);
      more.push({ ...about, kind: 'clock-skew', subject: `device:${id}`, details: { skewSeconds } });
    }
    await this.exceptions.raise(tx, [...raisings, ...more]);
    if (state.before.length > 0 && state.holes.length === 0) {
      await this.exceptions.settle(tx, 'sequence-hole', [run], 'the missing acts have arrived');
    }
  }
}

function cloned({ id, siteId, roundId }: SigningDevice, why: string, counter: number): Raising {
  return { kind: 'device-cloned', siteId, roundId, deviceId: id, subject: `device:${id}`, details: { why, counter } };
}

/** The database could not store something of it. */
export function isQueryFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'QueryFailedError';
}
