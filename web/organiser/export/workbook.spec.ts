import { columnOf, workbookOf } from './workbook.js';
import { crc32, zipOf } from './zip-archive.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a workbook', () => {
  it('keeps every digit of an ID number as text', () => {
    const sheet = text(workbookOf({ name: '漏检名单', head: ['证件号'], rows: [['000102199001010015']] }));
    expect(sheet).toContain(
      '<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">000102199001010015</t></is></c>',
    );
    expect(sheet).toContain('numFmtId="49"');
    expect(sheet).toContain('<sheet name="漏检名单"');
  });

  it('keeps what somebody typed a text, whatever it looks like', () => {
    const typed = ['=HYPERLINK("http://x","y")', '<script>alert(1)</script>', 'a & b', '\u0000\u0008end\ud800'];
    const sheet = text(workbookOf({ name: 'a/b:[c]', head: ['x'], rows: typed.map((one) => [one]) }));
    expect(sheet).not.toContain('<script>');
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('=HYPERLINK(&#34;http://x&#34;,&#34;y&#34;)');
    expect(sheet).toContain('a &#38; b');
    expect(sheet).toContain('preserve">end<');
    expect(sheet).toContain('<sheet name="a b  c"');
  });

  it('names its columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('an archive', () => {
  it('carries the sums by which a reader finds that it is whole', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    const bytes = zipOf([{ name: '名.txt', content: 'abc' }]);
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    expect(view.getUint32(14, true)).toBe(crc32(new TextEncoder().encode('abc')));
    expect(view.getUint32(bytes.length - 22, true)).toBe(0x06054b50);
    expect(view.getUint16(bytes.length - 12, true)).toBe(1);
  });
});
