import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Table } from '../../../day/src/ground.js';
import type { Person } from '../../../day/src/people.js';
import type { SeededDice } from '../seeded-dice.js';
import type { Act, Device, Outcome } from './device.js';
import type { SealedTube } from './road.js';

export interface TableWork {
  roundId: string;
  tag: string;
  table: Table;
  dice: SeededDice;
  /** Milliseconds between two people. */
  paceMs: number;
  /** The next one in line; undefined when nobody comes any more. */
  next: () => Person | undefined;
  onSealed: (tube: SealedTube) => void;
  barcode: () => string;
}

export interface Member {
  swabId: string;
  residentId: string;
}

const swabAnswer = ({ tube, place, capacity }: Record<string, unknown>) => ({ tube, place, capacity });
const tubeAnswer = ({ barcode, roundId, stationId, poolClass, capacity }: Record<string, unknown>) => ({
  barcode,
  roundId,
  stationId,
  poolClass,
  capacity,
});

/** A pair at a table: one tube after the other, with the mistakes that people and devices make. */
export class TableHand {
  constructor(
    private readonly device: Device,
    private readonly work: TableWork,
  ) {}

  /** Works until nobody comes any more; what it began it finishes. */
  async keep(): Promise<void> {
    for (let person = this.work.next(); person !== undefined; person = this.work.next()) {
      if (!(await this.fillTube('10', 10, person))) return;
    }
  }

  /** A tube for one person alone, who was called back. */
  async single(person: Person): Promise<boolean> {
    return this.fillTube('single', 1, person);
  }

  /** @returns false when the device had to give up: whoever sits there goes on paper then */
  private async fillTube(poolClass: SealedTube['poolClass'], capacity: number, first: Person): Promise<boolean> {
    const barcode = this.work.barcode();
    const { roundId, table, dice, next, paceMs } = this.work;
    const body = { barcode, roundId, stationId: table.stationId, poolClass };
    const opened = await this.device.act({
      op: 'open-tube',
      key: barcode,
      method: 'POST',
      path: '/tubes',
      body,
      asked: body,
      keep: tubeAnswer,
    });
    if (opened.kind !== 'ok') return false;
    let filled = 0;
    const members: Member[] = [];
    for (let person: Person | undefined = first; person !== undefined;) {
      const swab = this.swabOf(barcode, person);
      const outcome = await this.send(swab);
      if (outcome.kind === 'unknown') return false;
      if (outcome.kind === 'ok') {
        filled += 1;
        const isLast = filled === capacity;
        if (!isLast && dice.chance(0.03) && (await this.withdraw(barcode, swab.key))) continue;
        members.push({ swabId: swab.key, residentId: person.id });
        await this.mistakes(barcode, person, swab, isLast);
      }
      if (filled === capacity) break;
      if (paceMs > 0) await pause(paceMs);
      person = next();
    }
    return this.seal(barcode, filled, capacity, poolClass, members);
  }

  private swabOf(barcode: string, person: Person, id = uuidv7()): Act {
    return {
      op: 'swab',
      key: id,
      method: 'POST',
      path: `/tubes/${barcode}/swabs`,
      body: { id, resident: { id: person.id }, scannedAt: this.device.now() },
      asked: { tube: barcode, resident: person.id, roundId: this.work.roundId },
      keep: swabAnswer,
    };
  }

  /** Sends a swab; now and then twice at once. */
  private async send(swab: Act): Promise<Outcome> {
    if (!this.work.dice.chance(0.04)) return this.device.act(swab);
    const [first, second] = await Promise.all([this.device.act(swab), this.device.act(swab)]);
    return first.kind === 'ok' ? first : second;
  }

  /** What happens at a table besides: sent again later, another act under the same id, the same person once more. */
  private async mistakes(barcode: string, person: Person, swab: Act, isFull: boolean): Promise<void> {
    const { dice } = this.work;
    if (dice.chance(0.04)) await this.device.act(swab);
    if (dice.chance(0.02)) {
      const other = { ...(swab.body as object), scannedAt: new Date(0).toISOString() };
      await this.device.act({ ...swab, op: 'swab-other-body', body: other });
    }
    if (dice.chance(0.02)) await this.device.act({ ...this.swabOf(barcode, person), op: 'swab-same-person' });
    if (isFull && dice.chance(0.2)) await this.device.act({ ...this.swabOf(barcode, person), op: 'swab-into-full' });
  }

  private async withdraw(barcode: string, swabId: string): Promise<boolean> {
    const { kind } = await this.device.act({
      op: 'void',
      key: swabId,
      method: 'PUT',
      path: `/tubes/${barcode}/swabs/${swabId}/void`,
      body: { reason: '扫错' },
      asked: { tube: barcode },
      keep: ({ swabId: id, place, voidedAt }) => ({ id, place, voidedAt }),
    });
    return kind === 'ok';
  }

  private async seal(
    barcode: string,
    filled: number,
    capacity: number,
    poolClass: SealedTube['poolClass'],
    members: Member[],
  ): Promise<boolean> {
    if (filled === 0) return true;
    const body = { countedSwabs: filled, ...(filled === capacity ? {} : { reason: 'last-in-line' }) };
    const seal: Act = {
      op: 'seal',
      key: barcode,
      method: 'PUT',
      path: `/tubes/${barcode}/seal`,
      body,
      asked: body,
      keep: (tube) => ({ filled: tube.filled, countedSwabs: tube.countedSwabs, sealedAt: tube.sealedAt }),
    };
    const { kind } = await this.device.act(seal);
    if (kind !== 'ok') return false;
    if (this.work.dice.chance(0.1)) await this.device.act(seal);
    const late = members[0];
    if (late !== undefined && this.work.dice.chance(0.1)) {
      await this.device.act({ ...this.swabOf(barcode, { id: late.residentId } as Person), op: 'swab-into-sealed' });
    }
    this.work.onSealed({ barcode, siteId: this.work.table.siteId, poolClass, members });
    return true;
  }
}
