import { readFileSync } from 'node:fs';
import { layoutOf } from '../ledger-columns.js';
import { readLedgerRow, type ResidentDraft } from '../ledger-row.js';
import { personCategories } from '../person-category.js';
import { generatedHeadings, generatedLedger } from './generated-ledger.js';
import { areasInCsv, demonstrationStreet, gridsOf } from './generated-street.js';

const areas = areasInCsv(readFileSync('data/areas/370811-rencheng.csv', 'utf8'));
const communities = areas.filter(({ parentCode }) => parentCode === demonstrationStreet.code);
const grids = gridsOf(communities, demonstrationStreet.grids);
const plan = { grids, residents: 20_000, seed: 7, year: 2026 };
const codes = new Set([...communities, ...grids].map(({ code }) => code));

function drafts(residents: number): ResidentDraft[] {
  const layout = layoutOf(generatedHeadings)!;
  return Array.from(generatedLedger({ ...plan, residents }), (cells, at) => {
    const reading = readLedgerRow({ line: at + 2, cells }, layout, {
      today: '2026-06-01',
      areas: { has: (code) => codes.has(code), communitiesNamed: () => [] },
    });
    if (!reading.ok) throw new Error(`${String(cells)}: ${JSON.stringify(reading.errors)}`);
    return reading.draft;
  });
}

describe('the demonstration street', () => {
  it('has 15 real communities and exactly 156 grids', () => {
    expect(communities).toHaveLength(15);
    expect(grids).toHaveLength(156);
    expect(new Set(grids.map(({ code }) => code)).size).toBe(156);
  });

  it('the same seed makes the same people, another seed makes others', () => {
    const first = JSON.stringify([...generatedLedger({ ...plan, residents: 500 })]);
    expect(JSON.stringify([...generatedLedger({ ...plan, residents: 500 })])).toBe(first);
    expect(JSON.stringify([...generatedLedger({ ...plan, residents: 500, seed: 8 })])).not.toBe(first);
  });

  it('20,000 people are all readable, all different, nobody real', () => {
    const people = drafts(20_000);
    expect(new Set(people.map(({ document }) => document.identityKey)).size).toBe(20_000);
    expect(people.every(({ document }) => document.number.startsWith('00'))).toBe(true);
    expect(people.every(({ phone }) => phone?.number.startsWith('154'))).toBe(true);
    expect(new Set(people.map(({ areaCode }) => areaCode.slice(0, 15))).size).toBe(156);
    expect(new Set(people.flatMap(({ categories }) => categories)).size).toBe(personCategories.length);
    const share = (is: (draft: ResidentDraft) => boolean) => people.filter(is).length / people.length;
    expect(share(({ lane }) => lane === 'green')).toBeGreaterThan(0.05);
    expect(share(({ homeVisit }) => homeVisit)).toBeGreaterThan(0.005);
    expect(share(({ singleOnly }) => singleOnly)).toBeGreaterThan(0.003);
    expect(share(({ document }) => document.kind === 'none')).toBeGreaterThan(0.001);
    expect(share(({ birthYear }) => (birthYear ?? 0) < 1946)).toBeGreaterThan(0.01);
  });

  it('a few people are spread over all grids before any grid is filled', () => {
    expect(new Set(drafts(600).map(({ areaCode }) => areaCode.slice(0, 15))).size).toBeGreaterThan(150);
  });
});
