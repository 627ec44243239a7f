import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database';
import { levelOf, lineageOf, parentOf } from './area-code.js';

export interface AreaNode {
  code: string;
  parent_code: string | null;
  level: string;
  name: string;
  lineage: string[];
}

@Injectable()
export class AreaRepository {
  constructor(private readonly database: Database) {}

  /** Adds areas, above before below, and takes over new names. Gives how many were added and how many renamed. */
  async put(tx: Tx, areas: readonly { code: string; name: string }[]): Promise<{ added: number; renamed: number }> {
    const ordered = [...areas].sort(
      (a, b) => lineageOf(a.code).length - lineageOf(b.code).length || (a.code < b.code ? -1 : 1),
    );
    let added = 0;
    let renamed = 0;
    for (const depth of new Set(ordered.map(({ code }) => lineageOf(code).length))) {
      const level = ordered.filter(({ code }) => lineageOf(code).length === depth);
      const rows = await tx.query<{ is_new: boolean }>(
        `INSERT INTO community.area (code, parent_code, level, name, lineage)
         SELECT code, parent_code, level, name, string_to_array(lineage, '/')
           FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS a (code, parent_code, level, name, lineage)
             ON CONFLICT (code) DO UPDATE SET name = excluded.name WHERE area.name <> excluded.name
         RETURNING xmax = 0 AS is_new`,
        [
          level.map(({ code }) => code),
          level.map(({ code }) => parentOf(code) ?? null),
          level.map(({ code }) => levelOf(code)),
          level.map(({ name }) => name),
          level.map(({ code }) => lineageOf(code).join('/')),
        ],
      );
      added += rows.filter(({ is_new }) => is_new).length;
      renamed += rows.filter(({ is_new }) => !is_new).length;
    }
    return { added, renamed };
  }

  /**
   * Buildings that a ledger names for the first time. Those that are there keep their names, and are not even tried:
   * whoever may not add to an area may still register somebody who lives in it.
   */
  async addBuildings(tx: Tx, codes: readonly string[]): Promise<void> {
    if (codes.length === 0) return;
    await tx.query(
      `INSERT INTO community.area (code, parent_code, level, name, lineage)
       SELECT b.code, p.code, 'building', split_part(b.code, '-', 3) || '号楼', p.lineage || b.code
         FROM unnest($1::text[]) AS b (code)
         JOIN community.area p ON p.code = regexp_replace(b.code, '-[^-]*$', '')
        WHERE NOT EXISTS (SELECT FROM community.area there WHERE there.code = b.code)
        ORDER BY b.code
           ON CONFLICT (code) DO NOTHING`,
      [codes],
    );
  }

  async one(code: string): Promise<AreaNode | undefined> {
    const [row] = await this.database.query<AreaNode>('SELECT * FROM community.area WHERE code = $1', [code]);
    return row;
  }

  /** Children of `parent` (the top of the tree without one), in the order of their codes. */
  async children(parent: string | undefined, after: string, limit: number): Promise<AreaNode[]> {
    return this.database.query<AreaNode>(
      `SELECT * FROM community.area WHERE parent_code IS NOT DISTINCT FROM $1 AND code > $2 ORDER BY code LIMIT $3`,
      [parent ?? null, after, limit],
    );
  }

  /** Communities and grids: everything a ledger's rows can be laid to; of an account, those that it answers for. */
  async communitiesAndGrids(accountId: string | null): Promise<Pick<AreaNode, 'code' | 'level' | 'name'>[]> {
    if (accountId === null) {
      return this.database.query(`SELECT code, level, name FROM community.area WHERE level IN ('community', 'grid')`);
    }
    return this.database.query(
      `SELECT code, level, name FROM community.area
        WHERE level IN ('community', 'grid') AND (SELECT community.areas_of($1)) && (lineage || '*'::text)`,
      [accountId],
    );
  }
}
