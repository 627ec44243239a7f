import { Injectable } from '@nestjs/common';
import { bodyHash, decodeMomentCursor, pageOf, Transactions, type Tx } from '#platform/database';
import { Journal, type EventDefinition } from '#platform/journal';
import { ResidentIsUnknown } from './community.errors.js';
import {
  AnotherPersonMustMerge,
  MergingIdTaken,
  MergingIsDecided,
  MergingIsOpen,
  MergingNotFound,
  OnePersonOnly,
  ResidentWasMerged,
} from './merging.errors.js';
import { MergingProposed, MergingRefused, ResidentsMerged } from './merging.events.js';
import { MergingRepository, type Merging, type MergingRow, type MergingState } from './merging.repository.js';

export interface MergingRequest {
  id: string;
  absorbedId: string;
  survivorId: string;
  reason: string;
  note?: string | undefined;
}

/** Who may agree that two entries are one person. */
const approvers: readonly string[] = ['gridworker', 'organiser'];

/** The ledger's part of finding out that two of its entries are one person: never by itself, always by two people. */
@Injectable()
export class MergingBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly mergings: MergingRepository,
    private readonly journal: Journal,
  ) {}

  /** The same request again is the same merging. @throws OnePersonOnly, ResidentIsUnknown, ResidentWasMerged, MergingIsOpen */
  async propose(request: MergingRequest, authorId: string): Promise<Merging> {
    const { id, absorbedId, survivorId, reason, note = null } = request;
    if (absorbedId === survivorId) throw new OnePersonOnly();
    const hash = bodyHash({ absorbedId, survivorId, reason, note, authorId });
    await this.assertInSight(absorbedId, survivorId);
    return this.transactions.runAs('jobs', async (tx) => {
      const known = await this.mergings.find(id, tx);
      if (known !== undefined) return sameAgain(known, hash);
      await this.assertMergeable(tx, absorbedId, survivorId);
      const added = await this.mergings.add(tx, { id, absorbedId, survivorId, reason, note, authorId, bodyHash: hash });
      if (added === undefined) {
        const meanwhile = await this.mergings.find(id, tx);
        if (meanwhile === undefined) throw new MergingIsOpen();
        return sameAgain(meanwhile, hash);
      }
      await this.note(tx, MergingProposed, added, authorId);
      return added;
    });
  }

  /**
   * For the room that carries everything over, in its transaction: locks the merging and both entries.
   * @returns whether it is still to be done; not when this person has approved it before
   * @throws MergingNotFound, AnotherPersonMustMerge, MergingIsDecided, ResidentWasMerged
   */
  async hold(tx: Tx, id: string, by: string): Promise<{ merging: Merging; toDo: boolean }> {
    const merging = await this.mergings.lock(tx, id);
    if (merging === undefined) throw new MergingNotFound();
    const role = await this.mergings.roleOf(tx, by);
    if (merging.authorId === by || role === undefined || !approvers.includes(role)) throw new AnotherPersonMustMerge();
    if (merging.state === 'applied' && merging.approverId === by) return { merging, toDo: false };
    if (merging.state !== 'proposed') throw new MergingIsDecided();
    await this.assertMergeable(tx, merging.absorbedId, merging.survivorId);
    return { merging, toDo: true };
  }

  /** The absorbed entry becomes a redirect. */
  async complete(tx: Tx, merging: Merging, by: string, rounds: readonly string[]): Promise<Merging> {
    await this.mergings.redirect(tx, merging.absorbedId, merging.survivorId);
    const applied = await this.mergings.applied(tx, merging.id, by, rounds);
    if (applied === undefined) throw new MergingIsDecided();
    await this.note(tx, ResidentsMerged, applied, by);
    return applied;
  }

  /** The second person does not agree, or it cannot be done. @throws MergingNotFound, AnotherPersonMustMerge, MergingIsDecided */
  async refuse(id: string, refusal: string, by: string): Promise<Merging> {
    await this.find(id);
    return this.transactions.runAs('jobs', async (tx) => {
      const merging = await this.mergings.lock(tx, id);
      if (merging?.state === 'refused' && merging.refusedBy === by && merging.refusal === refusal) return merging;
      await this.hold(tx, id, by);
      const refused = await this.mergings.refuse(tx, id, by, refusal);
      if (refused === undefined) throw new MergingIsDecided();
      const { absorbedId, survivorId } = refused;
      await this.journal.record(tx, MergingRefused, {
        actorId: by,
        subject: `resident:${absorbedId}`,
        payload: { mergingId: id, absorbedId, survivorId, refusal },
      });
      return refused;
    });
  }

  /** One that whoever asks may decide: both entries are within their scope. @throws MergingNotFound, ResidentIsUnknown */
  async find(id: string): Promise<Merging> {
    const merging = await this.mergings.find(id);
    if (merging === undefined) throw new MergingNotFound();
    await this.assertInSight(merging.absorbedId, merging.survivorId);
    return merging;
  }

  /** The latest first. @throws CursorRefused */
  async list(
    state: MergingState | undefined,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Merging[]; next: string | null }> {
    const rows = await this.mergings.list(state, decodeMomentCursor(cursor), limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.proposedAt.toISOString(), last.id]);
    return { items: page, next };
  }

  /** Who an entry stands for that was absorbed; undefined for every other. */
  survivorOf(by: { id: string } | { documentIndex: Buffer }): Promise<string | undefined> {
    return this.mergings.survivorOf(by);
  }

  private async assertInSight(...ids: string[]): Promise<void> {
    if ((await this.mergings.inSight(ids)) < ids.length) throw new ResidentIsUnknown();
  }

  private async assertMergeable(tx: Tx, absorbedId: string, survivorId: string): Promise<void> {
    const pair = await this.mergings.lockPair(tx, [absorbedId, survivorId]);
    if (pair.length < 2) throw new ResidentIsUnknown();
    for (const { mergedInto } of pair) if (mergedInto !== null) throw new ResidentWasMerged(mergedInto);
  }

  private async note(
    tx: Tx,
    event: EventDefinition<{ mergingId: string; absorbedId: string; survivorId: string }>,
    { id, absorbedId, survivorId }: Merging,
    actorId: string,
  ): Promise<void> {
    const payload = { mergingId: id, absorbedId, survivorId };
    await this.journal.record(tx, event, { actorId, subject: `resident:${absorbedId}`, payload });
  }
}

function sameAgain(known: MergingRow, hash: Buffer): Merging {
  if (!known.bodyHash.equals(hash)) throw new MergingIdTaken();
  return known;
}
