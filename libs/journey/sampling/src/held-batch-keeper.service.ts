import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { thumbprintOf, type SigningDevice } from '#journey/site';
import type { Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { chainFaultOf, type ChainFault } from './batch-chain.js';
import type { EntryOutcome } from './device-act-keeper.service.js';
import { DeviceActRepository, type Line, type ReceiptRow } from './device-act.repository.js';
import type { ReadEntry, UnreadEntry } from './device-entry.js';
import { ExceptionDesk, type Raising } from './exception-desk.service.js';
import { TooMuchIsHeld } from './held-batch.errors.js';
import { HeldBatchRepository, type HeldSummary } from './held-batch.repository.js';
import type { HeldBecause } from './held-states.js';
import { BatchHeld } from './offline.events.js';

/** A batch that arrived, genuinely signed, and what was found out about it on the way in. */
export interface ArrivedBatch {
  bootId: string;
  counter: number;
  previousHash: string;
  hash: string;
  skewSeconds: number | null;
  entries: unknown[];
}

const actsPlace = (id: string) => ({ table: 'sampling.held_batch', column: 'acts_sealed', rowId: id });

/** Keeps what a device brings that may not speak, whole and sealed, and sees to it that somebody decides about it. */
@Injectable()
export class HeldBatchKeeper {
  constructor(
    private readonly held: HeldBatchRepository,
    private readonly books: DeviceActRepository,
    private readonly exceptions: ExceptionDesk,
    private readonly journal: Journal,
    private readonly vault: Vault,
  ) {}

  /**
   * Holds a batch. It counts in the device's chain, so a copy of the device shows; its acts count nowhere until they
   * are taken over. The same batch again is held once, and answers what has become of it by now.
   * @param most undecided batches of one device: nobody fills the house with what nobody vouches for
   * @throws TooMuchIsHeld
   */
  async hold(
    tx: Tx,
    device: SigningDevice & { state: HeldBecause },
    batch: ArrivedBatch,
    read: readonly (ReadEntry | UnreadEntry)[],
    most: number,
  ): Promise<{ fault: ChainFault | null; entries: EntryOutcome[] }> {
    const { bootId, counter, hash } = batch;
    const chained = { deviceId: device.id, bootId, counter, hash };
    const stands = await this.books.open(tx, { ...chained, firstHash: thumbprintOf(device) }, read);
    const entries = whatBecameOf(stands, read);
    // One that was taken over before the device lost its voice is not held a second time.
    if (stands.isKnown || (await this.held.same(tx, device.id, counter, hash)) !== undefined) {
      return { fault: null, entries };
    }
    if ((await this.held.undecided(tx, device.id)) >= most) throw new TooMuchIsHeld(most);
    const { fault, advances } = chainFaultOf(stands, batch, stands.isKnown);
    const { previousHash: previous, skewSeconds } = batch;
    const booked = { ...chained, lineId: stands.id, previous, fault, advances, skewSeconds, arrived: 0 };
    await this.books.close(tx, booked, []);
    const id = uuidv7();
    const seqs = read.map(({ seq }) => seq).filter((seq) => seq > 0);
    const times = read.flatMap((entry) => (entry.ok ? [Date.parse(entry.at)] : []));
    await this.held.add(tx, {
      ...{ id, deviceId: device.id, siteId: device.siteId, bootId, counter, hash, skewSeconds, why: device.state },
      acts: read.length,
      firstSeq: seqs.length === 0 ? null : Math.min(...seqs),
      lastSeq: seqs.length === 0 ? null : Math.max(...seqs),
      firstAt: times.length === 0 ? null : new Date(Math.min(...times)),
      lastAt: times.length === 0 ? null : new Date(Math.max(...times)),
      summary: summaryOf(read),
      actsSealed: this.vault.seal(JSON.stringify(batch.entries), actsPlace(id)),
    });
    await this.journal.record(tx, BatchHeld, {
      actorId: null,
      siteId: device.siteId,
      subject: `device:${device.id}`,
      payload: { heldId: id, deviceId: device.id, counter, hash, why: device.state, acts: read.length },
    });
    await this.exceptions.raise(tx, raisingsOf(device, counter, fault));
    return { fault, entries };
  }

  /** The acts of a held batch as they were sent. */
  async actsOf(tx: Tx, id: string): Promise<unknown[]> {
    const sealed = await this.held.actsOf(tx, id);
    if (sealed === undefined) return [];
    return JSON.parse(this.vault.open(sealed, actsPlace(id))) as unknown[];
  }
}

const heldOutcome = { outcome: 'held', rules: ['batch-held'], place: null } satisfies Partial<EntryOutcome>;

/** The receipt of each act that was taken over, in this batch or another one; the others are held. */
function whatBecameOf({ id, receipts }: Line, read: readonly (ReadEntry | UnreadEntry)[]): EntryOutcome[] {
  return read.map((entry) => {
    const { outcome, rules, place } = receipts.find((one) => isReceiptOf(one, entry, id)) ?? heldOutcome;
    return { seq: entry.seq, id: entry.ok ? entry.id : null, outcome, rules, place };
  });
}

function isReceiptOf(receipt: ReceiptRow, entry: ReadEntry | UnreadEntry, lineId: number): boolean {
  if (entry.ok && receipt.actId === entry.id && receipt.body === entry.act) return true;
  return receipt.lineId === lineId && receipt.seq === entry.seq && receipt.digest === entry.digest;
}

function summaryOf(read: readonly (ReadEntry | UnreadEntry)[]): HeldSummary {
  const kinds: Record<string, number> = {};
  const tubes = new Set<string>();
  const actors = new Set<string>();
  for (const entry of read) {
    const kind = entry.ok ? entry.kind : 'not-understood';
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (!entry.ok) continue;
    actors.add(entry.actorId);
    if (typeof entry.body.tube === 'string') tubes.add(entry.body.tube);
  }
  return { kinds, tubes: [...tubes].sort(), actors: [...actors].sort() };
}

function raisingsOf(
  { id, siteId, roundId, state }: SigningDevice,
  counter: number,
  fault: ChainFault | null,
): Raising[] {
  const about = { siteId, roundId, deviceId: id, subject: `device:${id}` };
  return [
    { ...about, kind: 'batch-held', details: { why: state, counter } },
    ...(fault === null ? [] : [{ ...about, kind: 'device-cloned', details: { why: fault, counter } } as const]),
  ];
}
