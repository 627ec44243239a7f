/** Rules that what happened may break (RELIABILITY of the field: a person in a tube is never lost to a rule). */
export const exceptionKinds = [
  'person-already-sampled',
  'tube-over-capacity',
  'two-devices-one-tube',
  'tube-not-open',
  'round-not-running',
  'unknown-tube',
  'unknown-person',
  'unreadable-code',
  'single-only-in-pool',
  'other-household',
  'out-of-scope',
  'clock-skew',
  'sequence-hole',
  'count-differs',
  'act-id-clash',
  'act-not-understood',
  'act-against-rules',
  'device-cloned',
  'batch-held',
  'not-listed',
  'not-me',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

export const exceptionStates = ['open', 'resolved'] as const;
export type ExceptionState = (typeof exceptionStates)[number];

/**
 * How an exception ends: it stays as it is; it was put right by a correction; the registration was withdrawn; the person
 * was sampled again; there was nothing wrong.
 */
export const resolutions = ['accepted', 'corrected', 'withdrawn', 'resampled', 'unfounded'] as const;
export type Resolution = (typeof resolutions)[number];

export const ownerRoles = ['sitelead', 'organiser', 'security', 'gridworker'] as const;
export type OwnerRole = (typeof ownerRoles)[number];

/** Ends by decisions about what lies behind it alone, never by a word. */
export function endsByDecision(kind: ExceptionKind): boolean {
  return kind === 'batch-held';
}

/** Who sees to an exception unless somebody is named: the site's lead; a copied device is no matter of the site alone. */
export function ownerOf(kind: ExceptionKind): OwnerRole {
  return kind === 'device-cloned' ? 'security' : 'sitelead';
}
