import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { bodyHash, Transactions, type Tx } from '#platform/database';
import { Journal } from '#platform/journal';
import { BoxRepository, type BoxRow } from './box.repository.js';
import { stateAfter, type HandoverKind } from './box-states.js';
import { CustodyRepository } from './custody.repository.js';
import { boxHandedOver } from './transport.events.js';
import {
  BoxIsAtAnotherHub,
  BoxIsElsewhere,
  BoxIsForAnotherLab,
  GiverDoesNotHoldBox,
  GiverIsUnknown,
  HandoverAlreadySigned,
  UnknownBox,
} from './transport.errors.js';

interface Handover {
  kind: HandoverKind;
  takenBy: string;
  hubCode?: string;
  plate?: string | undefined;
  labCode?: string;
  /** Fields beyond those above that make it the same act when it is sent again. */
  said?: Record<string, unknown>;
  /** Checks the box and finds who gives it; throws when it may not change hands so. */
  giver(tx: Tx, box: BoxRow): Promise<string | null> | string | null;
}

/** Where a box changes hands. Both sides sign: the caller takes it, `givenBy` gives it. Each step is one leg of custody. */
@Injectable()
export class HandoverDesk {
  constructor(
    private readonly transactions: Transactions,
    private readonly boxes: BoxRepository,
    private readonly custody: CustodyRepository,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** A courier takes a sealed box from its packer. `givenBy` is the user name or the account id of the packer. */
  dispatch(code: string, handover: { givenBy: string; plate?: string | undefined }, courierId: string): Promise<void> {
    return this.handOver(code, {
      kind: 'dispatch',
      takenBy: courierId,
      plate: handover.plate,
      giver: (tx) => this.giverWith(tx, handover.givenBy, 'packer'),
    });
  }

  /** The courier who holds the box leaves it at a hub. */
  arriveAtHub(code: string, hubCode: string, courierId: string): Promise<void> {
    return this.handOver(code, {
      kind: 'hub-arrival',
      takenBy: courierId,
      hubCode,
      giver: (_, box) => {
        if (box.holder_id !== courierId) throw new GiverDoesNotHoldBox(code);
        return courierId;
      },
    });
  }

  /** A courier, the same or another, takes the box on from the hub. */
  departFromHub(code: string, hubCode: string, courierId: string): Promise<void> {
    return this.handOver(code, {
      kind: 'hub-departure',
      takenBy: courierId,
      hubCode,
      giver: (_, box) => {
        if (box.hub_code !== null && box.hub_code !== hubCode) throw new BoxIsAtAnotherHub(code, box.hub_code);
        return null;
      },
    });
  }

  /** A laboratory takes the box from the courier who holds it. */
  receive(code: string, handover: { givenBy: string; labCode: string }, labStaffId: string): Promise<void> {
    return this.handOver(code, {
      kind: 'receipt',
      takenBy: labStaffId,
      labCode: handover.labCode,
      said: { labCode: handover.labCode },
      giver: async (tx, box) => {
        if (box.lab_code !== null && box.lab_code !== handover.labCode)
          throw new BoxIsForAnotherLab(code, box.lab_code);
        const courierId = await this.giverWith(tx, handover.givenBy, 'courier');
        if (box.holder_id !== courierId) throw new GiverDoesNotHoldBox(code);
        return courierId;
      },
    });
  }

  private async giverWith(tx: Tx, named: string, role: 'packer' | 'courier'): Promise<string> {
    const id = await this.custody.accountOf(tx, named, role);
    if (id === undefined) throw new GiverIsUnknown(role);
    return id;
  }

  private async handOver(code: string, handover: Handover): Promise<void> {
    const { kind, takenBy, hubCode = null, plate = null, labCode = null } = handover;
    await this.transactions.run(async (tx) => {
      const box = await this.boxes.lock(tx, code);
      if (box === undefined) throw new UnknownBox(code);
      const earlier = await this.custody.signed(tx, code, kind, hubCode);
      const next = stateAfter(box.state, kind);
      if (earlier === undefined && next === undefined) throw new BoxIsElsewhere(code, box.state, kind);
      // A repeated receipt must name the same giver, but the box is no longer in that giver's hands.
      const before = earlier === undefined ? box : { ...box, holder_id: earlier.given_by, hub_code: earlier.hub_code };
      const givenBy = await handover.giver(tx, before);
      const hash = bodyHash({ kind, takenBy, givenBy, hubCode, plate, ...handover.said });
      if (earlier !== undefined) {
        if (!earlier.body_hash.equals(hash)) throw new HandoverAlreadySigned(code);
        return;
      }
      if (next === undefined) return;
      const at = this.clock.now();
      const leg = box.leg + 1;
      await this.custody.sign(tx, { boxCode: code, leg, kind, givenBy, takenBy, hubCode, plate, at, hash });
      const holderId = next === 'at-hub' ? null : takenBy;
      await this.custody.move(tx, box, {
        state: next,
        holderId,
        hubCode: next === 'at-hub' ? hubCode : null,
        labCode,
        at,
      });
      await this.journal.record(tx, boxHandedOver, {
        actorId: takenBy,
        siteId: box.site_id,
        subject: `box:${code}`,
        payload: { boxCode: code, leg, kind },
      });
    });
  }
}
