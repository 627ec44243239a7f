import type { Dice } from './dice.js';

/** Somebody who takes part in the simulated day. They do not exist: the area code of their ID number is 00…. */
export interface Person {
  n: number;
  idNumber: string;
  name: string;
  phone: string;
  birthYear: number;
  singleOnly: boolean;
  /** Known once the ledger is in. */
  id: string;
}

/** People of one household come together and take one ticket. */
export interface Household {
  areaCode: string;
  door: string;
  people: Person[];
}

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '欧阳'];
const given = ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '军', '洋', '勇', '艳', '杰', '涛', '明'];
const sizes = [1, 1, 2, 2, 3, 3, 3, 4];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Households of one to four people, spread over the grids; the same seed gives the same people. */
export function inventHouseholds(dice: Dice, count: number, grids: readonly string[]): Household[] {
  const households: Household[] = [];
  for (let n = 0; n < count;) {
    const number = households.length;
    const grid = grids[number % grids.length] ?? '';
    const size = Math.min(dice.pick(sizes, 'size', number), count - n);
    const people = Array.from({ length: size }, (_, member) => inventPerson(dice, n + member));
    households.push({
      areaCode: `${grid}-${1 + (Math.floor(number / grids.length) % 6)}`,
      door: `${100 + Math.floor(number / grids.length / 6)}`,
      people,
    });
    n += size;
  }
  return households;
}

/** The ledger as a grid worker would hand it in. */
export function ledgerOf(households: readonly Household[]): string {
  const rows = households.flatMap(({ areaCode, door, people }) =>
    people.map(({ name, idNumber, phone, singleOnly }) =>
      [name, '身份证', idNumber, phone, areaCode, door, singleOnly ? '是' : '否'].join(','),
    ),
  );
  return ['姓名,证件类型,证件号码,手机号,区域编码,户号,单采', ...rows, ''].join('\r\n');
}

/** Person number `n` of a day: the same each time. */
export function inventPerson(dice: Dice, n: number): Person {
  const birthYear = dice.between(1935, 2020, 'born', n);
  const month = String(dice.between(1, 12, 'month', n)).padStart(2, '0');
  const day = String(dice.between(1, 28, 'day', n)).padStart(2, '0');
  const area = `00${String(1_000 + (Math.floor(n / 1_000) % 9_000)).padStart(4, '0')}`;
  const body = `${area}${birthYear}${month}${day}${String(n % 1_000).padStart(3, '0')}`;
  return {
    n,
    idNumber: body + checkCharacter(body),
    name: dice.pick(surnames, 'surname', n) + dice.pick(given, 'given', n),
    phone: `19900${String(n % 1_000_000).padStart(6, '0')}`,
    birthYear,
    singleOnly: dice.chance(0.006, 'single-only', n),
    id: '',
  };
}

/** The check character of GB 11643-1999, written here once more: the simulation must not trust the house it tests. */
function checkCharacter(body: string): string {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(body[place]), 0);
  return '10X98765432'.charAt(sum % 11);
}
