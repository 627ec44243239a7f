import type { Site } from './house-answers.js';

export interface Place {
  latitude: number;
  longitude: number;
}

const earthRadius = 6_371_000;

/** Metres between two places, as the crow flies. */
export function metresBetween(one: Place, other: Place): number {
  const [from, to] = [radians(one.latitude), radians(other.latitude)];
  const across = Math.sin((to - from) / 2) ** 2;
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, across + Math.cos(from) * Math.cos(to) * along)));
}

/** How far a site is; undefined where either place is not known. */
export function metresTo(site: Site, here: Place | undefined): number | undefined {
  return here === undefined || site.coordinates === null ? undefined : metresBetween(here, site.coordinates);
}

/** The shortest wait first; sites that take nobody now come last, and those not measured yet before them. */
export function byWait(sites: readonly Site[]): Site[] {
  return [...sites].sort((one, other) => waitOf(one) - waitOf(other) || one.waitingPeople - other.waitingPeople);
}

/** The nearest first; where the way is not known, after them by their wait. */
export function byWay(sites: readonly Site[], here: Place): Site[] {
  return byWait(sites).sort((one, other) => {
    const [first, second] = [one, other].map((site) => metresTo(site, here) ?? Infinity) as [number, number];
    return first === second ? 0 : first - second;
  });
}

/** Those whose name, address or people served hold every word that somebody typed. */
export function matching(sites: readonly Site[], typed: string): Site[] {
  const wanted = typed.toLowerCase().split(/\s+/u);
  return sites.filter(({ name, address, serves }) => {
    const told = `${name} ${address} ${serves ?? ''}`.toLowerCase();
    return wanted.every((word) => told.includes(word));
  });
}

function waitOf(site: Site): number {
  if (site.state !== 'open' || site.status === 'resting') return 10_000;
  if (site.waitingPeople === 0) return 0;
  return site.wait?.toMinutes ?? 9_000;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
