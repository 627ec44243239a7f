import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Clock } from '#platform/clock';
import {
  bodyHash,
  decodeIdCursor,
  pageOf,
  isConstraint,
  isOutOfSight,
  Transactions,
  type Tx,
} from '#platform/database';
import { Journal } from '#platform/journal';
import { Vault } from '#platform/vault';
import { AlreadyExempt, ExemptionIdTaken, ExemptionNotFound, ResidentNotFound } from './campaign.errors.js';
import { RoundIsClosed, RoundNotFound } from './campaign.errors.js';
import { ExemptionGranted, ExemptionRevoked } from './campaign.events.js';
import { ExemptionRepository, type ExemptionRow } from './exemption.repository.js';

export interface ExemptionRequest {
  id?: string | undefined;
  residentId: string;
  reason: string;
  note?: string | undefined;
}

export interface Exemption {
  id: string;
  roundId: string;
  residentId: string;
  reason: string;
  note: string | null;
  grantedAt: Date;
  revokedAt: Date | null;
}

/** Where it is written down why somebody need not be sampled in a round. */
@Injectable()
export class ExemptionDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly exemptions: ExemptionRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly vault: Vault,
  ) {}

  /** For a later room that has found out that two entries of the ledger are one person, in its transaction. */
  carry(tx: Tx, from: string, into: string): Promise<void> {
    return this.exemptions.carry(tx, from, into);
  }

  /**
   * One exemption at a time for a resident in a round. The same request under the same id answers the same.
   * @throws RoundNotFound, RoundIsClosed, ResidentNotFound, AlreadyExempt, ExemptionIdTaken
   */
  async grant(roundId: string, request: ExemptionRequest, actorId: string): Promise<Exemption> {
    const { id = uuidv7(), residentId, reason, note } = request;
    const hash = bodyHash({ ...request, id, roundId });
    if (!(await this.exemptions.knowsRound(roundId))) throw new RoundNotFound();
    const noteSealed = note === undefined ? null : await this.sealNote(id, roundId, note);
    const exemption = { id, roundId, residentId, reason, noteSealed, grantedBy: actorId, bodyHash: hash };
    try {
      return await this.transactions.run(async (tx) => {
        const round = await this.exemptions.holdRound(tx, roundId);
        if (round === undefined) throw new RoundNotFound();
        const earlier = await this.exemptions.exemption(id, tx);
        if (earlier !== undefined) return await this.same(earlier, hash);
        if (round.state === 'closed') throw new RoundIsClosed();
        await this.exemptions.add(tx, { ...exemption, grantedAt: this.clock.now() });
        const payload = { roundId, exemptionId: id, residentId };
        await this.journal.record(tx, ExemptionGranted, { actorId, subject: `exemption:${id}`, payload });
        const added = await this.exemptions.exemption(id, tx);
        if (added === undefined) throw new ExemptionNotFound();
        return await this.exemptionOf(added);
      });
    } catch (error) {
      if (isConstraint(error, 'exemption_resident_id_fkey') || isOutOfSight(error)) throw new ResidentNotFound();
      const earlier = await this.exemptions.exemption(id);
      if (isConstraint(error, 'exemption_pkey') && earlier !== undefined) return await this.same(earlier, hash);
      if (!isConstraint(error, 'exemption_current')) throw error;
      if (earlier !== undefined) return await this.same(earlier, hash);
      const current = await this.exemptions.currentOf(roundId, residentId);
      throw new AlreadyExempt(current?.id ?? id);
    }
  }

  /** Takes an exemption back; it stays on record. @throws ExemptionNotFound, RoundIsClosed */
  async revoke(roundId: string, id: string, actorId: string): Promise<Exemption> {
    return this.transactions.run(async (tx) => {
      const round = await this.exemptions.holdRound(tx, roundId);
      const held = await this.exemptions.exemption(id, tx);
      if (round === undefined || held?.round_id !== roundId) throw new ExemptionNotFound();
      if (held.revoked_at !== null) return this.exemptionOf(held);
      if (round.state === 'closed') throw new RoundIsClosed();
      const revoked = await this.exemptions.revoke(tx, id, actorId, this.clock.now());
      if (revoked === undefined) return this.exemptionOf((await this.exemptions.exemption(id, tx)) ?? held);
      const payload = { roundId, exemptionId: id, residentId: held.resident_id };
      await this.journal.record(tx, ExemptionRevoked, { actorId, subject: `exemption:${id}`, payload });
      return this.exemptionOf(revoked);
    });
  }

  /** A page of a round's exemptions, also the revoked ones. @throws CursorRefused */
  async list(
    roundId: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: Exemption[]; next: string | null }> {
    const after = cursor === undefined ? undefined : decodeIdCursor(cursor);
    const rows = await this.exemptions.ofRoundAfter(roundId, after, limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.id]);
    return { items: await Promise.all(page.map((row) => this.exemptionOf(row))), next };
  }

  private async sealNote(id: string, roundId: string, note: string): Promise<Buffer> {
    await this.vault.prepare(`round:${roundId}`);
    return this.vault.seal(note, notePlace(id), `round:${roundId}`);
  }

  private same(row: ExemptionRow, hash: Buffer): Promise<Exemption> {
    if (row.body_hash?.equals(hash) !== true) throw new ExemptionIdTaken();
    return this.exemptionOf(row);
  }

  private async exemptionOf(row: ExemptionRow): Promise<Exemption> {
    await this.vault.recognise([row.note_sealed]);
    return {
      id: row.id,
      roundId: row.round_id,
      residentId: row.resident_id,
      reason: row.reason,
      note: row.note_sealed === null ? row.note : this.vault.open(row.note_sealed, notePlace(row.id)),
      grantedAt: row.granted_at,
      revokedAt: row.revoked_at,
    };
  }
}

const notePlace = (id: string) => ({ table: 'campaign.exemption', column: 'note_sealed', rowId: id });
