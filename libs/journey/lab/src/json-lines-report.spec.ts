import { readJsonLines } from './json-lines-report.js';

const read = (text: string) => readJsonLines(Buffer.from(text));
const row = '{"barcode":"T1","outcome":"negative","testedAt":"2026-03-01T12:00:00+08:00"}';

describe('a report in JSON lines', () => {
  it('is read with or without header, byte order mark, Windows line ends, blank lines and last line break', () => {
    for (const text of [row, `${row}\n`, `\ufeff${row}\n`, `${row}\r\n\r\n`, `\n{"file":"a","rows":1}\n${row}`]) {
      const { rows, errors } = read(text);
      expect([rows.length, errors]).toEqual([1, []]);
    }
    expect(read(`{"file":"plate 7"}\n${row}`)).toMatchObject({
      fileName: 'plate 7',
      rows: [{ line: 2, barcode: 'T1' }],
    });
  });

  it('says where it breaks off', () => {
    expect(read(`${row}\n${row.slice(0, -9)}`).errors).toMatchObject([{ line: 2, code: 'truncated' }]);
    expect(read(`${row.slice(0, -9)}\n${row}`).errors).toMatchObject([{ line: 1, code: 'broken-json' }]);
    expect(read(`{"rows":2}\n${row}\n`).errors).toMatchObject([{ line: 1, code: 'count-differs' }]);
  });

  it('counts a line it cannot read as a row, so that the declared number is compared with all of them', () => {
    const { errors } = readJsonLines(
      Buffer.concat([Buffer.from('{"rows":2}\n'), Buffer.from([0xff, 0x0a]), Buffer.from(row)]),
    );
    expect(errors).toMatchObject([{ line: 2, code: 'broken-encoding' }]);
  });
});
