import { Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#platform/config';
import { Transactions } from '#platform/database';
import { businessDay, Clock } from '#platform/clock';
import { AreaRegister } from './area-register.service.js';
import { generatedHeadings, generatedLedger, type GeneratedLedgerPlan } from './demonstration/generated-ledger.js';
import { areasInCsv, demonstrationStreet, gridsOf, type AreaRow } from './demonstration/generated-street.js';
import { layoutOf } from './ledger-columns.js';
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
/** While the database takes in one part, the next is sealed. */
const writers = 2;
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

  /** The areas alone: sites can be laid out in them before anybody lives there. */
  async layAreas(): Promise<{ streetCode: string; communities: readonly AreaRow[]; grids: readonly AreaRow[] }> {
    const file = join(projectRoot(), 'data', 'areas', '370811-rencheng.csv');
    const areas = areasInCsv(await readFile(file, 'utf8'));
    const communities = areas.filter(({ parentCode }) => parentCode === demonstrationStreet.code);
    const grids = gridsOf(communities, demonstrationStreet.grids);
    await this.areas.load([...areas, ...grids]);
    return { streetCode: demonstrationStreet.code, communities, grids };
  }

  /** The areas and everybody in them. */
  async load({ residents = 20_000, seed = 7 }: { residents?: number; seed?: number } = {}): Promise<StreetLoaded> {
    const { streetCode, communities, grids } = await this.layAreas();
    const surroundings = { today: businessDay(this.clock.now(), 'Asia/Shanghai'), areas: await this.areas.known() };
    const plan = { grids, residents, seed, year };
    const residentsAdded = (await this.isLoaded(plan, surroundings)) ? 0 : await this.writeAll(plan, surroundings);
    return {
      streetCode,
      communities: communities.length,
      grids: grids.length,
      residentsAdded,
      residents: await this.residents.size(),
    };
  }

  /**
   * The last part is written when all the others are, and together with everybody's guardian, so when the last person is
   * there, all are: what was changed since then stays changed.
   */
  private async isLoaded(plan: GeneratedLedgerPlan, surroundings: RowSurroundings): Promise<boolean> {
    // At the first start nobody is there: the whole ledger need not be made up to find that out.
    if ((await this.residents.size()) === 0) return false;
    let last: readonly string[] | undefined;
    for (const cells of generatedLedger(plan)) last = cells;
    if (last === undefined) return true;
    const { identityKey } = draftOf(last, surroundings).document;
    return (await this.residents.byDocuments([this.sealer.documentIndex(identityKey)])).length === 1;
  }

  private async writeAll(plan: GeneratedLedgerPlan, surroundings: RowSurroundings): Promise<number> {
    const parts = partsOf(plan, surroundings);
    let last: readonly ResidentDraft[] = [];
    const writer = async () => {
      let added = 0;
      for (const part of parts) {
        if (part.isLast) last = part.drafts;
        else added += await this.write(part.drafts, false);
      }
      return added;
    };
    const added = await Promise.all(Array.from({ length: writers }, writer));
    return added.reduce((sum, one) => sum + one, await this.write(last, true));
  }

  private write(drafts: readonly ResidentDraft[], last: boolean): Promise<number> {
    return this.transactions.run(async (tx) => {
      const { added } = await this.writer.write(tx, drafts);
      if (last) await this.ledger.tieGuardians(tx);
      return added.length;
    });
  }
}

interface Part {
  readonly drafts: readonly ResidentDraft[];
  readonly isLast: boolean;
}

function* partsOf(plan: GeneratedLedgerPlan, surroundings: RowSurroundings): Generator<Part> {
  let drafts: ResidentDraft[] = [];
  for (const cells of generatedLedger(plan)) {
    if (drafts.length === atOnce) {
      yield { drafts, isLast: false };
      drafts = [];
    }
    drafts.push(draftOf(cells, surroundings));
  }
  yield { drafts, isLast: true };
}

const layout = layoutOf(generatedHeadings);

function draftOf(cells: readonly string[], surroundings: RowSurroundings): ResidentDraft {
  if (layout === undefined) throw new Error('the generated ledger has no headings');
  const reading = readLedgerRow({ line: 1, cells }, layout, surroundings);
  if (!reading.ok) throw new Error(`the generated ledger is wrong: ${reading.errors.map(({ code }) => code).join()}`);
  return reading.draft;
}
