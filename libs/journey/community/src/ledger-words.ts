import type { DocumentKind, Sex } from './identity-document.js';
import { plainText } from './written-form.js';

export const laneKinds = ['general', 'green', 'single'] as const;
export type LaneKind = (typeof laneKinds)[number];

const documentWords: readonly (readonly [DocumentKind, readonly string[]])[] = [
  [
    'resident-id',
    [
      '身份证',
      '居民身份证',
      '中国居民身份证',
      '二代身份证',
      '户口簿',
      '户口本',
      '临时身份证',
      '1',
      '01',
      'resident id',
      'id card',
      'resident-id',
    ],
  ],
  [
    'residence-permit',
    ['居住证', '港澳台居民居住证', '港澳居民居住证', '台湾居民居住证', 'residence permit', 'residence-permit'],
  ],
  [
    'home-return-permit',
    ['回乡证', '港澳居民来往内地通行证', '港澳居民通行证', '港澳通行证', 'home return permit', 'home-return-permit'],
  ],
  ['taiwan-permit', ['台胞证', '台湾居民来往大陆通行证', '台湾通行证', 'taiwan permit', 'taiwan-permit']],
  ['passport', ['护照', '外国护照', '中国护照', 'passport']],
  [
    'foreign-resident-card',
    [
      '外国人永久居留证',
      '外国人永久居留身份证',
      '永久居留证',
      '永居证',
      'foreign resident card',
      'foreign-resident-card',
    ],
  ],
  ['none', ['无', '无证件', '未办理', '无证', '出生证明', '出生医学证明', 'none', 'no document', 'no id']],
];
const documentKinds = new Map(documentWords.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));

const lanes = new Map<string, LaneKind>([
  ...['', '普通', '普通通道', '一般', '无', 'general'].map((word) => [word, 'general'] as const),
  ...['绿色', '绿色通道', '绿通', '绿', '优先', 'green'].map((word) => [word, 'green'] as const),
  ...['单采', '单采通道', '单管', '黄码', 'single'].map((word) => [word, 'single'] as const),
]);

const yes = new Set(['是', '有', '需要', '需', '要', '√', '✓', 'y', 'yes', 'true', '1']);
const no = new Set(['', '否', '无', '不需要', '不需', '不', '×', 'n', 'no', 'false', '0', '-', '/']);
const sexes = new Map<string, Sex>([
  ...['男', '男性', 'm', 'male', '1'].map((word) => [word, 'male'] as const),
  ...['女', '女性', 'f', 'female', '2'].map((word) => [word, 'female'] as const),
]);

const word = (cell: string) => plainText(cell).toLowerCase();

/** The kind of document a cell names; undefined where the word is not known. */
export const documentKindIn = (cell: string): DocumentKind | undefined =>
  documentKinds.get(
    word(cell)
      .replace(/[(（].*$/u, '')
      .trim(),
  );

export const laneIn = (cell: string): LaneKind | undefined => lanes.get(word(cell));

/** True, false, or undefined where the cell says neither. An empty cell says no. */
export function yesIn(cell: string): boolean | undefined {
  const plain = word(cell);
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : undefined;
}

export const sexIn = (cell: string): Sex | undefined => sexes.get(word(cell));

/** The year of birth in a date as people write it: 1990, 1990-01-31, 1990/1/31, 1990年1月, 19900131, or a spreadsheet's day number. */
export function birthYearIn(cell: string): number | undefined {
  const plain = plainText(cell);
  const written = /^(\d{4})(?:$|[-/.年]|\d{2}$|\d{4}$)/u.exec(plain)?.[1];
  if (written !== undefined) return within(Number(written));
  // Days since 1899-12-30, as workbooks store dates.
  if (/^\d{5}$/u.test(plain))
    return within(new Date(Date.UTC(1899, 11, 30) + Number(plain) * 86_400_000).getUTCFullYear());
  return undefined;
}

function within(year: number): number | undefined {
  return year >= 1850 && year <= 2200 ? year : undefined;
}
