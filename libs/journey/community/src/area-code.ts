import { read, refuse, type Reading } from './refusal.js';
import { plainText } from './written-form.js';

/** The levels of the tree, from the city down to the stairwell (GB/T 2260, GB/T 10114 and the statistics bureau's codes). */
export const areaLevels = ['city', 'district', 'street', 'community', 'grid', 'building'] as const;
export type AreaLevel = (typeof areaLevels)[number];

const shapes: readonly (readonly [AreaLevel, RegExp])[] = [
  ['city', /^\d{4}$/u],
  ['district', /^\d{6}$/u],
  ['street', /^\d{9}$/u],
  ['community', /^\d{12}$/u],
  ['grid', /^\d{12}-\d{2,3}$/u],
  ['building', /^\d{12}-\d{2,3}-[0-9A-Z]{1,8}$/u],
];

/** The level of a code, or undefined where it is none. */
export function levelOf(code: string): AreaLevel | undefined {
  return shapes.find(([, shape]) => shape.test(code))?.[0];
}

/** The code one level up, or undefined at the top. `370811013001-03` → `370811013001`. */
export function parentOf(code: string): string | undefined {
  switch (levelOf(code)) {
    case 'district':
      return code.slice(0, 4);
    case 'street':
      return code.slice(0, 6);
    case 'community':
      return code.slice(0, 9);
    case 'grid':
    case 'building':
      return code.slice(0, code.lastIndexOf('-'));
    case 'city':
    case undefined:
      return undefined;
  }
}

/** The code and everything above it, from the city down to itself. Empty for what is no code. */
export function lineageOf(code: string): string[] {
  const lineage: string[] = [];
  for (let at: string | undefined = levelOf(code) && code; at !== undefined; at = parentOf(at)) lineage.unshift(at);
  return lineage;
}

/** True when `code` lies in `area` or is it. Codes are prefixes of one another, but 01 is no part of 0: levels are compared. */
export function liesWithin(code: string, area: string): boolean {
  return lineageOf(code).includes(area);
}

/** Code of a grid: community and number, two digits at least. */
export function gridCode(community: string, grid: number): string {
  return `${community}-${String(grid).padStart(2, '0')}`;
}

/** Reads a code at any level; long dashes and full-width digits are put right. */
export function readAreaCode(written: string): Reading<{ code: string; level: AreaLevel }> {
  const code = plainText(written)
    .replace(/[\u2010-\u2015\u2212_]/gu, '-')
    .replace(/\s/gu, '')
    .toUpperCase();
  const level = levelOf(code);
  if (level !== undefined) return read({ code, level });
  return refuse(
    'area-code-has-wrong-form',
    '区域编码应为4、6、9或12位数字；网格写作“社区12位编码-两位网格号”，楼栋再加“-楼号”。',
    'An area code has 4, 6, 9 or 12 digits; a grid is written community-NN, a building community-NN-number.',
  );
}
