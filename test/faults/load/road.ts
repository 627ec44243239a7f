import { createHash } from 'node:crypto';
import type { SeededDice } from '../seeded-dice.js';
import type { Act, Device } from './device.js';
import type { Member } from './table.js';

export type TubeOutcome = 'negative' | 'positive' | 'inconclusive' | 'invalid';

export interface SealedTube {
  barcode: string;
  siteId: string;
  poolClass: '10' | 'single';
  members: Member[];
}

/** A file as the laboratory sent it: what it says is the truth about these tubes. */
export interface LabFile {
  sha256: string;
  text: string;
  rows: { barcode: string; outcome: TubeOutcome }[];
  /** Whether the laboratory heard that it was taken. */
  acknowledged: boolean;
}

export interface RoadPlan {
  tag: string;
  roundId: string;
  dice: SeededDice;
  packer: Device;
  courier: Device;
  lab: Device;
  /** Signs for what the laboratory says is positive. */
  labReviewer: Device;
  packerName: string;
  courierName: string;
  tubesInBox: number;
  outcomeOf: (tube: SealedTube) => TubeOutcome;
  /** Files are held back until `release`: to be sent in another order. */
  holdFiles?: boolean;
}

const boxAnswer = ({ code }: Record<string, unknown>) => ({ code });

/** From the packing table to the laboratory's report, box by box, as devices do it. */
export class Road {
  readonly files: LabFile[] = [];
  /** Tubes that came to the laboratory. */
  readonly carried: SealedTube[] = [];
  private readonly tables = new Map<string, SealedTube[]>();
  private boxes = 0;
  private moving: Promise<void> = Promise.resolve();

  constructor(private readonly plan: RoadPlan) {}

  put(tube: SealedTube): void {
    const table = this.tables.get(tube.siteId) ?? [];
    this.tables.set(tube.siteId, table);
    table.push(tube);
    if (table.length >= this.plan.tubesInBox) this.leave(table.splice(0));
  }

  /** Sends what still lies on the tables and waits until everything has arrived. */
  async finish(): Promise<void> {
    for (const table of this.tables.values()) if (table.length > 0) this.leave(table.splice(0));
    await this.moving;
  }

  /** Hands a file in; again and again until somebody answers. */
  async handIn(file: LabFile): Promise<void> {
    if (file.rows.some(({ outcome }) => outcome === 'positive')) {
      await this.plan.labReviewer.act({
        op: 'review-report',
        key: file.sha256,
        method: 'PUT',
        path: `/lab/report-reviews/${file.sha256}`,
        body: {},
        asked: {},
        keep: ({ sha256 }) => ({ sha256 }),
      });
    }
    const { kind } = await this.plan.lab.act({
      op: 'report',
      key: file.sha256,
      method: 'POST',
      path: '/lab/reports',
      body: file.text,
      contentType: 'application/x-ndjson',
      asked: { rows: file.rows.length },
      keep: ({ id }) => ({ id }),
    });
    if (kind === 'ok') file.acknowledged = true;
  }

  private leave(tubes: SealedTube[]): void {
    this.boxes += 1;
    const code = `F${this.plan.tag}-${this.boxes}`;
    this.moving = this.moving.then(() => this.carry(code, tubes));
  }

  private async carry(code: string, tubes: SealedTube[]): Promise<void> {
    const { packer, courier, lab, packerName, courierName, dice } = this.plan;
    const barcodes = tubes.map(({ barcode }) => barcode);
    const siteId = tubes[0]?.siteId;
    const step = async (who: Device, act: Omit<Act, 'key' | 'keep' | 'asked'> & Partial<Act>): Promise<boolean> => {
      const whole: Act = { key: code, keep: boxAnswer, asked: { barcodes }, ...act };
      const { kind } = await who.act(whole);
      if (kind === 'ok' && dice.chance(0.1)) await who.act(whole);
      return kind === 'ok';
    };
    const box = `/boxes/${code}`;
    const arrived =
      (await step(packer, {
        op: 'open-box',
        method: 'POST',
        path: '/boxes',
        body: { code, siteId, labCode: 'LAB-1' },
      })) &&
      (await step(packer, { op: 'pack', method: 'POST', path: `${box}/tubes`, body: { barcodes } })) &&
      (await step(packer, {
        op: 'seal-box',
        method: 'PUT',
        path: `${box}/seal`,
        body: { countedTubes: tubes.length },
      })) &&
      (await step(courier, {
        op: 'dispatch',
        method: 'PUT',
        path: `${box}/dispatch`,
        body: { givenBy: packerName, plate: '鲁H00000' },
      })) &&
      (await step(lab, { op: 'receive', method: 'PUT', path: `${box}/receipt`, body: { givenBy: courierName } })) &&
      (await step(lab, {
        op: 'receipt',
        method: 'POST',
        path: '/lab/receipts',
        body: { boxCode: code, accepted: barcodes, rejected: [] },
        keep: ({ accepted, rejected }) => ({ accepted, rejected }),
      }));
    if (!arrived) return;
    this.carried.push(...tubes);
    const file = this.fileOf(code, tubes);
    this.files.push(file);
    if (this.plan.holdFiles) return;
    await this.handIn(file);
    if (dice.chance(0.3)) await this.handIn(file);
  }

  private fileOf(code: string, tubes: SealedTube[]): LabFile {
    const rows = tubes.map((tube) => ({ barcode: tube.barcode, outcome: this.plan.outcomeOf(tube) }));
    return writeFile(`${code}.ndjson`, rows);
  }
}

/** @returns the file with its header, one line a tube */
function writeFile(name: string, rows: LabFile['rows']): LabFile {
  const testedAt = new Date().toISOString();
  const lines = [{ file: name, rows: rows.length }, ...rows.map((row) => ({ ...row, testedAt }))];
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return { sha256: createHash('sha256').update(text).digest('hex'), text, rows, acknowledged: false };
}
