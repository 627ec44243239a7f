import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Table } from '../../../day/src/ground.js';
import { Dice } from '../../../day/src/dice.js';
import { inventPerson } from '../../../day/src/people.js';
import type { SeededDice } from '../seeded-dice.js';
import type { Act, Device } from './device.js';
import type { Pda } from './pda.js';
import type { SealedTube } from './road.js';

export interface OfficePlan {
  roundId: string;
  table: Table;
  areaCode: string;
  dice: SeededDice;
  scanner: Device;
  organiser: Device;
  gridworker: Device;
  gridworkerId: string;
  pda: Pda;
  /** The next number of a person whom nobody has listed yet. */
  stranger: () => number;
  /** Whether somebody may still be seen in clear: that is rationed. */
  mayUnmask: () => boolean;
  onSealed: (tube: SealedTube) => void;
}

const nothing = () => ({});
const state = ({ state: told }: { state: string }) => ({ state: told });

/** Everything beside the tables that changes something: offline work, corrections, mergings, cases, readings in clear. */
export class Office {
  private tubes = 0;

  constructor(private readonly plan: OfficePlan) {}

  async keep(isOver: () => boolean, paceMs: number): Promise<void> {
    const turns = [() => this.offline(), () => this.merge(), () => this.settleExceptions(), () => this.unmask()];
    for (let turn = 0; !isOver(); turn += 1) {
      await turns[turn % turns.length]?.();
      await pause(paceMs);
    }
  }

  /** A tube from a device that was away; now and then something is wrong with it and put right by two people. */
  private async offline(): Promise<void> {
    const { pda, onSealed } = this.plan;
    const tube = await pda.bringHome();
    if (tube === undefined) return;
    this.tubes += 1;
    const isFine = this.tubes % 2 === 1 ? await this.reopen(tube) : await this.thinkBetter(tube);
    if (isFine) onSealed(tube);
  }

  /** Sealed too early: proposed by one, agreed to by another, and sealed again. */
  private async reopen({ barcode, members }: SealedTube): Promise<boolean> {
    const { scanner, organiser } = this.plan;
    const id = await this.propose({ kind: 'reopen-tube', tube: barcode, reason: 'sealed-too-early' });
    if (id === undefined) return true;
    const path = `/corrections/${id}/approval`;
    const approved = await this.twice(organiser, {
      op: 'approve',
      key: id,
      method: 'PUT',
      path,
      body: {},
      keep: state,
    });
    const count = members.length;
    if (!approved) return false;
    return this.twice(scanner, {
      op: 'seal',
      key: barcode,
      method: 'PUT',
      path: `/tubes/${barcode}/seal`,
      body: { countedSwabs: count, reason: 'last-in-line' },
      asked: { tube: barcode, countedSwabs: count },
      keep: ({ filled, countedSwabs }) => ({ filled, countedSwabs }),
    });
  }

  /** Proposed, and then refused by the second person or taken back by the first: nothing changes. */
  private async thinkBetter({ barcode, members }: SealedTube): Promise<boolean> {
    const { scanner, organiser, dice } = this.plan;
    const swabId = members[0]?.swabId;
    const id = await this.propose({ kind: 'void', tube: barcode, swabId, reason: 'not-swabbed' });
    if (id === undefined) return true;
    const act = dice.chance(0.5)
      ? { who: organiser, op: 'refuse', path: `/corrections/${id}/refusal`, body: { reason: '核实无误' } }
      : { who: scanner, op: 'withdraw', path: `/corrections/${id}/withdrawal`, body: {} };
    const { who, ...rest } = act;
    return this.twice(who, { key: id, method: 'PUT', keep: state, ...rest });
  }

  private async propose(correction: Record<string, unknown>): Promise<string | undefined> {
    const id = uuidv7();
    const isThere = await this.twice(this.plan.scanner, {
      op: 'propose',
      key: id,
      method: 'POST',
      path: '/corrections',
      body: { id, ...correction },
      keep: ({ kind }) => ({ kind }),
    });
    return isThere ? id : undefined;
  }

  /** Two entries that turn out to be one person. */
  private async merge(): Promise<void> {
    const { organiser, gridworker, roundId, table, dice } = this.plan;
    const first = await this.register();
    const second = await this.register();
    if (first === undefined || second === undefined) return;
    const id = uuidv7();
    const path = `/residents/${first}/merging`;
    const body = { id, into: second, reason: 'same-document' };
    const isThere = await this.twice(gridworker, {
      op: 'propose-merging',
      key: id,
      method: 'POST',
      path,
      body,
      keep: nothing,
    });
    if (isThere) {
      const approval = `/mergings/${id}/approval`;
      await this.twice(organiser, {
        op: 'approve-merging',
        key: id,
        method: 'PUT',
        path: approval,
        body: {},
        keep: state,
      });
    }
    if (dice.chance(0.5)) return;
    const caseId = uuidv7();
    const opening = { id: caseId, kind: 'not-listed', residentId: second, roundId, siteId: table.siteId };
    const isOpen = await this.twice(organiser, {
      op: 'open-case',
      key: caseId,
      method: 'POST',
      path: '/cases',
      body: opening,
      keep: nothing,
    });
    if (!isOpen) return;
    const end = { outcome: 'unfounded', note: '核实未采样' };
    const settling = { op: 'settle-case', key: caseId, method: 'PUT', path: `/cases/${caseId}/resolution`, body: end };
    await this.twice(organiser, { ...settling, keep: nothing });
  }

  private async register(): Promise<string | undefined> {
    const { gridworker, areaCode, stranger } = this.plan;
    const id = uuidv7();
    const { name, idNumber } = inventPerson(new Dice(1), stranger());
    const body = { id, name, document: { kind: 'resident-id', number: idNumber }, areaCode, household: id.slice(-12) };
    const isThere = await this.twice(gridworker, {
      op: 'register',
      key: id,
      method: 'POST',
      path: '/residents',
      body,
      keep: nothing,
    });
    return isThere ? id : undefined;
  }

  private async settleExceptions(): Promise<void> {
    const { organiser } = this.plan;
    const list = await organiser.act({
      op: 'read-exceptions',
      key: this.plan.roundId,
      method: 'GET',
      path: '/exceptions?state=open&kind=act-not-understood',
      asked: {},
      keep: ({ exceptions }: { exceptions: { id: string }[] }) => ({ ids: exceptions.slice(0, 2).map(({ id }) => id) }),
    });
    if (list.kind !== 'ok') return;
    for (const id of list.answer.ids as string[]) {
      const path = `/exceptions/${id}/resolution`;
      const body = { resolution: 'unfounded', note: '设备记录不可读' };
      await this.twice(organiser, {
        op: 'resolve',
        key: id,
        method: 'PUT',
        path,
        body,
        keep: ({ resolution }) => ({ resolution }),
      });
    }
  }

  private async unmask(): Promise<void> {
    const { gridworker, mayUnmask } = this.plan;
    if (!mayUnmask()) return;
    const residentId = await this.register();
    if (residentId === undefined) return;
    const id = uuidv7();
    await this.twice(gridworker, {
      op: 'unmask',
      key: id,
      method: 'POST',
      path: `/residents/${residentId}/unmasking`,
      body: { id, reason: 'identity-check', text: '电话核实', fields: ['name'] },
      asked: { residentId, readerId: this.plan.gridworkerId },
      keep: nothing,
    });
  }

  /** Does it, and now and then once more with the same id. */
  private async twice(who: Device, act: Omit<Act, 'asked'> & Partial<Act>): Promise<boolean> {
    const whole: Act = { asked: {}, ...act };
    const { kind } = await who.act(whole);
    if (kind === 'ok' && this.plan.dice.chance(0.15)) await who.act(whole);
    return kind === 'ok';
  }
}
