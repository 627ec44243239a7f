import { createHash } from 'node:crypto';
import type { Ground } from './ground.js';
import type { TubeRecord } from './records.js';
import type { Truth } from './truth.js';

const tubesInBox = 20;

/** From the packing table to the lab's report: boxes of sealed tubes, carried, received, tested, reported. */
export class Road {
  private readonly waiting = new Map<string, TubeRecord[]>();
  private boxes = 0;
  private moving: Promise<void> = Promise.resolve();
  private failure: Error | undefined;
  reports = 0;

  constructor(
    private readonly ground: Ground,
    private readonly truth: Truth,
    private wave = 0,
  ) {}

  get boxCount(): number {
    return this.boxes;
  }

  /** A sealed tube is put on the packing table; twenty make a box, and the box leaves. */
  put(tube: TubeRecord): void {
    const table = this.waiting.get(tube.siteId) ?? [];
    this.waiting.set(tube.siteId, table);
    table.push(tube);
    if (table.length >= tubesInBox) this.leave(table.splice(0, tubesInBox));
  }

  /** Sends what still lies on the tables and waits until everything is reported. */
  async finish(): Promise<void> {
    for (const table of this.waiting.values()) if (table.length > 0) this.leave(table.splice(0));
    await this.moving;
    if (this.failure !== undefined) throw this.failure;
    this.wave += 1;
  }

  private leave(tubes: TubeRecord[]): void {
    this.boxes += 1;
    const code = `B${this.ground.tag}-${this.boxes}`;
    const { wave } = this;
    this.moving = this.moving
      .then(() => this.carry(code, tubes, wave))
      .catch((error: unknown) => {
        this.failure ??= error instanceof Error ? error : new Error(String(error));
      });
  }

  private async carry(code: string, tubes: TubeRecord[], wave: number): Promise<void> {
    const { packer, courier, lab } = this.ground;
    const barcodes = tubes.map(({ barcode }) => barcode);
    await packer.post('/boxes', { code, siteId: tubes[0]?.siteId, labCode: 'LAB-1' });
    await packer.post(`/boxes/${code}/tubes`, { barcodes });
    await packer.put(`/boxes/${code}/seal`, { countedTubes: tubes.length });
    for (const tube of tubes) tube.box = code;
    await courier.put(`/boxes/${code}/dispatch`, { givenBy: packer.username, plate: '鲁H00000' });
    await lab.put(`/boxes/${code}/receipt`, { givenBy: courier.username });
    await lab.post('/lab/receipts', { boxCode: code, accepted: barcodes, rejected: [] });
    for (const tube of tubes) tube.received = true;
    await this.report(code, tubes, wave);
  }

  private async report(code: string, tubes: TubeRecord[], wave: number): Promise<void> {
    const testedAt = new Date().toISOString();
    const rows = tubes.map((tube) => ({
      tube,
      outcome: this.truth.outcomeOf(tube.members, tube.poolClass === 'single', wave),
    }));
    const lines = [
      { file: `${code}.ndjson`, rows: rows.length },
      ...rows.map(({ tube, outcome }) => ({ barcode: tube.barcode, outcome, testedAt })),
    ];
    const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (rows.some(({ outcome }) => outcome === 'positive')) {
      const sha256 = createHash('sha256').update(body).digest('hex');
      await this.ground.labReviewer.put(`/lab/report-reviews/${sha256}`);
    }
    const { id } = await this.ground.lab.post<{ id: string }>('/lab/reports', body, 'application/x-ndjson');
    for (;;) {
      const { state, errorCount } = await this.ground.lab.get<{ state: string; errorCount: number }>(
        `/lab/reports/${id}`,
      );
      if (state === 'refused') throw new Error(`the lab's report for ${code} was refused with ${errorCount} errors`);
      if (state === 'applied') break;
      await new Promise((done) => setTimeout(done, 100));
    }
    this.reports += 1;
    for (const { tube, outcome } of rows) tube.outcome = outcome;
  }
}
