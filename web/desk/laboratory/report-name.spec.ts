import { mediaTypeOf, shownName } from './report-name.js';

describe('the file of a report', () => {
  it('is handed in as what its name says, and as a table where the name says nothing', () => {
    expect(['a.CSV', 'b.xlsx', 'c.jsonl', 'd', 'e.xls', 'f.hl7', 'g.json'].map((name) => mediaTypeOf(name))).toEqual([
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/x-ndjson',
      'text/csv',
      'text/csv',
      'application/hl7-v2',
      'application/fhir+json',
    ]);
  });

  it('keeps a name that can be shown', () => {
    expect(shownName('a\u0000b\n.csv')).toBe('a b .csv');
    expect(shownName('x'.repeat(300))).toHaveLength(200);
  });
});
