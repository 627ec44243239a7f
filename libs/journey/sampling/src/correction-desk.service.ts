import { Injectable } from '@nestjs/common';
import { bodyHash, decodeMomentCursor, pageOf, Transactions, type Tx } from '#platform/database';
import { DomainError } from '#platform/errors';
import { Journal, type EventDefinition } from '#platform/journal';
import { CorrectionApplier } from './correction-applier.service.js';
import { CorrectionGroundRepository } from './correction-ground.repository.js';
import { CorrectionGrounds, factsOf, sameFacts, type CorrectionGround } from './correction-ground.service.js';
import { ExceptionDesk } from './exception-desk.service.js';
import {
  correctionReasons,
  needsSecondPerson,
  tubesOf,
  type CorrectionAct,
  type CorrectionReason,
} from './correction-rules.js';
import {
  CorrectionRepository,
  type Correction,
  type CorrectionFilter,
  type CorrectionRow,
} from './correction.repository.js';
import {
  AnotherPersonMustApprove,
  CorrectionIdTaken,
  CorrectionIsDecided,
  CorrectionIsOvertaken,
  CorrectionNotFound,
  OnlyThePairMayCorrect,
  OnlyTheAuthorWithdraws,
} from './correction.errors.js';
import { UnknownTube } from './sampling.errors.js';
import { CorrectionApplied, CorrectionProposed, CorrectionRefused, CorrectionWithdrawn } from './correction.events.js';

export interface CorrectionRequest {
  id: string;
  act: CorrectionAct;
  reason: CorrectionReason;
  note?: string | undefined;
  /** The case that ends when this is applied. */
  caseId?: string | undefined;
}

/** Who leads: they correct in any tube of their site, and agree to what others propose. */
const leads: readonly string[] = ['sitelead', 'organiser'];

/** Where it is put right who is in which tube: at once while the tube is open, by two people afterwards. */
@Injectable()
export class CorrectionDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly corrections: CorrectionRepository,
    private readonly grounds: CorrectionGrounds,
    private readonly groundRows: CorrectionGroundRepository,
    private readonly applier: CorrectionApplier,
    private readonly exceptions: ExceptionDesk,
    private readonly journal: Journal,
  ) {}

  /**
   * Proposes a correction, and applies it at once where the tube is open and nobody in it can have an answer. Said
   * again with the same id and content it is the same correction.
   * @throws CorrectionIdTaken, OnlyThePairMayCorrect, and whatever speaks against an act that is applied at once
   */
  async propose(request: CorrectionRequest, authorId: string): Promise<Correction> {
    await this.assertInSight(request.act);
    return this.asHouse((tx) => this.proposeWithin(tx, request, authorId));
  }

  /** The same, in the transaction of what it settles, which has seen to it that the author may see these tubes. */
  async proposeWithin(tx: Tx, request: CorrectionRequest, authorId: string): Promise<Correction> {
    const { id, act, reason, note, caseId } = request;
    const hash = bodyHash({ act, reason, note, caseId, authorId });
    const early = await this.corrections.find(id, tx);
    if (early !== undefined) return sameAgain(early, hash);
    const ground = await this.grounds.hold(tx, act);
    const people = this.grounds.peopleOf(act, ground);
    const { tube, other, barcodes } = ground;
    const closed = await this.groundRows.hasClosedTube(tx, tube.roundId, people);
    const secondPerson = needsSecondPerson(other === undefined ? [tube] : [tube, other], closed);
    if (!secondPerson) await this.assertMayCorrectAlone(tx, ground, authorId);
    const added = await this.corrections.add(tx, {
      id,
      kind: act.kind,
      roundId: tube.roundId,
      siteId: tube.siteId,
      tubes: barcodes,
      residents: people,
      act,
      reason,
      note: note ?? null,
      secondPerson,
      before: factsOf(act, ground),
      caseId: caseId ?? null,
      authorId,
      bodyHash: hash,
    });
    const correction = await this.corrections.lock(tx, id);
    if (correction === undefined) throw new CorrectionNotFound();
    if (!added) return sameAgain(correction, hash);
    if (secondPerson) {
      await this.note(tx, CorrectionProposed, correction, authorId);
      return correction;
    }
    return this.apply(tx, correction, ground, authorId);
  }

  /**
   * The second person agrees, signed in as themselves, and the correction is in effect when this returns. Said again
   * by the same person it is the same answer.
   * @throws AnotherPersonMustApprove, CorrectionIsDecided; CorrectionIsOvertaken and whatever else speaks against it by
   *   now, and then it is refused and nothing of it done
   */
  async approve(id: string, by: string): Promise<Correction> {
    await this.assertInSight((await this.find(id)).act);
    try {
      return await this.asHouse((tx) => this.approveWithin(tx, id, by));
    } catch (error) {
      if (error instanceof DomainError && error.kind !== 'forbidden' && !(error instanceof CorrectionIsDecided)) {
        await this.asHouse((tx) => this.refuseWithin(tx, id, by, error.code));
      }
      throw error;
    }
  }

  /** The second person does not agree. @throws AnotherPersonMustApprove, CorrectionIsDecided */
  async refuse(id: string, because: string, by: string): Promise<Correction> {
    await this.find(id);
    return this.asHouse(async (tx) => {
      const correction = await this.lock(tx, id);
      if (correction.state === 'refused' && correction.refusedBy === by && correction.refusal === because) {
        return correction;
      }
      await this.assertSecondPerson(tx, correction, by);
      const refused = await this.refuseWithin(tx, id, by, because);
      if (refused === undefined) throw new CorrectionIsDecided(correction.state);
      return refused;
    });
  }

  /** Its author takes it back while nobody has decided. @throws OnlyTheAuthorWithdraws, CorrectionIsDecided */
  async withdraw(id: string, by: string): Promise<Correction> {
    await this.find(id);
    return this.asHouse(async (tx) => {
      const correction = await this.lock(tx, id);
      if (correction.authorId !== by) throw new OnlyTheAuthorWithdraws();
      if (correction.state === 'withdrawn') return correction;
      const withdrawn = await this.corrections.withdraw(tx, id);
      if (withdrawn === undefined) throw new CorrectionIsDecided(correction.state);
      await this.note(tx, CorrectionWithdrawn, withdrawn, by);
      return withdrawn;
    });
  }

  /** @throws CorrectionNotFound */
  async find(id: string): Promise<Correction> {
    const correction = await this.corrections.find(id);
    if (correction === undefined) throw new CorrectionNotFound();
    return correction;
  }

  /** The latest first. @throws CursorRefused */
  async list(
    filter: CorrectionFilter,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Correction[]; next: string | null }> {
    const rows = await this.corrections.list(filter, decodeMomentCursor(cursor), limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.proposedAt.toISOString(), last.id]);
    return { items: page, next };
  }

  /** With the eyes of whoever asks: a tube outside their scope does not exist for them. @throws UnknownTube */
  private async assertInSight(act: CorrectionAct): Promise<void> {
    const barcodes = tubesOf(act);
    const seen = new Set(await this.groundRows.inSight(barcodes));
    const unseen = barcodes.find((barcode) => !seen.has(barcode));
    if (unseen !== undefined) throw new UnknownTube(unseen);
  }

  /**
   * With the hands of the house: who was swabbed elsewhere, and where they stand, is out of sight for the person at this
   * site, and still decides what may be done and by how many.
   */
  private asHouse<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transactions.runAs('jobs', work);
  }

  private async approveWithin(tx: Tx, id: string, by: string): Promise<Correction> {
    const correction = await this.lock(tx, id);
    await this.assertSecondPerson(tx, correction, by);
    if (correction.state === 'applied' && correction.approverId === by) return correction;
    if (!(await this.corrections.approve(tx, id, by))) throw new CorrectionIsDecided(correction.state);
    const ground = await this.grounds.hold(tx, correction.act);
    if (!sameFacts(correction.before, factsOf(correction.act, ground))) throw new CorrectionIsOvertaken();
    return this.apply(tx, correction, ground, by);
  }

  private async apply(tx: Tx, correction: CorrectionRow, ground: CorrectionGround, by: string): Promise<Correction> {
    const left = await this.applier.apply(tx, correction.act, ground, by, correction.reason);
    const applied = await this.corrections.applied(tx, correction.id, left);
    if (applied === undefined) throw new CorrectionIsDecided(correction.state);
    if (applied.caseId !== null) {
      const note = applied.note ?? correctionReasons[applied.reason]['zh-CN'];
      await this.exceptions.resolveWithin(tx, applied.caseId, { resolution: 'corrected', note }, by);
    }
    await this.note(tx, CorrectionApplied, applied, by);
    return applied;
  }

  /** Undefined when it had been decided before. */
  private async refuseWithin(tx: Tx, id: string, by: string, refusal: string): Promise<Correction | undefined> {
    const refused = await this.corrections.refuse(tx, id, by, refusal);
    if (refused !== undefined) {
      await this.journal.record(tx, CorrectionRefused, {
        actorId: by,
        siteId: refused.siteId,
        subject: `correction:${id}`,
        payload: { correctionId: id, kind: refused.kind, tubes: refused.tubes, refusal },
      });
    }
    return refused;
  }

  private async lock(tx: Tx, id: string): Promise<CorrectionRow> {
    const correction = await this.corrections.lock(tx, id);
    if (correction === undefined) throw new CorrectionNotFound();
    return correction;
  }

  private async assertSecondPerson(tx: Tx, correction: Correction, by: string): Promise<void> {
    const role = await this.corrections.roleOf(tx, by);
    if (correction.authorId === by || role === undefined || !leads.includes(role)) throw new AnotherPersonMustApprove();
  }

  private async assertMayCorrectAlone(tx: Tx, { tube, other }: CorrectionGround, by: string): Promise<void> {
    const tubes = other === undefined ? [tube] : [tube, other];
    const stranger = tubes.find(({ scannerId, collectorId }) => scannerId !== by && collectorId !== by);
    if (stranger === undefined) return;
    const role = await this.corrections.roleOf(tx, by);
    if (role === undefined || !leads.includes(role)) throw new OnlyThePairMayCorrect(stranger.barcode);
  }

  private async note(
    tx: Tx,
    event: EventDefinition<{ correctionId: string; kind: Correction['kind']; tubes: string[] }>,
    { id, kind, tubes, siteId }: Correction,
    actorId: string,
  ): Promise<void> {
    const payload = { correctionId: id, kind, tubes };
    await this.journal.record(tx, event, { actorId, siteId, subject: `correction:${id}`, payload });
  }
}

function sameAgain(known: CorrectionRow, hash: Buffer): Correction {
  if (!known.bodyHash.equals(hash)) throw new CorrectionIdTaken();
  return known;
}
