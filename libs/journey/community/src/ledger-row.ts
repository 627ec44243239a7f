import { troubleSentences, type SheetLine } from '#platform/sheets';
import {
  type DocumentKind,
  kindsThatFit,
  readIdentityDocument,
  type IdentityDocument,
  type Sex,
  type WrittenDocument,
} from './identity-document.js';
import { ledgerColumns, type LedgerColumn, type LedgerLayout } from './ledger-columns.js';
import { readPlace, type KnownAreas } from './ledger-place.js';
import { birthYearIn, documentKindIn, laneIn, sexIn, yesIn, type LaneKind } from './ledger-words.js';
import { categoriesIn } from './person-category.js';
import { readPhoneNumber, type PhoneNumber } from './phone-number.js';
import { read, refuse, type Reading, type Refusal } from './refusal.js';
import { plainNumber, plainText } from './written-form.js';

/** Somebody a ledger names, understood and ready to be registered. */
export interface ResidentDraft {
  readonly name: string;
  readonly document: IdentityDocument;
  readonly phone?: PhoneNumber;
  /** Community, grid or building. */
  readonly areaCode: string;
  /** Door or household number within the area; people with the same one are one household. */
  readonly household?: string;
  readonly categories: readonly string[];
  readonly lane: LaneKind;
  readonly homeVisit: boolean;
  readonly singleOnly: boolean;
  readonly birthYear?: number;
  readonly sex?: Sex;
  readonly guardianKey?: string;
}

/** What is wrong in one cell of one row, for the list a grid worker corrects the file by. */
export interface RowError extends Refusal {
  readonly line: number;
  /** The heading as people know it. */
  readonly column: string;
}

export interface RowSurroundings {
  /** ISO date in Shanghai. */
  readonly today: string;
  readonly areas: KnownAreas;
}

export type RowReading =
  { readonly ok: true; readonly draft: ResidentDraft } | { readonly ok: false; readonly errors: readonly RowError[] };

const longestName = 60;
const longestHousehold = 40;

/** Reads one row of a ledger; finds everything that is wrong with it at once, so a file is corrected in one go. */
export function readLedgerRow(line: SheetLine, layout: LedgerLayout, { today, areas }: RowSurroundings): RowReading {
  const errors: RowError[] = [];
  const cell = (column: LedgerColumn): string => {
    const place = layout.places[column];
    return place === undefined ? '' : (line.cells[place] ?? '');
  };
  const note = (column: LedgerColumn, refusal: Refusal) =>
    errors.push({ line: line.line, column: ledgerColumns[column][0], ...refusal });
  const take = <T>(column: LedgerColumn, reading: Reading<T>): T | undefined => {
    if (reading.ok) return reading.value;
    note(column, reading.refusal);
    return undefined;
  };
  const know = <T>(column: LedgerColumn, value: T | undefined, code: string): T | undefined => {
    if (value === undefined) note(column, unknownWord(code));
    return value;
  };

  for (const [column, place] of Object.entries(layout.places) as [LedgerColumn, number][]) {
    const trouble = line.troubles?.get(place);
    if (trouble !== undefined) note(column, { code: `cell-${trouble}`, ...troubleSentences[trouble] });
  }
  // A cell in trouble reads as empty; what it should have held must not be asked for a second time.
  if (errors.length > 0) return { ok: false, errors };

  const name = take('name', readName(cell('name')));
  const document = take('documentNumber', readDocument(cell, today));
  const phone = plainText(cell('phone')) === '' ? undefined : take('phone', readPhoneNumber(cell('phone')));
  const areaCode = take(
    layout.places.area === undefined ? 'community' : 'area',
    readPlace(
      { area: cell('area'), community: cell('community'), grid: cell('grid'), building: cell('building') },
      areas,
    ),
  );
  const household = take('household', readHousehold(cell('household')));
  const categories = know('category', categoriesIn(cell('category')), 'category-is-unknown');
  const lane = know('lane', laneIn(cell('lane')), 'lane-is-unknown');
  const homeVisit = know('homeVisit', yesIn(cell('homeVisit')), 'yes-or-no-is-unclear');
  const singleOnly = know('singleOnly', yesIn(cell('singleOnly')), 'yes-or-no-is-unclear');
  const sex = plainText(cell('sex')) === '' ? undefined : know('sex', sexIn(cell('sex')), 'sex-is-unclear');
  const birthYear =
    plainText(cell('birthDate')) === ''
      ? undefined
      : know('birthDate', birthYearIn(cell('birthDate')), 'birth-date-is-unclear');
  const guardian =
    plainText(cell('guardianNumber')) === ''
      ? undefined
      : take('guardianNumber', readIdentityDocument(guardianIn(cell), today));

  if (errors.length > 0 || name === undefined || document === undefined || areaCode === undefined)
    return { ok: false, errors };
  return {
    ok: true,
    draft: {
      name,
      document,
      ...(phone && { phone }),
      areaCode,
      ...(household !== undefined && household !== '' && { household }),
      categories: categories ?? [],
      lane: lane ?? 'general',
      homeVisit: homeVisit ?? false,
      singleOnly: (singleOnly ?? false) || lane === 'single',
      ...optional('birthYear', document.birthYear ?? birthYear),
      ...optional('sex', document.sex ?? sex),
      ...optional('guardianKey', guardian?.identityKey ?? document.guardianKey),
    },
  };
}

function optional<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>);
}

/** Reads a name: any script, no control characters, at most 60 characters. */
export function readName(written: string): Reading<string> {
  const name = plainText(written);
  if (name === '') return refuse('name-is-missing', '没有姓名，请补填。', 'The name is empty; please fill it in.');
  if (name.length > longestName) {
    return refuse(
      'name-is-too-long',
      `姓名超过${longestName}个字，请核对。`,
      `The name has more than ${longestName} characters; please check it.`,
    );
  }
  if (!/\p{L}/u.test(name) || /[\p{Cc}<>{}\\]/u.test(name)) {
    return refuse(
      'name-has-wrong-form',
      '姓名含有不能识别的符号，请核对。',
      'The name holds signs that no name has; please check it.',
    );
  }
  return read(name);
}

function readHousehold(written: string): Reading<string> {
  const household = plainText(written);
  return household.length <= longestHousehold
    ? read(household)
    : refuse(
        'household-is-too-long',
        `户号超过${longestHousehold}个字，请缩短。`,
        `The household number has more than ${longestHousehold} characters; please shorten it.`,
      );
}

type CellOf = (column: LedgerColumn) => string;

function readDocument(cell: CellOf, today: string): Reading<IdentityDocument> {
  const number = cell('documentNumber');
  if (/^\d(\.\d+)?E\+?\d+$/iu.test(plainText(number))) {
    return { ok: false, refusal: { code: 'cell-lost-digits', ...troubleSentences['lost-digits'] } };
  }
  const kindCell = cell('documentKind');
  const kind = plainText(kindCell) === '' ? guessedKind(number) : documentKindIn(kindCell);
  if (kind === undefined) {
    return plainText(kindCell) === ''
      ? refuse(
          'document-kind-is-missing',
          '看不出证件类型，请填写证件类型并核对号码。',
          'The kind of document cannot be told from the number; fill in the kind and check the number.',
        )
      : refuse(
          'document-kind-is-unknown',
          '不认识的证件类型，请写：身份证、港澳台居民居住证、回乡证、台胞证、护照、外国人永久居留证或无证件（军官证请改填身份证号码）。',
          'Unknown kind of document; write resident id, residence permit, home return permit, taiwan permit, passport, foreign resident card or none.',
        );
  }
  const child = /^(.*?)之(子|女)(\d{0,2})$/u.exec(plainText(number));
  if (kind !== 'none' && child === null) {
    return readIdentityDocument({ kind, number, nationality: cell('nationality') }, today);
  }
  const guardian: WrittenDocument | undefined =
    plainText(cell('guardianNumber')) !== ''
      ? guardianIn(cell)
      : child?.[1] !== undefined && child[1] !== ''
        ? { kind: kindsThatFit(child[1])[0] ?? 'resident-id', number: child[1] }
        : undefined;
  const ordinal = plainText(cell('wardOrdinal')) || child?.[3] || '1';
  return readIdentityDocument(
    {
      kind: 'none',
      number: '',
      guardian,
      ordinal: Number(ordinal),
      ...(child === null ? {} : { relation: child[2] === '子' ? ('son' as const) : ('daughter' as const) }),
    },
    today,
  );
}

function guessedKind(number: string): DocumentKind | undefined {
  if (plainText(number) === '') return 'resident-id';
  const digits = plainNumber(number);
  return (
    kindsThatFit(number)[0] ?? (/^\d.{10,}$/u.test(digits) || /之[子女]\d*$/u.test(digits) ? 'resident-id' : undefined)
  );
}

function guardianIn(cell: CellOf): WrittenDocument {
  const number = cell('guardianNumber');
  return {
    kind: documentKindIn(cell('guardianKind')) ?? kindsThatFit(number)[0] ?? 'resident-id',
    number,
    nationality: cell('nationality'),
  };
}

const unknownWord = (code: string): Refusal => ({
  code,
  ...(unknownWords[code] ?? { zh: '内容无法识别，请改正。', en: 'The cell cannot be understood; please correct it.' }),
});

const unknownWords: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'category-is-unknown': {
    zh: '人员类别不在27类名单中，请按名单填写（多个用顿号分开），普通居民可留空。',
    en: 'The category is not one of the 27 known ones; use the names from the list (several set apart by commas) or leave it empty.',
  },
  'lane-is-unknown': {
    zh: '通道应为：普通、绿色或单采，可留空。',
    en: 'The lane is general, green or single; it may be empty.',
  },
  'yes-or-no-is-unclear': { zh: '请填“是”或“否”，可留空。', en: 'Write yes or no; it may be empty.' },
  'sex-is-unclear': { zh: '性别请填“男”或“女”，可留空。', en: 'Write male or female; it may be empty.' },
  'birth-date-is-unclear': {
    zh: '出生日期请写成 2020-05-31 或年份，可留空。',
    en: 'Write the date of birth as 2020-05-31 or the year; it may be empty.',
  },
};
