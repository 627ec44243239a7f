import { Injectable } from '@nestjs/common';
import { bodyHash, decodeMomentCursor, pageOf, Transactions, type Tx } from '#platform/database';
import { Journal, type EventDefinition } from '#platform/journal';
import { AmendmentApplier } from './amendment-applier.service.js';
import {
  AmendmentIdTaken,
  AmendmentIsDecided,
  AmendmentIsOpen,
  AmendmentNotFound,
  AnotherPersonMustAmend,
  OnlyItsAuthorWithdraws,
} from './amendment.errors.js';
import { AmendmentRepository, type Amendment, type AmendmentRow, type AmendmentState } from './amendment.repository.js';
import { AnswerRepository } from './answer.repository.js';
import type { AmendableStatus } from './gate.js';
import { AnswerHasMovedOn, AnswerUnknown } from './results.errors.js';
import { amendmentProposed, amendmentRefused, amendmentWithdrawn, answerAmended } from './results.events.js';

export interface AmendmentRequest {
  id: string;
  roundId: string;
  residentId: string;
  status: AmendableStatus;
  reason: string;
  /** The version that was looked at; when given, another one must not have come in between. */
  version?: number | undefined;
}

/**
 * Puts a published answer right by hand: a new version with a reason and two people behind it, each signed in as
 * themselves. Nothing else may.
 */
@Injectable()
export class AmendmentDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly amendments: AmendmentRepository,
    private readonly answers: AnswerRepository,
    private readonly applier: AmendmentApplier,
    private readonly journal: Journal,
  ) {}

  /**
   * Says what the answer should be; it stays as it is until somebody else agrees. The same request again is the same.
   * @throws AnswerUnknown, AnswerHasMovedOn, AmendmentIdTaken, AmendmentIsOpen
   */
  async propose(request: AmendmentRequest, authorId: string): Promise<Amendment> {
    const { id, roundId, residentId, status, reason } = request;
    const hash = bodyHash({ ...request, authorId });
    return this.transactions.run(async (tx) => {
      const known = await this.amendments.find(id, tx);
      if (known !== undefined) return sameAgain(known, hash);
      const version = await this.standingVersion(tx, roundId, residentId);
      if (request.version !== undefined && request.version !== version) throw new AnswerHasMovedOn(version);
      const row = { id, roundId, residentId, status, reason, version, authorId, bodyHash: hash };
      const added = await this.amendments.add(tx, row);
      if (added === undefined) {
        const meanwhile = await this.amendments.find(id, tx);
        if (meanwhile === undefined) throw new AmendmentIsOpen();
        return sameAgain(meanwhile, hash);
      }
      await this.note(tx, amendmentProposed, added, authorId);
      return added;
    });
  }

  /**
   * The second person agrees, and the new version is published when this returns. Said again by the same person it is
   * the same answer.
   * @throws AmendmentNotFound, AnotherPersonMustAmend, AmendmentIsDecided; AnswerHasMovedOn or AnswerUnknown when the
   *   answer is another one by now, and then it is refused
   */
  async approve(id: string, by: string): Promise<Amendment> {
    await this.find(id);
    try {
      return await this.transactions.run((tx) => this.approveWithin(tx, id, by));
    } catch (error) {
      if (error instanceof AnswerHasMovedOn || error instanceof AnswerUnknown) {
        await this.transactions.run((tx) => this.refuseWithin(tx, id, by, error.code));
      }
      throw error;
    }
  }

  /** The second person does not agree. @throws AmendmentNotFound, AnotherPersonMustAmend, AmendmentIsDecided */
  async refuse(id: string, because: string, by: string): Promise<Amendment> {
    return this.transactions.run(async (tx) => {
      const amendment = await this.lock(tx, id);
      await this.assertSecondPerson(tx, amendment, by);
      if (amendment.state === 'refused' && amendment.refusedBy === by && amendment.refusal === because)
        return amendment;
      const refused = await this.refuseWithin(tx, id, by, because);
      if (refused === undefined) throw new AmendmentIsDecided(amendment.state);
      return refused;
    });
  }

  /** Its author takes it back while nobody has decided. @throws AmendmentNotFound, OnlyItsAuthorWithdraws, AmendmentIsDecided */
  async withdraw(id: string, by: string): Promise<Amendment> {
    return this.transactions.run(async (tx) => {
      const amendment = await this.lock(tx, id);
      if (amendment.authorId !== by) throw new OnlyItsAuthorWithdraws();
      if (amendment.state === 'withdrawn') return amendment;
      const withdrawn = await this.amendments.withdraw(tx, id);
      if (withdrawn === undefined) throw new AmendmentIsDecided(amendment.state);
      await this.note(tx, amendmentWithdrawn, withdrawn, by);
      return withdrawn;
    });
  }

  /** @throws AmendmentNotFound */
  async find(id: string): Promise<Amendment> {
    const amendment = await this.amendments.find(id);
    if (amendment === undefined) throw new AmendmentNotFound();
    return amendment;
  }

  /** The latest first. @throws CursorRefused */
  async list(
    filter: { roundId?: string | undefined; state?: AmendmentState | undefined },
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Amendment[]; next: string | null }> {
    const rows = await this.amendments.list(filter, decodeMomentCursor(cursor), limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.proposedAt.toISOString(), last.id]);
    return { items: page, next };
  }

  private async approveWithin(tx: Tx, id: string, by: string): Promise<Amendment> {
    const amendment = await this.lock(tx, id);
    await this.assertSecondPerson(tx, amendment, by);
    if (amendment.state === 'applied' && amendment.approverId === by) return amendment;
    if (amendment.state !== 'proposed') throw new AmendmentIsDecided(amendment.state);
    const standing = await this.standingVersion(tx, amendment.roundId, amendment.residentId);
    if (standing !== amendment.version) throw new AnswerHasMovedOn(standing);
    const version = await this.applier.apply(tx, amendment, by);
    const applied = await this.amendments.applied(tx, id, by, version);
    if (applied === undefined) throw new AmendmentIsDecided(amendment.state);
    const { roundId, residentId, status, authorId } = applied;
    await this.journal.record(tx, answerAmended, {
      actorId: by,
      subject: `answer:${roundId}:${residentId}`,
      payload: { amendmentId: id, roundId, residentId, version, status, authorId, approvedBy: by },
    });
    return applied;
  }

  /** Undefined when it had been decided before. */
  private async refuseWithin(tx: Tx, id: string, by: string, refusal: string): Promise<Amendment | undefined> {
    const refused = await this.amendments.refuse(tx, id, by, refusal);
    if (refused !== undefined) await this.note(tx, amendmentRefused, refused, by);
    return refused;
  }

  /** Of the answer that stands, with the person's dossier locked. @throws AnswerUnknown */
  private async standingVersion(tx: Tx, roundId: string, residentId: string): Promise<number> {
    const standing = await this.answers.lockCurrent(tx, roundId, residentId);
    if (standing === undefined || standing.status === 'withdrawn') throw new AnswerUnknown();
    return standing.version;
  }

  private async lock(tx: Tx, id: string): Promise<AmendmentRow> {
    const amendment = await this.amendments.lock(tx, id);
    if (amendment === undefined) throw new AmendmentNotFound();
    return amendment;
  }

  private async assertSecondPerson(tx: Tx, { authorId }: Amendment, by: string): Promise<void> {
    if (authorId === by || !(await this.answers.mayApprove(tx, by))) throw new AnotherPersonMustAmend();
  }

  private async note(
    tx: Tx,
    event: EventDefinition<{ amendmentId: string; roundId: string; residentId: string; status: string }>,
    { id, roundId, residentId, status }: Amendment,
    actorId: string,
  ): Promise<void> {
    const payload = { amendmentId: id, roundId, residentId, status };
    await this.journal.record(tx, event, { actorId, subject: `answer:${roundId}:${residentId}`, payload });
  }
}

function sameAgain(known: AmendmentRow, hash: Buffer): Amendment {
  if (!known.bodyHash.equals(hash)) throw new AmendmentIdTaken();
  return known;
}
