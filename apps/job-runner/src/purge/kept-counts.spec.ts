import fc from 'fast-check';
import { keptCounts, type CountedArea, type KeptCount } from './kept-counts.js';

const levels = ['city', 'street', 'community', 'grid'];
const k = 10;

function area(codes: string[], people: number, positive = 0): CountedArea {
  const figures = {
    people,
    exempt: 0,
    sampled: people,
    tested: people,
    negative: 0,
    positive,
    underReview: 0,
    resample: 0,
  };
  return { lineage: codes.map((code, n) => ({ code, level: [...levels, 'building'][n]! })), figures };
}

const shown = (counts: KeptCount[]) => counts.map(({ areaCode, people }) => `${areaCode} ${people}`).sort();

describe('what is kept of a round', () => {
  it('is each area with ten people or more, rounded down', () => {
    const kept = keptCounts([area(['c', 's', 'a', 'a1'], 57, 3), area(['c', 's', 'a', 'a2'], 40, 21)], levels, k);
    expect(shown(kept)).toEqual(['a 90', 'a1 50', 'a2 40', 'c 90', 's 90']);
    expect(kept.map(({ areaCode, positive }) => `${areaCode} ${positive}`).sort()).toEqual([
      'a 20',
      'a1 0',
      'a2 20',
      'c 20',
      's 20',
    ]);
  });

  it('never shows a group under ten, also not as the difference between an area and its parts', () => {
    const kept = keptCounts(
      [area(['c', 's', 'a', 'a1'], 57), area(['c', 's', 'a', 'a2'], 40), area(['c', 's', 'a', 'a3'], 4)],
      levels,
      k,
    );
    // Three grids; the smallest of the two larger ones hides the third.
    expect(shown(kept)).toEqual(['a 100', 'a1 50', 'c 100', 's 100']);
  });

  it('counts a small community in its street, and hides the smallest beside it', () => {
    const kept = keptCounts(
      [area(['c', 's', 'a', 'a1'], 57), area(['c', 's', 'b', 'b1'], 30), area(['c', 's', 'd', 'd1'], 3)],
      levels,
      k,
    );
    expect(shown(kept)).toEqual(['a 50', 'a1 50', 'c 90', 's 90']);
  });

  it('counts buildings in their grid, and people without a grid in their community', () => {
    const kept = keptCounts(
      [area(['c', 's', 'a', 'a1', 'x'], 6), area(['c', 's', 'a', 'a1', 'y'], 6), area(['c', 's', 'a'], 12)],
      levels,
      k,
    );
    expect(shown(kept)).toEqual(['a 20', 'a1 10', 'c 20', 's 20']);
  });

  it('is nothing where fewer than ten people were on the whole roster', () => {
    expect(keptCounts([area(['c', 's', 'a', 'a1'], 9)], levels, k)).toEqual([]);
    expect(keptCounts([], levels, k)).toEqual([]);
  });

  it('keeps to that whatever the areas are', () => {
    const some = fc.array(
      fc.record({ s: fc.nat(2), a: fc.nat(3), g: fc.option(fc.nat(4)), people: fc.nat(25), positive: fc.nat(3) }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 2, max: 12 }), (rows, least) => {
        const areas = rows.map(({ s, a, g, people, positive }) =>
          area(['c', `s${s}`, `s${s}a${a}`, ...(g === null ? [] : [`s${s}a${a}g${g}`])], people, positive),
        );
        const kept = keptCounts(areas, levels, least);
        const exact = (code: string) =>
          areas
            .filter(({ lineage }) => lineage.some((one) => one.code === code))
            .reduce((n, one) => n + one.figures.people, 0);
        const codes = new Set(kept.map(({ areaCode }) => areaCode));
        for (const { areaCode, ...rest } of kept) {
          const figures = { ...rest, level: 0 };
          expect(exact(areaCode)).toBeGreaterThanOrEqual(least);
          for (const figure of Object.values(figures)) expect(figure % least).toBe(0);
          // Whom the kept areas right below do not show.
          const below = [...codes].filter((code) =>
            areas.some(({ lineage }) => {
              const at = lineage.findIndex((one) => one.code === areaCode);
              return at >= 0 && lineage[at + 1]?.code === code;
            }),
          );
          const unshown = exact(areaCode) - below.reduce((n, code) => n + exact(code), 0);
          expect(unshown === 0 || unshown >= least || below.length === 0).toBe(true);
          // What is kept stands under something that is kept.
          expect(areaCode === 'c' || codes.has(areaCode.replace(/(^s\d$|a\d$|g\d$)/u, '') || 'c')).toBe(true);
        }
      }),
    );
  });
});
