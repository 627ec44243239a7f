import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { bodyHash, isConstraint, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { UnmaskingConspicuous } from './community.events.js';
import { UnmaskingIdIsTaken, UnmaskingRationIsUsedUp } from './unmasking.errors.js';
import { UnmaskingLimits } from './unmasking-limits.js';
import { UnmaskingRepository, type Unmaskable } from './unmasking.repository.js';

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

/** Why, and what of it. */
export interface UnmaskingWish {
  /** Made by the client (UUIDv7): the same request again answers the same and counts once. */
  readonly id: string;
  readonly reason: UnmaskingReason;
  /** In the words of whoever asks. */
  readonly text: string;
  readonly fields: readonly string[];
}

const hour = 3_600_000;

/** Counts what each account sees in clear, writes it down before it is seen, and says when it is enough. */
@Injectable()
export class UnmaskingBook {
  constructor(
    private readonly unmaskings: UnmaskingRepository,
    private readonly transactions: Transactions,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly limits: UnmaskingLimits,
  ) {}

  /**
   * Returns when it may be seen and is written down; said again it is counted once.
   * @param write records what is seen, in the same transaction
   * @throws UnmaskingIdIsTaken, UnmaskingRationIsUsedUp
   */
  async allow(
    seen: Unmaskable,
    wish: UnmaskingWish,
    accountId: string,
    write: (tx: Tx) => Promise<void>,
  ): Promise<void> {
    const refusal = await this.transactions
      .run((tx) => this.book(tx, seen, wish, accountId, write))
      .catch((error: unknown) => {
        if (isConstraint(error, 'unmasking_pkey')) throw new UnmaskingIdIsTaken();
        throw error;
      });
    // Thrown after the commit: that somebody was refused is written down too.
    if (refusal !== undefined) throw refusal;
  }

  /** Counts and writes down; answers why not, where it may not be. */
  private async book(
    tx: Tx,
    seen: Unmaskable,
    { id, reason, text, fields }: UnmaskingWish,
    accountId: string,
    write: (tx: Tx) => Promise<void>,
  ): Promise<UnmaskingRationIsUsedUp | undefined> {
    const hash = bodyHash({ ...seen, reason, text, fields: [...fields].sort() });
    const { toldUntil } = await this.unmaskings.hold(tx, accountId);
    const earlier = await this.unmaskings.one(tx, id);
    if (earlier !== undefined) {
      if (earlier.account_id !== accountId || !earlier.body_hash.equals(hash)) throw new UnmaskingIdIsTaken();
      return undefined;
    }
    const now = this.clock.now();
    const moments = await this.unmaskings.moments(tx, accountId, new Date(now.getTime() - hour));
    const mayBe = moments.length < this.limits.ration;
    const count = moments.length + (mayBe ? 1 : 0);
    if (count >= this.limits.alarm && now.getTime() >= Number(toldUntil)) {
      await this.unmaskings.tell(tx, accountId, new Date(now.getTime() + hour));
      await this.journal.record(tx, UnmaskingConspicuous, {
        actorId: accountId,
        subject: `account:${accountId}`,
        payload: { accountId, withinAnHour: count, refused: !mayBe },
      });
    }
    if (!mayBe) {
      const [oldest = now] = moments.slice(moments.length - this.limits.ration);
      return new UnmaskingRationIsUsedUp(
        this.limits.ration,
        Math.max(1, Math.ceil((oldest.getTime() + hour - now.getTime()) / 1_000)),
      );
    }
    await this.unmaskings.add(tx, { id, accountId, seen, reason, note: text, fields, hash, at: now });
    await write(tx);
    return undefined;
  }
}
