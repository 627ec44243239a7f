import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { Transactions } from '#platform/database';
import { businessDay, Clock } from '#platform/clock';
import { AreaRegister } from './area-register.service.js';
import { generatedHeadings, generatedLedger, type GeneratedLedgerPlan } from './demonstration/generated-ledger.js';
import { areasInCsv, demonstrationStreet, gridsOf } from './demonstration/generated-street.js';
import { layoutOf, ledgerColumns } from './ledger-columns.js';
import { readLedgerRow, type ResidentDraft, type RowSurroundings } from './ledger-row.js';
import { ResidentLedgerRepository } from './resident-ledger.repository.js';
import { ResidentRepository } from './resident.repository.js';
import { ResidentSealer } from './resident-sealer.service.js';
import { ResidentWriter } from './resident-writer.service.js';

export interface StreetLoaded {
  readonly streetCode: string;
  readonly communities: number;
  readonly grids: number;
  /** People added now; 0 when they were there. */
  readonly residentsAdded: number;
  readonly residents: number;
}

/** Rows that are written in one transaction. */
const atOnce = 1_000;
/** Ages count from here, so that the same street is made in every year. */
const year = 2026;

/**
 * Loads 阜桥街道 of 任城区: its 15 real communities, 156 grids, and residents who do not exist. They go through the same
 * reading as any ledger, so the demonstration shows what an import does. Loading it again changes nothing.
 */
@Injectable()
export class DemonstrationStreet {
  constructor(
    private readonly areas: AreaRegister,
    private readonly writer: ResidentWriter,
    private readonly ledger: ResidentLedgerRepository,
    private readonly residents: ResidentRepository,
    private readonly sealer: ResidentSealer,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async load({ residents = 20_000, seed = 7 }: { residents?: number; seed?: number } = {}): Promise<StreetLoaded> {
    const file = join(projectRoot(), 'data', 'areas', '370811-rencheng.csv');
    const areas = areasInCsv(await readFile(file, 'utf8'));
    const communities = areas.filter(({ parentCode }) => parentCode === demonstrationStreet.code);
    const grids = gridsOf(communities, demonstrationStreet.grids);
    await this.areas.load([...areas, ...grids]);
    const surroundings = { today: businessDay(this.clock.now(), 'Asia/Shanghai'), areas: await this.areas.known() };
    const plan = { grids, residents, seed, year };
    let residentsAdded = 0;
    if (!(await this.isLoaded(plan))) {
      let part: ResidentDraft[] = [];
      for (const draft of draftsOf(plan, surroundings)) {
        part.push(draft);
        if (part.length < atOnce) continue;
        residentsAdded += await this.write(part);
        part = [];
      }
      residentsAdded += await this.write(part);
      await this.transactions.run((tx) => this.ledger.tieGuardians(tx));
    }
    return {
      streetCode: demonstrationStreet.code,
      communities: communities.length,
      grids: grids.length,
      residentsAdded,
      residents: await this.residents.size(),
    };
  }

  /** People are written in order, so when the last one is there, all are: what was changed since then stays changed. */
  private async isLoaded(plan: GeneratedLedgerPlan): Promise<boolean> {
    let last: readonly string[] | undefined;
    for (const cells of generatedLedger(plan)) last = cells;
    const number = last?.[generatedHeadings.indexOf(ledgerColumns.documentNumber[0])];
    // A newborn without a document is last in one street of a thousand; then all are looked at once more.
    const index = number === undefined ? undefined : this.sealer.indexOfBareNumber(number);
    return index !== undefined && (await this.residents.byDocuments([index])).length === 1;
  }

  private async write(drafts: readonly ResidentDraft[]): Promise<number> {
    const { added } = await this.transactions.run((tx) => this.writer.write(tx, drafts));
    return added.length;
  }
}

function* draftsOf(plan: GeneratedLedgerPlan, surroundings: RowSurroundings): Generator<ResidentDraft> {
  const layout = layoutOf(generatedHeadings);
  if (layout === undefined) throw new Error('the generated ledger has no headings');
  let line = 1;
  for (const cells of generatedLedger(plan)) {
    line += 1;
    const reading = readLedgerRow({ line, cells }, layout, surroundings);
    if (!reading.ok) throw new Error(`the generated ledger is wrong: ${reading.errors.map(({ code }) => code).join()}`);
    yield reading.draft;
  }
}
