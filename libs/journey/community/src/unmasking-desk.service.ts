import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { bodyHash, isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { ResidentIsUnknown } from './community.errors.js';
import { ResidentUnmasked, UnmaskingConspicuous } from './community.events.js';
import { ResidentSealer, type ClearPerson } from './resident-sealer.service.js';
import { UnmaskingIdIsTaken, UnmaskingRationIsUsedUp } from './unmasking.errors.js';
import { UnmaskingLimits } from './unmasking-limits.js';
import { UnmaskingRepository } from './unmasking.repository.js';

/** What somebody may need a name or a number in clear for. */
export const unmaskingReasons = [
  'identity-check',
  'contact-resident',
  'home-visit',
  'correction',
  'transfer-of-positive',
  'complaint',
  'emergency',
] as const;
export type UnmaskingReason = (typeof unmaskingReasons)[number];

export const unmaskableFields = ['name', 'document', 'phone'] as const;
export type UnmaskableField = (typeof unmaskableFields)[number];

export interface UnmaskingRequest {
  /** Made by the client (UUIDv7): the same request again answers the same and counts once. */
  readonly id: string;
  readonly reason: UnmaskingReason;
  /** In the words of whoever asks. */
  readonly text: string;
  readonly fields: readonly UnmaskableField[];
}

const hour = 3_600_000;

/**
 * The one way to see somebody's name, document or phone in clear: with a reason, written down before it is answered, and
 * only so often an hour.
 */
@Injectable()
export class UnmaskingDesk {
  constructor(
    private readonly unmaskings: UnmaskingRepository,
    private readonly sealer: ResidentSealer,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly limits: UnmaskingLimits,
  ) {}

  /** @throws ResidentIsUnknown, UnmaskingIdIsTaken, UnmaskingRationIsUsedUp */
  async unmask(residentId: string, request: UnmaskingRequest, accountId: string): Promise<ClearPerson> {
    const sealed = await this.unmaskings.sealed(residentId);
    if (sealed === undefined) throw new ResidentIsUnknown();
    const refusal = await this.transactions
      .run((tx) => this.book(tx, residentId, request, accountId))
      .catch((error: unknown) => {
        if (isConstraint(error, 'unmasking_pkey')) throw new UnmaskingIdIsTaken();
        throw error;
      });
    // Thrown after the commit: that somebody was refused is written down too.
    if (refusal !== undefined) throw refusal;
    const fields = new Set(request.fields);
    return this.sealer.openPerson(residentId, {
      name: fields.has('name') ? sealed.name_sealed : null,
      document: fields.has('document') ? sealed.document_sealed : null,
      phone: fields.has('phone') ? sealed.phone_sealed : null,
    });
  }

  /** Counts and writes down; answers why not, where it may not be. */
  private async book(
    tx: Tx,
    residentId: string,
    { id, reason, text, fields }: UnmaskingRequest,
    accountId: string,
  ): Promise<UnmaskingRationIsUsedUp | undefined> {
    const hash = bodyHash({ residentId, reason, text, fields: [...fields].sort() });
    const { toldUntil } = await this.unmaskings.hold(tx, accountId);
    const earlier = await this.unmaskings.one(tx, id);
    if (earlier !== undefined) {
      if (earlier.account_id !== accountId || !earlier.body_hash.equals(hash)) throw new UnmaskingIdIsTaken();
      return undefined;
    }
    const now = this.clock.now();
    const seen = await this.unmaskings.moments(tx, accountId, new Date(now.getTime() - hour));
    const mayBe = seen.length < this.limits.ration;
    const count = seen.length + (mayBe ? 1 : 0);
    if (count >= this.limits.alarm && now.getTime() >= Number(toldUntil)) {
      await this.unmaskings.tell(tx, accountId, new Date(now.getTime() + hour));
      await this.journal.record(tx, UnmaskingConspicuous, {
        actorId: accountId,
        subject: `account:${accountId}`,
        payload: { accountId, withinAnHour: count, refused: !mayBe },
      });
    }
    if (!mayBe) {
      const [oldest = now] = seen.slice(seen.length - this.limits.ration);
      return new UnmaskingRationIsUsedUp(
        this.limits.ration,
        Math.max(1, Math.ceil((oldest.getTime() + hour - now.getTime()) / 1_000)),
      );
    }
    await this.unmaskings.add(tx, { id, accountId, residentId, reason, note: text, fields, hash, at: now });
    await this.journal.record(tx, ResidentUnmasked, {
      actorId: accountId,
      subject: `resident:${residentId}`,
      payload: { residentId, requestId: id, reason, fields: [...fields] },
    });
    return undefined;
  }
}
