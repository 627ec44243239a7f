import type { Resident } from './ground.js';

/** What is to be thought of before somebody rings. */
export interface Need {
  kind: 'old' | 'infant' | 'green' | 'single';
  age?: number;
}

const oldFrom = 70;
const infantUpTo = 3;

export function needsOf(resident: Resident, year: number): Need[] {
  const { birthYear, lane, singleOnly } = resident;
  const age = birthYear == null ? undefined : year - birthYear;
  const needs: Need[] = [];
  if (age !== undefined && age >= oldFrom) needs.push({ kind: 'old', age });
  if (age !== undefined && age <= infantUpTo) needs.push({ kind: 'infant', age });
  if (lane === 'green') needs.push({ kind: 'green' });
  if (singleOnly) needs.push({ kind: 'single' });
  return needs;
}

export interface Building {
  code: string;
  name: string;
  residents: Resident[];
}

/** Building by building, and in each in the order of the doors: 2 before 10. */
export function routeOf(visited: readonly Resident[], names: readonly { code: string; name: string }[]): Building[] {
  const buildings = new Map<string, Resident[]>();
  for (const resident of visited) {
    buildings.set(resident.areaCode, [...(buildings.get(resident.areaCode) ?? []), resident]);
  }
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...buildings]
    .map(([code, residents]) => ({
      code,
      name: names.find((one) => one.code === code)?.name ?? code,
      residents: residents.sort((a, b) => order.compare(a.door ?? '', b.door ?? '') || order.compare(a.id, b.id)),
    }))
    .sort((a, b) => order.compare(a.code, b.code));
}
