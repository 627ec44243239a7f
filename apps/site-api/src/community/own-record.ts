import type { Caller } from '#platform/access';

/** Staff may see whom their role allows; a resident sees nobody but themselves, and others do not exist for them. */
export function maySee(caller: Caller, residentId: string): boolean {
  return caller.kind === 'staff' || caller.id === residentId;
}

/** The account that did it; null when a resident did it for themselves. */
export function staffIdOf(caller: Caller): string | null {
  return caller.kind === 'staff' ? caller.id : null;
}
