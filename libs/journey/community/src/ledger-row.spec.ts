import fc from 'fast-check';
import { layoutOf, ledgerColumns, missingColumns, type LedgerColumn } from './ledger-columns.js';
import { communityNameKey, type KnownAreas } from './ledger-place.js';
import { readLedgerRow } from './ledger-row.js';
import { personCategories, categoriesIn } from './person-category.js';

const areas: KnownAreas = {
  has: (code) => ['370811013001', '370811013001-01', '370811013001-03'].includes(code),
  communitiesNamed: (key) => (key === communityNameKey('粉莲街社区居民委员会') ? ['370811013001'] : []),
};
const surroundings = { today: '2026-01-01', areas };
const full: Partial<Record<LedgerColumn, string>> = {
  name: '王小明',
  documentNumber: '11010519491231002x',
  area: '370811013001-01',
};

function rowOf(cells: Partial<Record<LedgerColumn, string>>) {
  const columns = Object.keys(cells) as LedgerColumn[];
  const layout = layoutOf(columns.map((column) => ledgerColumns[column][0]))!;
  return readLedgerRow({ line: 7, cells: columns.map((column) => cells[column] ?? '') }, layout, surroundings);
}
const draftOf = (cells: Partial<Record<LedgerColumn, string>>) => {
  const reading = rowOf({ ...full, ...cells });
  if (!reading.ok) throw new Error(reading.errors.map(({ code }) => code).join());
  return reading.draft;
};
const errorsOf = (cells: Partial<Record<LedgerColumn, string>>) => {
  const reading = rowOf({ ...full, ...cells });
  return reading.ok ? [] : reading.errors.map(({ column, code }) => `${column}: ${code}`);
};

describe('headings of a ledger', () => {
  it('knows the words grid workers use, in any order, with stars and remarks', () => {
    const layout = layoutOf(['序号', '*姓名', '身份证号（必填）', '联系电话', 'Grid Code', '备注'])!;
    expect(layout.places).toEqual({ name: 1, documentNumber: 2, phone: 3, area: 4 });
    expect(layout.ignored).toEqual(['序号', '备注']);
    expect(missingColumns(layout)).toEqual([]);
  });

  it('names the columns that are missing', () => {
    expect(missingColumns(layoutOf(['姓名', '手机号'])!)).toEqual(['证件号码', '区域编码（或 社区＋网格）']);
  });

  it('a title above the table is no heading', () => {
    expect(layoutOf(['阜桥街道居民台账', '', ''])).toBeUndefined();
  });

  it('no heading means two things', () => {
    const headings = Object.values(ledgerColumns).flat();
    expect(new Set(headings).size).toBe(headings.length);
  });
});

describe('a row of a ledger', () => {
  it('becomes a resident with everything the row says', () => {
    expect(
      draftOf({
        phone: '138 0000 1234',
        building: '12号楼',
        household: '3单元402',
        category: '外卖、快递员',
        lane: '绿色通道',
        homeVisit: '是',
        singleOnly: '√',
      }),
    ).toMatchObject({
      name: '王小明',
      document: { kind: 'resident-id', identityKey: 'id18:11010519491231002X' },
      phone: { number: '13800001234' },
      areaCode: '370811013001-01-12',
      household: '3单元402',
      categories: ['rider', 'courier'],
      lane: 'green',
      homeVisit: true,
      singleOnly: true,
      birthYear: 1949,
      sex: 'female',
    });
  });

  it('finds the place by names as well as by codes', () => {
    expect(draftOf({ area: '', community: '粉莲街社区', grid: '第3网格', building: 'b座' }).areaCode).toBe(
      '370811013001-03-B',
    );
    expect(errorsOf({ area: '370811013001-02' })).toEqual(['区域编码: area-is-unknown']);
    expect(errorsOf({ area: '370811' })).toEqual(['区域编码: area-is-too-large']);
    expect(errorsOf({ area: '', community: '不存在社区', grid: '1' })).toEqual(['区域编码: area-is-unknown']);
  });

  it('says everything that is wrong at once, with line and column', () => {
    const reading = rowOf({ name: '', documentNumber: '110105194912310021', area: 'x', phone: '12', lane: '左边' });
    expect(reading).toMatchObject({ ok: false });
    expect(reading.ok ? [] : reading.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [7, '姓名', 'name-is-missing'],
      [7, '证件号码', 'document-check-digit-is-wrong'],
      [7, '手机号', 'phone-number-has-wrong-form'],
      [7, '区域编码', 'area-code-has-wrong-form'],
      [7, '通道', 'lane-is-unknown'],
    ]);
  });

  it('understands every kind of document', () => {
    const kindOf = (cells: Partial<Record<LedgerColumn, string>>) => draftOf(cells).document.kind;
    expect(kindOf({ documentKind: '回乡证', documentNumber: 'H1234567801' })).toBe('home-return-permit');
    expect(kindOf({ documentNumber: 'H12345678' })).toBe('home-return-permit');
    expect(kindOf({ documentKind: '台胞证', documentNumber: '12345678' })).toBe('taiwan-permit');
    expect(kindOf({ documentKind: '护照', documentNumber: 'AB12345', nationality: '日本' })).toBe('passport');
    expect(kindOf({ documentKind: '外国人永久居留证', documentNumber: 'JPN110080010101' })).toBe(
      'foreign-resident-card',
    );
    expect(
      kindOf({ documentKind: '无', documentNumber: '', guardianNumber: '11010519491231002X', birthDate: '2025-03' }),
    ).toBe('none');
    expect(draftOf({ documentNumber: '11010519491231002X之女2' }).document.identityKey).toBe(
      'none:id18:11010519491231002X#daughter2',
    );
    expect(errorsOf({ documentKind: '军官证' })).toEqual(['证件号码: document-kind-is-unknown']);
    expect(errorsOf({ documentNumber: 'AB12345' })).toEqual(['证件号码: document-kind-is-missing']);
    expect(errorsOf({ documentNumber: '1.10105E+17' })).toEqual(['证件号码: cell-lost-digits']);
  });

  it('a formula in a column that matters refuses the row, elsewhere it does not', () => {
    const layout = layoutOf(['姓名', '证件号码', '区域编码', '备注'])!;
    const cells = ['王小明', '11010519491231002X', '370811013001-01', ''];
    expect(readLedgerRow({ line: 2, cells, troubles: new Map([[3, 'formula']]) }, layout, surroundings).ok).toBe(true);
    expect(readLedgerRow({ line: 2, cells, troubles: new Map([[1, 'formula']]) }, layout, surroundings)).toMatchObject({
      ok: false,
      errors: [{ line: 2, column: '证件号码', code: 'cell-formula' }],
    });
  });

  it('whatever stands in the cells, there is an answer and no sentence repeats a number', () => {
    const cells = fc.record({
      name: fc.string({ unit: 'binary' }),
      documentNumber: fc.string({ unit: 'binary' }),
      area: fc.string(),
      phone: fc.string(),
      category: fc.string(),
      birthDate: fc.string(),
    });
    fc.assert(fc.property(cells, (written) => typeof rowOf(written).ok === 'boolean'));
    expect(JSON.stringify(rowOf({ ...full, documentNumber: '110105194912310021' }))).not.toContain('19491231');
  });
});

describe('categories of people', () => {
  it('there are twenty-seven, and no word means two of them', () => {
    expect(personCategories).toHaveLength(27);
    const words = personCategories.flatMap(({ code, zh, en, also }) => [...new Set([code, zh, en, ...also])]);
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([]);
  });

  it('several in one cell are all taken; an unknown one is not guessed', () => {
    expect(categoriesIn('快递员, 冷链')).toEqual(['courier', 'cold-chain']);
    expect(categoriesIn('普通居民')).toEqual([]);
    expect(categoriesIn('宇航员')).toBeUndefined();
  });
});
