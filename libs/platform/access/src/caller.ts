/** What a member of staff may be. One role an account; scopes of area and site are added to it, never taken from it. */
export const roles = [
  'admin',
  'organiser',
  'gridworker',
  'marshal',
  'scanner',
  'collector',
  'packer',
  'courier',
  'lab',
] as const;

export type Role = (typeof roles)[number];

export interface Staff {
  kind: 'staff';
  id: string;
  username: string;
  role: Role;
  displayName: string;
}

/** Somebody who was sampled, signed in with their own resident code. */
export interface Resident {
  kind: 'resident';
  id: string;
}

export type Caller = Staff | Resident;
