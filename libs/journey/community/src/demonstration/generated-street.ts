import { gridCode } from '../area-code.js';

/** A node of the tree as it is loaded. */
export interface AreaRow {
  readonly code: string;
  readonly parentCode: string;
  readonly level: string;
  readonly name: string;
}

/** Reads `code,parent_code,level,name`; the names of areas hold no commas. */
export function areasInCsv(csv: string): AreaRow[] {
  return csv
    .split(/\r?\n/u)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [code = '', parentCode = '', level = '', name = ''] = line.split(',');
      return { code, parentCode, level, name };
    });
}

/** How the demonstration cuts its street: 阜桥街道 has 156 grids in 15 communities. */
export const demonstrationStreet = { code: '370811013', grids: 156 } as const;

/**
 * Grids for the communities of one street: as even as the numbers allow, the larger share first, exactly `grids` in all.
 */
export function gridsOf(communities: readonly AreaRow[], grids: number): AreaRow[] {
  const least = Math.floor(grids / communities.length);
  const larger = grids % communities.length;
  return communities.flatMap((community, place) =>
    Array.from({ length: least + (place < larger ? 1 : 0) }, (_, at) => ({
      code: gridCode(community.code, at + 1),
      parentCode: community.code,
      level: 'grid',
      name: `${community.name.replace(/社区居民委员会$/u, '社区')}第${at + 1}网格`,
    })),
  );
}

/** Buildings in a grid; four stairwells of flats are the usual block in such a street. */
export const buildingsPerGrid = 6;
