import { plainText } from './written-form.js';

/** What a column of a ledger can mean, with the headings under which grid workers write it. The first one is shown in messages. */
export const ledgerColumns = {
  name: ['姓名', '名字', '居民姓名', '被采样人姓名', '受检人姓名', 'name', 'full name'],
  documentKind: ['证件类型', '证件种类', '证件类别', 'document type', 'document kind', 'id type'],
  documentNumber: [
    '证件号码',
    '身份证号',
    '身份证号码',
    '身份证',
    '证件号',
    '公民身份号码',
    '居民身份证号',
    'id number',
    'id no',
    'document number',
    'identity number',
  ],
  nationality: ['国籍', '国籍地区', '国家', 'nationality', 'country'],
  phone: [
    '手机号',
    '手机',
    '手机号码',
    '联系电话',
    '联系方式',
    '电话',
    '电话号码',
    '本人电话',
    'phone',
    'mobile',
    'phone number',
    'telephone',
  ],
  area: [
    '区域编码',
    '网格编码',
    '网格代码',
    '楼栋编码',
    '社区编码',
    '区划代码',
    '所属网格编码',
    '区划编码',
    'area',
    'area code',
    'grid code',
    'building code',
  ],
  community: ['社区', '所属社区', '社区名称', '居委会', '村居', '社区村', '村', 'community'],
  grid: ['网格', '网格号', '所属网格', '网格名称', 'grid', 'grid number'],
  building: ['楼栋', '楼号', '楼栋号', '栋号', '幢号', '楼幢', 'building', 'building number'],
  household: [
    '户号',
    '门牌号',
    '房号',
    '室号',
    '门牌',
    '房间号',
    '单元房号',
    '户编号',
    'household',
    'household number',
    'room',
    'door',
  ],
  category: [
    '人员类别',
    '类别',
    '重点人群',
    '重点人群类别',
    '人群类别',
    '行业类别',
    '人员分类',
    'category',
    'person category',
  ],
  lane: ['通道', '采样通道', '通道类型', 'lane'],
  homeVisit: ['需要上门', '上门采样', '上门', '是否上门', '需上门', '入户采样', 'home visit'],
  singleOnly: ['单采', '单采单检', '单管', '是否单采', '需单采', '单人单管', 'single only', 'single'],
  birthDate: ['出生日期', '出生年月', '出生年月日', '生日', '出生年份', 'birth date', 'date of birth', 'birth year'],
  sex: ['性别', 'sex', 'gender'],
  guardianNumber: [
    '监护人证件号码',
    '监护人证件号',
    '监护人身份证',
    '监护人身份证号',
    '监护人身份证号码',
    '家长身份证号',
    'guardian id number',
    'guardian document number',
  ],
  guardianKind: ['监护人证件类型', 'guardian document type'],
  wardOrdinal: ['被监护人序号', '子女序号', '第几个孩子', 'ward ordinal'],
} as const satisfies Record<string, readonly string[]>;

export type LedgerColumn = keyof typeof ledgerColumns;

/** Where each known column stands in a row (counted from 0), and which headings were not understood. */
export interface LedgerLayout {
  readonly places: Readonly<Partial<Record<LedgerColumn, number>>>;
  readonly ignored: readonly string[];
}

const byHeading = new Map<string, LedgerColumn>(
  Object.entries(ledgerColumns).flatMap(([column, headings]) =>
    headings.map((heading) => [headingKey(heading), column as LedgerColumn] as const),
  ),
);

/** Headings are compared without case, spaces, stars for "required" and remarks in brackets. */
function headingKey(heading: string): string {
  return plainText(heading)
    .toLowerCase()
    .replace(/[(（\[【].*$/u, '')
    .replace(/[\s*_:：/\\、-]/gu, '');
}

/** Reads a row as headings. Undefined unless it names people and at least one more thing: titles above the table are passed over. */
export function layoutOf(cells: readonly string[]): LedgerLayout | undefined {
  const places: Partial<Record<LedgerColumn, number>> = {};
  const ignored: string[] = [];
  cells.forEach((cell, place) => {
    const column = byHeading.get(headingKey(cell));
    if (column === undefined || places[column] !== undefined) {
      if (plainText(cell) !== '') ignored.push(plainText(cell).slice(0, 40));
      return;
    }
    places[column] = place;
  });
  return Object.keys(places).length >= 2 ? { places, ignored: ignored.slice(0, 50) } : undefined;
}

/** The columns without which no row can be read, as people call them. Empty when the layout will do. */
export function missingColumns({ places }: LedgerLayout): string[] {
  const missing: string[] = [];
  if (places.name === undefined) missing.push(ledgerColumns.name[0]);
  if (places.documentNumber === undefined) missing.push(ledgerColumns.documentNumber[0]);
  if (places.area === undefined && (places.community === undefined || places.grid === undefined)) {
    missing.push(`${ledgerColumns.area[0]}（或 ${ledgerColumns.community[0]}＋${ledgerColumns.grid[0]}）`);
  }
  return missing;
}
