import { Injectable } from '@nestjs/common';
import type { ActContext, ActResult, BrokenRule, DeviceAct, DeviceActHandler } from '#journey/site';
import { isUnavailable, type Tx } from '#platform/database';
import { wavesOf } from './act-waves.js';
import { DeviceActRepository, type ActOutcome, type NewReceipt, type ReceiptRow } from './device-act.repository.js';
import type { ReadEntry, UnreadEntry } from './device-entry.js';
import type { Raising } from './exception-desk.service.js';
import { exceptionKinds, type ExceptionKind } from './exception-kinds.js';
import { otherIdOf } from './other-id.js';

type Entry = ReadEntry | UnreadEntry;
type Receipt = Pick<ReceiptRow, 'digest' | 'seq' | 'body' | 'outcome' | 'rules' | 'place' | 'actId'>;

export interface EntryOutcome {
  seq: number;
  id: string | null;
  /** `held`: it lies sealed, somebody decides about it. */
  outcome: ActOutcome | 'held';
  /** The rules that it breaks; each has its exception. */
  rules: string[];
  place: number | null;
}

export interface Kept {
  /** One for each entry, in its order. */
  outcomes: EntryOutcome[];
  /** For those that had not been received before. */
  receipts: NewReceipt[];
  raisings: Raising[];
  /** A number of the sequence that another act has already. */
  seqTaken: number | undefined;
}

/** Gives each act of a batch to the room that keeps it, in the order in which they happened, and each its own outcome. */
@Injectable()
export class DeviceActKeeper {
  constructor(private readonly acts: DeviceActRepository) {}

  /**
   * @param known the receipts that these entries have, or that acts of their ids or numbers have
   * @param how `shiftSeconds` is what is to be added to the device's clock; `carefully` handles each act by itself, so
   *   that one which the database cannot store is refused alone
   */
  async keep(
    tx: Tx,
    entries: readonly Entry[],
    known: readonly ReceiptRow[],
    context: ActContext,
    how: { handlers: ReadonlyMap<string, DeviceActHandler>; shiftSeconds: number; carefully: boolean },
  ): Promise<Kept> {
    const sorted = new Sorting(known, context.lineId);
    for (const entry of entries) sorted.add(entry);
    const results = await this.handle(tx, sorted.fresh, context, how);
    return summary(entries, sorted, results, context);
  }

  /** The results of what is new, under the entry that they are for. */
  private async handle(
    tx: Tx,
    fresh: readonly FreshEntry[],
    context: ActContext,
    how: { handlers: ReadonlyMap<string, DeviceActHandler>; shiftSeconds: number; carefully: boolean },
  ): Promise<Map<FreshEntry, ActResult>> {
    const ordered = fresh.toSorted((a, b) => a.entry.seq - b.entry.seq);
    const steps = ordered.map((one) => ({ one, handler: handlerOf(how.handlers, one.entry.kind) }));
    const waves = how.carefully
      ? steps.map((_, n) => [n])
      : wavesOf(steps.map(({ one, handler }) => ({ phase: handler.phase, things: handler.thingsOf(one.entry.body) })));
    const results = new Map<FreshEntry, ActResult>();
    for (const wave of waves) {
      const inWave = wave.flatMap((n) => steps[n] ?? []);
      const handlers = [...new Set(inWave.map(({ handler }) => handler))].sort((a, b) => a.phase - b.phase);
      for (const handler of handlers) {
        const those = inWave.filter((step) => step.handler === handler).map(({ one }) => one);
        const acts = those.map((one) => actOf(one, how.shiftSeconds));
        const given = how.carefully
          ? await this.alone(tx, handler, acts, context)
          : await handler.handle(tx, acts, context);
        those.forEach((one, n) => results.set(one, given[n] ?? { broken: [] }));
      }
    }
    return results;
  }

  private async alone(
    tx: Tx,
    handler: DeviceActHandler,
    acts: DeviceAct<unknown>[],
    context: ActContext,
  ): Promise<ActResult[]> {
    await this.acts.savepoint(tx);
    try {
      const results = await handler.handle(tx, acts, context);
      await this.acts.release(tx);
      return results;
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await this.acts.rollBack(tx);
      return acts.map(({ body }) => ({
        broken: [
          { rule: notUnderstood, subject: `device:${context.deviceId}`, raw: JSON.stringify(body).slice(0, 4_000) },
        ],
      }));
    }
  }
}

const notUnderstood: ExceptionKind = 'act-not-understood';

interface FreshEntry {
  entry: ReadEntry;
  /** Under which it is stored. */
  storedId: string;
}

/** Tells what is new from what was received before, within the batch as well. */
class Sorting {
  readonly fresh: FreshEntry[] = [];
  readonly unread: UnreadEntry[] = [];
  /** Where the outcome of an entry stands: a receipt there is, or the entry that is new. */
  readonly sameAs = new Map<Entry, Receipt | FreshEntry | UnreadEntry>();
  /** Entries that bring a receipt of their own although the act is known: another number for the same act. */
  readonly renumbered: { entry: ReadEntry; as: Receipt | FreshEntry }[] = [];
  seqTaken: number | undefined;
  private readonly byDigest = new Map<string, Receipt | FreshEntry | UnreadEntry>();
  private readonly byAct = new Map<string, { body: string; as: Receipt | FreshEntry }[]>();
  private readonly takenSeqs = new Map<number, string>();

  constructor(known: readonly ReceiptRow[], lineId: number) {
    for (const receipt of known) {
      if (receipt.lineId === lineId) {
        this.byDigest.set(`${receipt.seq}/${receipt.digest}`, receipt);
        if (receipt.seq > 0) this.takenSeqs.set(receipt.seq, receipt.digest);
      }
      if (receipt.actId !== null) this.noteAct(receipt.actId, receipt.body, receipt);
    }
  }

  add(entry: Entry): void {
    const key = `${entry.seq}/${entry.digest}`;
    const same = this.byDigest.get(key);
    if (same !== undefined) {
      this.sameAs.set(entry, same);
      return;
    }
    if (entry.seq > 0 && (this.takenSeqs.get(entry.seq) ?? entry.digest) !== entry.digest) this.seqTaken = entry.seq;
    this.takenSeqs.set(entry.seq, entry.digest);
    if (!entry.ok) {
      this.unread.push(entry);
      this.byDigest.set(key, entry);
      this.sameAs.set(entry, entry);
      return;
    }
    const acts = this.byAct.get(entry.id) ?? [];
    const twin = acts.find(({ body }) => body === entry.act);
    if (twin !== undefined) {
      this.renumbered.push({ entry, as: twin.as });
      this.byDigest.set(key, twin.as);
      this.sameAs.set(entry, twin.as);
      return;
    }
    const one = { entry, storedId: acts.length === 0 ? entry.id : otherIdOf(entry.id, entry.act) };
    this.fresh.push(one);
    this.noteAct(entry.id, entry.act, one);
    this.byDigest.set(key, one);
    this.sameAs.set(entry, one);
  }

  private noteAct(id: string, body: string, as: Receipt | FreshEntry): void {
    this.byAct.set(id, [...(this.byAct.get(id) ?? []), { body, as }]);
  }
}

function summary(
  entries: readonly Entry[],
  sorted: Sorting,
  results: ReadonlyMap<FreshEntry, ActResult>,
  context: ActContext,
): Kept {
  const raisings: Raising[] = [];
  const receipts = new Map<FreshEntry | UnreadEntry, NewReceipt>();
  for (const one of sorted.fresh) {
    const { entry, storedId } = one;
    const { broken = [], place = null } = results.get(one) ?? {};
    const all: readonly BrokenRule[] =
      storedId === entry.id
        ? broken
        : [...broken, { rule: 'act-id-clash', subject: `act:${entry.id}`, details: { sentId: entry.id } }];
    raisings.push(...all.map((rule) => raisingOf(rule, one, context)));
    const rules = [...new Set(all.map(({ rule }) => kindOf(rule)))].sort();
    const isRefused = rules.includes(notUnderstood);
    const { seq, digest, act, id, kind } = entry;
    const outcome = isRefused ? 'refused' : rules.length > 0 ? 'exception' : 'accepted';
    receipts.set(one, { seq, digest, body: act, actId: isRefused ? null : id, storedId, kind, outcome, rules, place });
  }
  for (const entry of sorted.unread) {
    const { seq, digest, act, fault, raw } = entry;
    const { siteId, roundId, deviceId } = context;
    const about = { siteId, roundId, deviceId, actId: digest, subject: `device:${deviceId}` };
    raisings.push({ ...about, kind: notUnderstood, details: { seq, fault }, raw });
    const none = { actId: null, storedId: null, kind: null, place: null };
    receipts.set(entry, { seq, digest, body: act, ...none, outcome: 'refused', rules: [notUnderstood] });
  }
  const receiptOf = (found: Receipt | FreshEntry | UnreadEntry | undefined): Receipt => {
    const receipt = found !== undefined && 'outcome' in found ? found : found && receipts.get(found);
    if (receipt === undefined) throw new Error('an entry without an outcome');
    return receipt;
  };
  const renumbered = sorted.renumbered.map(({ entry, as }): NewReceipt => {
    const { outcome, rules, place } = receiptOf(as);
    const { seq, digest, act, id, kind } = entry;
    return { seq, digest, body: act, actId: id, storedId: id, kind, outcome, rules, place };
  });
  return {
    outcomes: entries.map((entry) => {
      const { outcome, rules, place } = receiptOf(sorted.sameAs.get(entry));
      return { seq: entry.seq, id: entry.ok ? entry.id : null, outcome, rules, place };
    }),
    receipts: [...receipts.values(), ...renumbered],
    raisings,
    seqTaken: sorted.seqTaken,
  };
}

function raisingOf(broken: BrokenRule, { entry, storedId }: FreshEntry, context: ActContext): Raising {
  const { subject, roundId = context.roundId, details = {}, raw, once = false } = broken;
  return {
    kind: kindOf(broken.rule),
    siteId: context.siteId,
    roundId,
    deviceId: context.deviceId,
    actId: once ? null : storedId,
    subject,
    details: { ...details, seq: entry.seq },
    raw,
    raisedBy: null,
  };
}

function kindOf(rule: string): ExceptionKind {
  return exceptionKinds.find((kind) => kind === rule) ?? 'act-against-rules';
}

function handlerOf(handlers: ReadonlyMap<string, DeviceActHandler>, kind: string): DeviceActHandler {
  const handler = handlers.get(kind);
  if (handler === undefined) throw new Error(`an act of the kind ${kind} was read and nobody keeps it`);
  return handler;
}

function actOf({ entry, storedId }: FreshEntry, shiftSeconds: number): DeviceAct<unknown> {
  const { seq, at, actorId, body } = entry;
  const takenAt = new Date(Date.parse(at) + shiftSeconds * 1_000);
  return { seq, id: storedId, at, takenAt, actorId, body };
}
