import iconv from 'iconv-lite';
import { workbookOf, type TestCell } from '../../../../test/support/workbook.js';
import { readSettings } from '#platform/config';
import { outcomeOf, reportLayout } from './report-columns.js';
import { ReportLimits } from './report-limits.js';
import { reportTime } from './report-time.js';
import { sheetReport } from './sheet-report.js';

const limits = ReportLimits.of(readSettings({ DATABASE_URL: 'postgresql://shihe@localhost/shihe' }));
const read = async (bytes: Buffer | string) => sheetReport.read(Buffer.from(bytes), limits);
const head = '采样管编号,检测结果,检测时间,ORF1ab,N基因,备注';
const noon = new Date('2026-03-01T12:00:00+08:00');

describe('a report in a table', () => {
  it('is read in UTF-8, GB18030 and XLSX, whatever stands above its headings', async () => {
    const text = `第一实验室检测报告,,\n${head}\nT1,阴性,2026-03-01 12:00,,NoCt,\nT2,阳性,2026/3/1 12:00:00,31.5,30,复测一次\n`;
    const cells: TestCell[][] = text
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const expected = [
      { barcode: 'T1', outcome: 'negative', testedAt: noon, ct: { ORF1ab: null, N: null }, note: undefined },
      { barcode: 'T2', outcome: 'positive', testedAt: noon, ct: { ORF1ab: 31.5, N: 30 }, note: '复测一次' },
    ];
    for (const bytes of [Buffer.from(text), iconv.encode(text, 'gb18030'), workbookOf(cells)]) {
      const { rows, errors } = await read(bytes);
      expect(errors).toEqual([]);
      expect(rows).toMatchObject(expected);
      expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    }
  });

  it('says of every row what is wrong with it, and of a file why it is none', async () => {
    const codes = async (text: string) => (await read(text)).errors.map(({ line, code }) => [line, code]);
    expect(
      await codes(`${head}\nT1,大概,2026-03-01 12:00\n,阴性,2026-03-01 12:00\nT3,阴性,昨天\nT4,阴性,2026-03-01\n=A1,阴性,2026-03-01 12:00\n`),
    ).toEqual([[2, 'unknown-outcome'], [3, 'no-barcode'], [4, 'unknown-time'], [5, 'unknown-time'], [6, 'wrong-cell']]); // prettier-ignore
    expect(await codes('')).toEqual([[1, 'sheet-is-empty']]);
    expect(await codes('a,b\n1,2')).toEqual([[1, 'no-headings']]);
    expect(await codes('采样管编号,检测结果\nT1,阴性')).toEqual([[1, 'column-is-missing']]);
    expect(await codes(`${head}\n`)).toEqual([[1, 'no-rows']]);
    expect(await codes(`${head}\nT1,阴性,2026-03-01 12:00\n"T2,阴性`)).toEqual([[3, 'sheet-csv-is-broken']]);
    expect((await read(Buffer.from('PK\u0003\u0004nothing'))).errors).toMatchObject([
      { code: 'sheet-workbook-is-broken' },
    ]);
  });

  it('understands what laboratories write', () => {
    expect(['阴性', '阳性（+）', '（－）', 'Positive', '单靶', '无效', '大概'].map(outcomeOf)).toEqual([
      'negative', 'positive', 'negative', 'positive', 'inconclusive', 'invalid', undefined,
    ]); // prettier-ignore
    expect(reportLayout(['Tube barcode', 'Result', 'CT值(N)'])).toEqual({
      places: { barcode: 0, outcome: 1 },
      genes: [['N', 2]],
    });
    expect(reportLayout(['姓名', '身份证号', '结果'])).toBeUndefined();
  });
});

describe('the time that a laboratory wrote', () => {
  const at = (text: string) => reportTime(text, 'Asia/Shanghai')?.toISOString();
  it.each([
    ['2026-03-01 12:00', '2026-03-01T04:00:00.000Z'],
    ['2026/3/1 9:05:07', '2026-03-01T01:05:07.000Z'],
    ['2026年3月1日 12时00分', '2026-03-01T04:00:00.000Z'],
    ['2026-03-01T12:00:00+08:00', '2026-03-01T04:00:00.000Z'],
    ['2026-03-01T04:00:00Z', '2026-03-01T04:00:00.000Z'],
    ['46082.5', '2026-03-01T04:00:00.000Z'],
    ['2026-02-30 12:00', undefined],
    ['2026-03-01 25:00', undefined],
    ['2026-03-01', undefined],
    ['46082', undefined],
  ])('%s', (text, expected) => {
    expect(at(text)).toBe(expected);
  });
});
