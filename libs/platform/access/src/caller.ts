/** What a member of staff may be. One role an account; its scope says over which areas and sites. */
export const roles = [
  'admin',
  'security',
  'auditor',
  'organiser',
  'gridworker',
  'sitelead',
  'marshal',
  'scanner',
  'collector',
  'packer',
  'courier',
  'lab',
] as const;

export type Role = (typeof roles)[number];

/** Three who cannot do without one another: makes accounts, says over what they reach, reads what was done. */
export const administrators: readonly Role[] = ['admin', 'security', 'auditor'];

export interface Staff {
  kind: 'staff';
  id: string;
  username: string;
  role: Role;
  displayName: string;
  /** The role asks for a second factor and this session has shown none: it may do nothing but enrol one. */
  lacksSecondFactor?: true;
}

/** Somebody who was sampled, signed in with their own resident code. */
export interface Resident {
  kind: 'resident';
  id: string;
}

export type Caller = Staff | Resident;
