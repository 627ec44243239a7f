import { commaSeparated } from './comma-separated.js';

const lines = (rows: (string | null)[][]) => commaSeparated(rows).replace('\uFEFF', '').split('\r\n').slice(0, -1);

describe('a list for a spreadsheet', () => {
  it('keeps what a cell says, whatever stands in it', () => {
    expect(
      lines([
        ['a', null, '第一采样点'],
        ['1,2', 'say "hello"', 'two\nlines'],
      ]),
    ).toEqual(['a,,第一采样点', '"1,2","say ""hello""","two\nlines"']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets nothing be computed from %j', (text) => {
    expect(commaSeparated([[text]])).toContain(`"'${text}"`);
  });
});
