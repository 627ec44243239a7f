import { gridCode, levelOf, parentOf, readAreaCode } from './area-code.js';
import { read, refuse, type Reading } from './refusal.js';
import { plainText } from './written-form.js';

/** What a ledger's reader must know about the tree of areas. */
export interface KnownAreas {
  has(code: string): boolean;
  /** Codes of the communities with this name, with or without 社区居民委员会 and the like. */
  communitiesNamed(name: string): readonly string[];
}

export interface WrittenPlace {
  readonly area: string;
  readonly community: string;
  readonly grid: string;
  readonly building: string;
}

/**
 * Where somebody lives, from a code, or from community, grid and building as people write them
 * (`粉莲街社区`, `第3网格`, `12号楼`). The grid must be known; a building is taken from the ledger as it comes.
 */
export function readPlace(written: WrittenPlace, areas: KnownAreas): Reading<string> {
  const base = plainText(written.area) === '' ? communityOf(written.community, areas) : readAreaCode(written.area);
  if (!base.ok) return base;
  let { code } = base.value;
  if (levelOf(code) === 'community' && plainText(written.grid) !== '') {
    const grid = gridOf(code, written.grid);
    if (grid === undefined) return wrongGrid();
    code = grid;
  }
  if (levelOf(code) === 'grid' && plainText(written.building) !== '') {
    const building = buildingSuffix(written.building);
    if (building === undefined) {
      return refuse(
        'building-has-wrong-form',
        '楼栋应为1至8位数字或字母（如“12”“12号楼”“B座”），请改正。',
        'A building is 1 to 8 digits or letters (such as 12 or B); please correct it.',
      );
    }
    code = `${code}-${building}`;
  }
  return within(code, areas);
}

/** Compares names of communities without what their offices add to them. */
export function communityNameKey(name: string): string {
  return plainText(name)
    .replace(/\s/gu, '')
    .replace(/(社区居民委员会|社区居委会|居民委员会|村民委员会|居委会|村委会|社区|村)$/u, '');
}

function within(code: string, areas: KnownAreas): Reading<string> {
  const level = levelOf(code);
  if (level !== 'community' && level !== 'grid' && level !== 'building') {
    return refuse(
      'area-is-too-large',
      '区域须精确到社区、网格或楼栋，请补充编码。',
      'The area must be a community, a grid or a building; please complete the code.',
    );
  }
  const known = level === 'building' ? (parentOf(code) ?? code) : code;
  if (areas.has(known)) return read(code);
  return refuse(
    'area-is-unknown',
    '系统中没有这个社区或网格，或不归您管辖，请核对编码；新社区请先在区域管理中登记。',
    'This community or grid is not registered, or not within your scope; check the code or register the area first.',
  );
}

function communityOf(name: string, areas: KnownAreas): Reading<{ code: string }> {
  if (levelOf(plainText(name)) === 'community') return read({ code: plainText(name) });
  const codes = areas.communitiesNamed(communityNameKey(name));
  const [code] = codes;
  if (code !== undefined && codes.length === 1) return read({ code });
  if (codes.length > 1) {
    return refuse(
      'community-name-is-ambiguous',
      '有多个同名社区，请填写12位社区编码。',
      'Several communities have this name; please write the 12-digit code.',
    );
  }
  return refuse(
    'area-is-unknown',
    '系统中没有这个社区，请核对名称或填写12位社区编码。',
    'This community is not registered; check the name or write the 12-digit code.',
  );
}

function gridOf(community: string, written: string): string | undefined {
  const plain = plainText(written);
  if (levelOf(plain) === 'grid') return parentOf(plain) === community ? plain : undefined;
  const number = /(\d{1,3})(?:号)?(?:网格)?$/u.exec(plain)?.[1];
  return number === undefined ? undefined : gridCode(community, Number(number));
}

function buildingSuffix(written: string): string | undefined {
  const plain = plainText(written)
    .toUpperCase()
    .replace(/^第/u, '')
    .replace(/(号楼|号栋|栋|幢|座|号|楼|#)$/u, '')
    .trim();
  return /^[0-9A-Z]{1,8}$/u.test(plain) ? plain : undefined;
}

const wrongGrid = () =>
  refuse(
    'grid-has-wrong-form',
    '网格应写成网格号（如“3”“第3网格”）或本社区的网格编码，请改正。',
    'Write the grid as its number (such as 3) or as a grid code of the same community.',
  );
