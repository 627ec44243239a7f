import type { paths } from '../../../contract/client.js';

type Part = paths['/api/v1/devices/{id}/working-set']['get']['responses'][200]['content']['application/json'];

type Head = NonNullable<Part['head']>;
/** What a house that is older than this page does not tell. */
type Later = 'exemptions' | 'buildings';

/** The part of a working set that is not about people: site, rounds, stations, crew, used tubes. */
export type WorkingHead = Omit<Head, Later> & Partial<Pick<Head, Later>>;
export type WorkingRound = WorkingHead['rounds'][number];
export type Resident = Part['residents'][number];
export type WorkingPart = Part;

/** A number that the site or the round has set; a house that is older or newer may not know the name. */
export function setting(settings: Readonly<Record<string, unknown>>, name: string, otherwise: number): number {
  const value = settings[name];
  return typeof value === 'number' ? value : otherwise;
}

export function textSetting(settings: Readonly<Record<string, unknown>>, name: string, otherwise: string): string {
  const value = settings[name];
  return typeof value === 'string' ? value : otherwise;
}

export function capacityOf(round: WorkingRound, poolClass: string): number {
  return round.poolClasses.find((one) => one.poolClass === poolClass)?.capacity ?? 1;
}

/** Whether this person may only be sampled in a tube of their own. */
export function isSingleOnly(resident: Resident, round: WorkingRound): boolean {
  const rule = round.poolRules.find(({ category }) => category === resident.category);
  return resident.singleOnly || rule?.poolClass === 'single';
}
