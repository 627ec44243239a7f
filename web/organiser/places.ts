import type { Role } from '../every-page/staff/staff-session.js';

/** Where one can be on this page, and who has something to do there; in the order of the menu. */
export const places = [
  { place: 'overview', group: 'day', roles: ['organiser', 'admin'] },
  { place: 'coverage', group: 'day', roles: ['organiser', 'gridworker', 'admin'] },
  { place: 'missing', group: 'day', roles: ['organiser', 'gridworker', 'admin'] },
  { place: 'recalls', group: 'day', roles: ['organiser', 'gridworker', 'admin'] },
  { place: 'cases', group: 'day', roles: ['organiser', 'sitelead'] },
  { place: 'report', group: 'day', roles: ['organiser', 'admin'] },
  { place: 'wall', group: 'day', roles: ['organiser', 'admin'] },
  { place: 'rounds', group: 'setup', roles: ['organiser', 'admin'] },
  { place: 'sites', group: 'setup', roles: ['organiser', 'admin'] },
  { place: 'labs', group: 'setup', roles: ['admin'] },
  { place: 'devices', group: 'setup', roles: ['organiser', 'sitelead'] },
  { place: 'accounts', group: 'people', roles: ['admin', 'security'] },
  { place: 'break-glass', group: 'people', roles: ['security', 'organiser', 'sitelead'] },
  { place: 'journal', group: 'people', roles: ['auditor'] },
] as const satisfies readonly { place: string; group: string; roles: readonly Role[] }[];

export type Place = (typeof places)[number]['place'];

/** What the menu of somebody of that role holds; the first is where they begin. */
export function placesOf(role: Role): (typeof places)[number][] {
  return places.filter(({ roles }) => (roles as readonly Role[]).includes(role));
}
