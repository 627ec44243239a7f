import type { Sex } from '../identity-document.js';
import { ledgerColumns, type LedgerColumn } from '../ledger-columns.js';
import { personCategories } from '../person-category.js';
import { generatedGivenName, generatedSurname } from './generated-names.js';
import { generatedIdNumber, generatedPhone } from './generated-person.js';
import { buildingsPerGrid, type AreaRow } from './generated-street.js';
import { SeededDice } from './seeded-dice.js';

export interface GeneratedLedgerPlan {
  readonly grids: readonly AreaRow[];
  readonly residents: number;
  readonly seed: number;
  /** The year ages are counted from, so the same seed makes the same people in any year. */
  readonly year: number;
}

/** The columns of the generated ledger, in order. */
const columns = [
  'name',
  'documentKind',
  'documentNumber',
  'sex',
  'birthDate',
  'phone',
  'area',
  'household',
  'category',
  'lane',
  'homeVisit',
  'singleOnly',
  'guardianNumber',
  'wardOrdinal',
] as const satisfies readonly LedgerColumn[];

export const generatedHeadings: readonly string[] = columns.map((column) => ledgerColumns[column][0]);

/** Shares of people for whom a site must be ready, beside old people and infants, who get the green lane by age. */
const shares = {
  green: 0.01,
  homeVisit: 0.008,
  homeVisitFromEighty: 0.25,
  singleOnly: 0.006,
  category: 0.24,
  infantWithoutDocument: 0.6,
};

type Row = Readonly<Record<(typeof columns)[number], string>>;

interface Household {
  readonly area: string;
  readonly number: string;
  readonly surname: string;
  guardian?: { readonly number: string; readonly phone: string };
  wards: number;
}

/**
 * Rows of a ledger of people who do not exist: households of one to six, infants with their guardians, old people,
 * 27 categories. The same plan always gives the same rows, one at a time, so a million fit as well as a thousand.
 */
export function* generatedLedger(plan: GeneratedLedgerPlan): Generator<readonly string[]> {
  const dice = new SeededDice(plan.seed);
  let running = 0;
  for (let number = 0; running < plan.residents; number += 1) {
    const household = householdAt(plan.grids, number, dice);
    const size = Math.min(dice.weighted(sizes), plan.residents - running);
    for (let member = 0; member < size; member += 1) {
      const row = person(household, member, running, plan.year, dice);
      yield columns.map((column) => row[column]);
      running += 1;
    }
  }
}

const sizes: readonly (readonly [number, number])[] = [
  [1, 20],
  [2, 28],
  [3, 27],
  [4, 15],
  [5, 7],
  [6, 3],
];

function householdAt(grids: readonly AreaRow[], number: number, dice: SeededDice): Household {
  // Grid by grid in turn, so that every grid has people however few are asked for.
  const grid = grids[number % grids.length];
  const round = Math.floor(number / grids.length);
  const building = (round % buildingsPerGrid) + 1;
  const door = Math.floor(round / buildingsPerGrid);
  return {
    area: `${grid?.code ?? ''}-${String(building).padStart(2, '0')}`,
    number: `${Math.floor(door / 12) + 1}单元${Math.floor((door % 12) / 2) + 1}0${(door % 2) + 1}`,
    surname: generatedSurname(dice),
    wards: 0,
  };
}

function person(household: Household, member: number, running: number, year: number, dice: SeededDice): Row {
  const sex: Sex = dice.chance(0.51) ? 'male' : 'female';
  const age = ageOf(member, dice);
  const birthDate = `${year - 1 - age}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
  const number = generatedIdNumber(running, birthDate, sex);
  const surname = member === 1 || dice.chance(0.1) ? generatedSurname(dice) : household.surname;
  const phone =
    household.guardian === undefined
      ? generatedPhone(running)
      : age < 14 || age > 82
        ? household.guardian.phone
        : generatedPhone(running);
  const guardian = age < 14 || age > 88 ? household.guardian : undefined;
  const withoutDocument = age === 0 && guardian !== undefined && dice.chance(shares.infantWithoutDocument);
  if (withoutDocument) household.wards += 1;
  household.guardian ??= { number, phone };
  const singleOnly = dice.chance(shares.singleOnly);
  const green = age < 3 || age >= 70 || dice.chance(shares.green);
  return {
    name: surname + generatedGivenName(dice, sex, year - age),
    documentKind: withoutDocument ? '无证件' : '居民身份证',
    documentNumber: withoutDocument ? '' : number,
    sex: sex === 'male' ? '男' : '女',
    birthDate,
    phone,
    area: household.area,
    household: household.number,
    category: categoryOf(age, dice),
    lane: singleOnly ? '单采' : green ? '绿色通道' : '普通',
    homeVisit: dice.chance(age >= 80 ? shares.homeVisitFromEighty : shares.homeVisit) ? '是' : '否',
    singleOnly: singleOnly ? '是' : '否',
    guardianNumber: guardian?.number ?? '',
    wardOrdinal: withoutDocument ? String(household.wards) : '',
  };
}

/** The first two of a household are grown up; after them come children and grandparents. */
function ageOf(member: number, dice: SeededDice): number {
  if (member < 2)
    return dice.weighted([
      [dice.between(20, 34), 30],
      [dice.between(35, 59), 48],
      [dice.between(60, 79), 18],
      [dice.between(80, 99), 4],
    ]);
  return dice.weighted([
    [0, 4],
    [dice.between(1, 5), 22],
    [dice.between(6, 17), 46],
    [dice.between(18, 24), 10],
    [dice.between(60, 84), 15],
    [dice.between(85, 102), 3],
  ]);
}

const working = personCategories.filter(({ code }) => code !== 'student' && code !== 'care-home');

function categoryOf(age: number, dice: SeededDice): string {
  if (age >= 3 && age < 18) return '学生';
  if (age >= 80) return dice.chance(0.08) ? '养老福利机构人员' : '';
  if (age < 18 || age >= 65 || !dice.chance(shares.category)) return '';
  return working[dice.between(0, working.length - 1)]?.zh ?? '';
}

const two = (number: number) => String(number).padStart(2, '0');
