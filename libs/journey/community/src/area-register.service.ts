import { Injectable } from '@nestjs/common';
import { decodeCursor, pageOf, Transactions } from '#platform/database';
import { Journal } from '#platform/journal';
import { parentOf, readAreaCode } from './area-code.js';
import { AreaRepository, type AreaNode } from './area.repository.js';
import { AreaIsUnknown, taken } from './community.errors.js';
import { AreasLoaded } from './community.events.js';
import { communityNameKey, type KnownAreas } from './ledger-place.js';

export interface Area {
  readonly code: string;
  readonly parentCode?: string;
  readonly level: string;
  readonly name: string;
  /** From the city down to the area itself. */
  readonly lineage: readonly string[];
}

/** A row of a file of areas; parents and levels follow from the codes. */
export interface AreaEntry {
  readonly code: string;
  readonly name: string;
}

const areaOf = (row: AreaNode): Area => ({
  code: row.code,
  ...(row.parent_code === null ? {} : { parentCode: row.parent_code }),
  level: row.level,
  name: row.name,
  lineage: row.lineage,
});

/** The tree city → district → street → community → grid → building. */
@Injectable()
export class AreaRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly areas: AreaRepository,
    private readonly journal: Journal,
  ) {}

  /**
   * Loads areas, all or none. Loading the same again changes nothing; a new name replaces the old one.
   * @throws NotUnderstood for a code of no known shape, AreaIsUnknown where the area above one is missing
   */
  async load(
    entries: readonly AreaEntry[],
    actorId: string | null = null,
  ): Promise<{ added: number; renamed: number }> {
    const byCode = new Map(entries.map(({ code, name }) => [taken(readAreaCode(code), 'code').code, name]));
    const parents = new Set([...byCode.keys()].map(parentOf).filter((code) => code !== undefined && !byCode.has(code)));
    for (const parent of parents) {
      if ((await this.areas.one(parent ?? '')) === undefined) throw new AreaIsUnknown();
    }
    return this.transactions.run(async (tx) => {
      const done = await this.areas.put(
        tx,
        [...byCode].map(([code, name]) => ({ code, name })),
      );
      if (done.added + done.renamed > 0) {
        await this.journal.record(tx, AreasLoaded, { actorId, subject: 'area:tree', payload: done });
      }
      return done;
    });
  }

  /** @throws AreaIsUnknown */
  async find(code: string): Promise<Area> {
    const row = await this.areas.one(taken(readAreaCode(code), 'code').code);
    if (row === undefined) throw new AreaIsUnknown();
    return areaOf(row);
  }

  /** One level of the tree, a page at a time, in the order of the codes. */
  async children(parent: string | undefined, cursor?: string, limit = 200): Promise<{ areas: Area[]; next?: string }> {
    const after = cursor === undefined ? '' : String(decodeCursor(cursor, 1)[0]);
    const rows = await this.areas.children(parent, after, limit + 1);
    const { page, next } = pageOf(rows, limit, (last) => [last.code]);
    return { areas: page.map(areaOf), ...(next === null ? {} : { next }) };
  }

  /**
   * A picture of all communities and grids for whoever reads a ledger: some hundred bytes each.
   * @param handedInBy of the areas only those that this account answers for
   */
  async known(handedInBy: string | null = null): Promise<KnownAreas> {
    const codes = new Set<string>();
    const byName = new Map<string, string[]>();
    for (const { code, level, name } of await this.areas.communitiesAndGrids(handedInBy)) {
      codes.add(code);
      if (level !== 'community') continue;
      const key = communityNameKey(name);
      byName.set(key, [...(byName.get(key) ?? []), code]);
    }
    return { has: (code) => codes.has(code), communitiesNamed: (key) => byName.get(key) ?? [] };
  }
}
