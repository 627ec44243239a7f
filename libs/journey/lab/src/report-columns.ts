import type { Outcome } from './outcome.js';

/** What a column of a laboratory's table can mean, with the headings under which it is written. The first one is shown. */
const columns = {
  barcode: [
    '采样管编号', '管号', '采样管', '采样管号', '采样管条码', '试管编号', '试管条码', '混管编号', '混管条码', '样本编号', '样本条码', '样本号', '标本编号', '标本条码', '条码', '条码号',
    'barcode', 'tube', 'tube barcode', 'tube code', 'sample', 'sample id', 'sample code', 'specimen id',
  ],
  outcome: ['检测结果', '结果', '检验结果', '核酸结果', '核酸检测结果', '结论', '判定', 'outcome', 'result', 'test result'],
  testedAt: [
    '检测时间', '检验时间', '检测日期', '出结果时间', '报告时间', '完成时间', 'tested at', 'test time', 'tested', 'result time', 'reported at',
  ],
  note: ['备注', '说明', 'note', 'notes', 'remark', 'remarks', 'comment'],
} as const satisfies Record<string, readonly string[]>; // prettier-ignore

export type ReportColumn = keyof typeof columns;

/** Where each column stands, counted from 0; cycle thresholds by the gene that they are of. */
export interface ReportLayout {
  readonly places: Readonly<Partial<Record<ReportColumn, number>>>;
  readonly genes: readonly (readonly [gene: string, place: number])[];
}

const byHeading = new Map(
  Object.entries(columns).flatMap(([column, headings]) =>
    headings.map((heading) => [headingKey(heading), column as ReportColumn] as const),
  ),
);

/** Reads a row as headings; undefined unless it names at least two columns that a report has. */
export function reportLayout(cells: readonly string[]): ReportLayout | undefined {
  const places: Partial<Record<ReportColumn, number>> = {};
  const genes: [string, number][] = [];
  cells.forEach((cell, place) => {
    const gene = geneOf(cell);
    if (gene !== undefined) genes.push([gene, place]);
    const column = byHeading.get(headingKey(cell));
    if (column !== undefined) places[column] ??= place;
  });
  return Object.keys(places).length >= 2 ? { places, genes } : undefined;
}

/** The columns without which no row can be read, as people call them. */
export function missingReportColumns({ places }: ReportLayout): string[] {
  return (['barcode', 'outcome', 'testedAt'] as const)
    .filter((column) => places[column] === undefined)
    .map((column) => columns[column][0]);
}

const outcomeWords: Readonly<Record<Outcome, readonly string[]>> = {
  negative: ['negative', 'neg', '阴性', '阴', '未检出', '-'],
  positive: ['positive', 'pos', '阳性', '阳', '检出', '+'],
  inconclusive: ['inconclusive', '可疑', '灰区', '单靶', '单靶标', '待复检', '弱阳性'],
  invalid: ['invalid', '无效', '无效结果', '检测失败'],
};
const byWord = new Map(
  Object.entries(outcomeWords).flatMap(([outcome, words]) => words.map((word) => [word, outcome as Outcome] as const)),
);

/** What a laboratory writes for an outcome: our own words, those of the field, plus and minus. */
export function outcomeOf(written: string): Outcome | undefined {
  const word = plain(written).toLowerCase().replace(/[()]/gu, '');
  return byWord.get(word) ?? byWord.get(word.replace(/[+-]$/u, ''));
}

/** Full-width signs become their ordinary ones, unseen ones go, the ends are trimmed. */
export function plain(written: string): string {
  return written
    .normalize('NFKC')
    .replace(/[\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/\u2212/gu, '-')
    .trim();
}

function headingKey(heading: string): string {
  return plain(heading)
    .toLowerCase()
    .replace(/[([【].*$/u, '')
    .replace(/[\s*_:/\\、-]/gu, '');
}

/** `ORF1ab`, `N基因`, `CT值(N)`, `ct_orf1ab`: the gene that a column of cycle thresholds is of. */
export function geneOf(heading: string): string | undefined {
  const gene = /^(?:ct值?|ct value)?[\s_(-]*(orf1?ab?|[nes])(?:基因)?[\s_-]*(?:ct值?|\))?[\s)]*$/iu.exec(
    plain(heading),
  )?.[1];
  return gene === undefined ? undefined : gene.length === 1 ? gene.toUpperCase() : 'ORF1ab';
}
