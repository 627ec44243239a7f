/** One key that an account reaches: `{ kind: 'site', key: '<id>' }`, or everything: `{ kind: 'all', key: '*' }`. */
export interface Scope {
  kind: string;
  key: string;
}

/** A scope as it stands now. */
export interface HeldScope extends Scope {
  /** When it ends by itself; null for one that stays until it is withdrawn. */
  until: Date | null;
}

export function sameScope(one: Scope): (other: Scope) => boolean {
  return (other) => other.kind === one.kind && other.key === one.key;
}
