import type { Resident } from './ground.js';
import { needsOf, routeOf } from './home-visits.js';

const resident = (id: string, areaCode: string, door: string, more: Partial<Resident> = {}) =>
  ({ id, areaCode, door, birthYear: 1990, lane: 'general', singleOnly: false, ...more }) as Resident;

describe('a round of home visits', () => {
  it('goes from building to building, and from door to door as people count', () => {
    const visited = [resident('a', 'B2', '301'), resident('b', 'B1', '1002'), resident('c', 'B1', '201')];
    const route = routeOf(visited, [{ code: 'B1', name: '1号楼' }]);
    expect(route.map(({ name, residents }) => [name, ...residents.map(({ id }) => id)])).toEqual([
      ['1号楼', 'c', 'b'],
      ['B2', 'a'],
    ]);
  });

  it('tells what somebody needs', () => {
    const kinds = (more: Partial<Resident>) => needsOf(resident('a', 'B', '1', more), 2026).map(({ kind }) => kind);
    expect(kinds({ birthYear: 1938, singleOnly: true })).toEqual(['old', 'single']);
    expect(kinds({ birthYear: 2025, lane: 'green' })).toEqual(['infant', 'green']);
    expect(kinds({ birthYear: null })).toEqual([]);
  });
});
