import { runsOf, spoken } from './spoken.js';

describe('a call', () => {
  it('is spoken as people say it in each language', () => {
    expect(spoken({ labels: ['A012'], station: 3 })).toEqual({
      zh: ['please', 'letter-a', 'read-0', 'read-1', 'read-2', 'number-to', 'count-3', 'table'],
      en: ['number', 'letter-a', 'read-0', 'read-1', 'read-2', 'to-table', 'count-3'],
    });
  });

  it('says many numbers in a row as from … to …', () => {
    expect(runsOf(['A009', 'A010', 'A011', 'B002', 'B004'])).toEqual([
      ['A009', 'A011'],
      ['B002', 'B002'],
      ['B004', 'B004'],
    ]);
    expect(spoken({ labels: ['A001', 'A002', 'B009'], station: 1 }).en.join(' ')).toBe(
      'number letter-a read-0 read-0 read-1 until letter-a read-0 read-0 read-2 and letter-b read-0 read-0 read-9 to-table count-1',
    );
  });

  it.each([
    [10, ['count-10'], ['count-10']],
    [12, ['count-10', 'count-2'], ['count-12']],
    [20, ['count-2', 'count-10'], ['count-20']],
    [35, ['count-3', 'count-10', 'count-5'], ['count-30', 'count-5']],
    [120, ['read-1', 'read-2', 'read-0'], ['read-1', 'read-2', 'read-0']],
  ])('counts table %i', (station, zh, en) => {
    const said = spoken({ labels: ['A001'], station });
    expect(said.zh.slice(said.zh.indexOf('number-to') + 1, -1)).toEqual(zh);
    expect(said.en.slice(said.en.indexOf('to-table') + 1)).toEqual(en);
  });
});
