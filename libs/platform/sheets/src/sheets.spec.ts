import iconv from 'iconv-lite';
import { workbookOf, zipOf, type TestCell } from '../../../../test/support/workbook.js';
import { readCsvLines } from './csv-lines.js';
import { SheetProbe } from './sheet-probe.js';
import type { SheetLine } from './sheet-cell.js';
import { readXlsxLines } from './xlsx-lines.js';
import { UnreadableSheet } from './unreadable-sheet.js';

async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
async function all(lines: AsyncIterable<SheetLine>): Promise<SheetLine[]> {
  const taken: SheetLine[] = [];
  for await (const line of lines) taken.push(line);
  return taken;
}
const verdictOn = (bytes: Buffer, size = bytes.length) => {
  const probe = new SheetProbe((cells) => cells.includes('姓名'));
  for (let at = 0; at < bytes.length; at += size) probe.push(bytes.subarray(at, at + size));
  return probe.verdict();
};
const limits = { unpackedBytes: 20_000_000, textBytes: 10_000_000 };
const inMemory = (bytes: Buffer) => ({
  size: bytes.length,
  slice: (start: number, end: number) => inPieces(bytes.subarray(start, end), 1000),
});
const workbook = (rows: TestCell[][]) => all(readXlsxLines(inMemory(workbookOf(rows)), limits));
const refusalOf = async (reading: Promise<unknown>) => {
  const trouble: unknown = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(trouble instanceof UnreadableSheet)) throw new Error(`not refused: ${String(trouble)}`);
  return trouble.refusal.code;
};

const text = '姓名,身份证号,网格编码\n王小明,11010519491231002X,370811013001-01\n';

describe('how a file is written', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark in front', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['GB18030 as spreadsheet programs in China save it', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['UTF-8 with one broken row', Buffer.concat([Buffer.from(text), Buffer.from([0xe7, 0x8e, 0x2c, 0x0a])]), 'utf-8'],
  ])('%s is recognised', (_, bytes, encoding) => {
    expect(verdictOn(bytes, 3)).toMatchObject({ ok: true, value: { format: 'csv', encoding, delimiter: ',' } });
  });

  it('columns may be set apart by tabs or semicolons', () => {
    expect(verdictOn(Buffer.from(text.replaceAll(',', '\t')))).toMatchObject({ value: { delimiter: '\t' } });
    expect(verdictOn(Buffer.from(text.replaceAll(',', ';')))).toMatchObject({ value: { delimiter: ';' } });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), 'sheet-is-empty'],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), 'sheet-is-utf16'],
    ['an old .xls file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'sheet-is-old-excel'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]), 'sheet-is-no-table'],
    [
      'a table in Japanese encoding',
      Buffer.from([0x8e, 0x81, 0x96, 0xbc, 0xff, 0xff, 0x0a]),
      'sheet-encoding-is-unknown',
    ],
  ])('%s is refused with advice', (_, bytes, code) => {
    expect(verdictOn(bytes)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('CSV files', () => {
  const read = (content: string, encoding: 'utf-8' | 'gb18030' = 'utf-8') =>
    all(readCsvLines(inPieces(iconv.encode(content, encoding)), { encoding, delimiter: ',' }));

  it('reads rows with the line numbers a spreadsheet shows', async () => {
    const lines = await read('姓名,号码\r\n"王,小明",1\r\n\r\n李四,2\r\n', 'gb18030');
    expect(lines.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '姓名', '号码'],
      [2, '王,小明', '1'],
      [4, '李四', '2'],
    ]);
  });

  it('takes ="123" as text and refuses every other formula', async () => {
    const [line] = await read('="012345",=1+1,@SUM(A1),+86 138,-\n');
    expect(line?.cells).toEqual(['012345', '', '', '+86 138', '-']);
    expect([...(line?.troubles ?? [])]).toEqual([
      [1, 'formula'],
      [2, 'formula'],
    ]);
  });

  it('broken characters and endless cells are troubles of their cell, not of the file', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,'),
      Buffer.from([0xe7, 0x8e]),
      Buffer.from(`,${'x'.repeat(300)}\nb,c,d\n`),
    ]);
    const lines = await all(readCsvLines(inPieces(bytes), { encoding: 'utf-8', delimiter: ',' }));
    expect([...(lines[0]?.troubles ?? [])]).toEqual([
      [1, 'broken-characters'],
      [2, 'too-long'],
    ]);
    expect(lines[1]?.cells).toEqual(['b', 'c', 'd']);
  });

  it('a quote that is never closed ends the reading with the line it begins on', async () => {
    const rows: SheetLine[] = [];
    const reading = (async () => {
      const content = `a,b\nc,d\n"e,${'f\n'.repeat(50_000)}`;
      for await (const line of readCsvLines(inPieces(Buffer.from(content), 60_000), {
        encoding: 'utf-8',
        delimiter: ',',
      }))
        rows.push(line);
    })();
    expect(await refusalOf(reading)).toBe('sheet-csv-is-broken');
    expect(rows).toHaveLength(2);
  });
});

describe('workbooks', () => {
  it('reads the first visible sheet; numbers, texts and gaps keep their places', async () => {
    const lines = await workbook([
      ['姓名', '号码', '', '手机'],
      ['王&<小明>', 123456789012345, '', 13800001234],
      ['李四', '', '', ''],
    ]);
    expect(lines.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '姓名', '号码', '', '手机'],
      [2, '王&<小明>', '123456789012345', '', '13800001234'],
      [3, '李四'],
    ]);
  });

  it('formulas and numbers that lost their last digits are troubles of their cell', async () => {
    const [line] = await workbook([[{ formula: 'A1&B1', value: '王' }, 370811194912310020, 'x'.repeat(500)]]);
    expect([...(line?.troubles ?? [])]).toEqual([
      [0, 'formula'],
      [1, 'lost-digits'],
      [2, 'too-long'],
    ]);
  });

  it('rich text, inline text, CDATA, comments and missing references are understood', async () => {
    const bytes = zipOf({
      'xl/sharedStrings.xml': '<sst><si><r><t>王</t></r><r><t>小明</t></r><rPh><t>wang</t></rPh></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet><!-- a > b --><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[<李>]]></x:t></x:is></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await all(readXlsxLines(inMemory(bytes), limits))).toEqual([{ line: 1, cells: ['王小明', '<李>', '是'] }]);
  });

  it('characters that nothing can store are troubles of their cell', async () => {
    const [line] = await workbook([['王_x0000_明', '李_xD800_', '张_x000A_三']]);
    expect([...(line?.troubles ?? [])]).toEqual([
      [0, 'broken-characters'],
      [1, 'broken-characters'],
    ]);
    expect(line?.cells[2]).toBe('张\n三');
  });

  it('a workbook that unpacks without end is cut off', async () => {
    const bomb = zipOf({
      'xl/worksheets/sheet1.xml': Buffer.concat([
        Buffer.from('<worksheet><sheetData>'),
        Buffer.alloc(30_000_000, '<row></row>'),
      ]),
    });
    expect(bomb.length).toBeLessThan(500_000);
    expect(await refusalOf(all(readXlsxLines(inMemory(bomb), limits)))).toBe('sheet-unpacks-too-large');
  });

  it('cut off at any byte, a workbook is refused and never half taken as whole', async () => {
    const bytes = workbookOf([['姓名'], ['王小明']]);
    for (let length = 4; length < bytes.length; length += 37) {
      expect(await refusalOf(all(readXlsxLines(inMemory(bytes.subarray(0, length)), limits)))).toBe(
        'sheet-workbook-is-broken',
      );
    }
  });

  it('a document type with entities is refused', async () => {
    const bytes = zipOf({
      'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "b">]><worksheet><sheetData></sheetData></worksheet>',
    });
    expect(await refusalOf(all(readXlsxLines(inMemory(bytes), limits)))).toBe('sheet-workbook-is-broken');
  });
});
